import Foundation

/// A program on a pseudo-terminal, as a person has it.
final class Terminal {
    /// What was shown so far.
    private(set) var shown = ""
    private let process = Process()
    private let master: Int32

    struct Failure: Error {
        let description: String
    }

    /// - Parameters:
    ///   - stdout: where standard output goes, if not to the terminal.
    ///   - hasSession: whether the terminal is the program's own, as shells want it.
    init(
        _ path: String, _ arguments: [String], environment: [String: String] = [:],
        stdout: FileHandle? = nil, hasSession: Bool = false
    ) throws {
        var (master, slave): (Int32, Int32) = (-1, -1)
        guard openpty(&master, &slave, nil, nil, nil) == 0 else {
            throw Failure(description: "no terminal")
        }
        self.master = master
        let handle = FileHandle(fileDescriptor: slave, closeOnDealloc: false)
        let words = [path] + arguments
        process.executableURL = URL(fileURLWithPath: hasSession ? "/usr/bin/setsid" : path)
        process.arguments = hasSession ? ["--wait", "--ctty"] + words : arguments
        process.environment = ["PATH": "/usr/bin:/bin", "TERM": "xterm", "LC_ALL": "C.UTF-8"]
            .merging(environment) { $1 }
        process.standardInput = handle
        process.standardOutput = stdout ?? handle
        process.standardError = handle
        defer { close(slave) }
        try process.run()
    }

    deinit {
        if process.isRunning { process.terminate() }
        close(master)
    }

    /// Types keys.
    func type(_ keys: String) throws {
        guard write(master, keys, keys.utf8.count) == keys.utf8.count else {
            throw Failure(description: "the terminal takes no keys")
        }
    }

    /// Waits until `text` was shown, and forgets what was shown up to there.
    ///
    /// - Returns: what stands on its line behind it.
    @discardableResult
    func wait(for text: String) throws -> String {
        while true {
            if let place = shown.range(of: text),
                let end = shown[place.upperBound...].firstIndex(where: \.isNewline)
            {
                defer { shown = String(shown[end...]) }
                return String(shown[place.upperBound..<end])
            }
            guard try read() else { throw Failure(description: "“\(text)” never came: \(shown)") }
        }
    }

    /// Waits until the program ends and gives its exit code.
    func end() throws -> Int32 {
        while try read() {}
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Reads what is shown next; `false` when the program has ended.
    private func read() throws -> Bool {
        var wait = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&wait, 1, 60_000) == 1 else {
            throw Failure(description: "nothing more is shown: \(shown)")
        }
        var bytes = [UInt8](repeating: 0, count: 1 << 12)
        let count = Foundation.read(master, &bytes, bytes.count)
        if count > 0 { shown += String(decoding: bytes[..<count], as: UTF8.self) }
        return count > 0
    }
}
