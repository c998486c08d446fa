import Foundation

/// The built command, run as a user runs it.
enum Tool {
    struct Result: Equatable {
        var out: String
        var err: String
        var code: Int32
    }

    /// `dragoman` beside the test bundle.
    static let path: String = {
        let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        return bundle.deletingLastPathComponent().appending(path: "dragoman").path
    }()

    static func run(
        _ arguments: [String], input: Data = Data(), environment: [String: String] = [:]
    ) throws -> Result {
        try run(process(path, arguments, environment), input)
    }

    static func run(_ arguments: String..., input: String) throws -> Result {
        try run(arguments, input: Data(input.utf8))
    }

    /// Runs a script of bash in which `$dragoman` is the command and `$1` and so on are `arguments`.
    static func shell(
        _ script: String, _ arguments: String..., environment: [String: String] = [:]
    ) throws -> Result {
        try shell(script, arguments, environment: environment)
    }

    static func shell(
        _ script: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws -> Result {
        try run(
            process(
                "/bin/bash", ["-c", script, "bash"] + arguments,
                environment.merging(["dragoman": path]) { $1 }), Data())
    }

    /// A process that is not started yet.
    static func process(
        _ executable: String, _ arguments: [String], _ environment: [String: String] = [:]
    ) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: executable)
        process.arguments = arguments
        var variables = ["PATH": "/usr/sbin:/usr/bin:/bin"]
        variables["TSAN_OPTIONS"] = ProcessInfo.processInfo.environment["TSAN_OPTIONS"]
        process.environment = variables.merging(environment) { $1 }
        return process
    }

    private static func run(_ process: Process, _ input: Data) throws -> Result {
        // A file and not a pipe: a command that ends without reading would end the tests by SIGPIPE.
        let scratch = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).input")
        defer { try? FileManager.default.removeItem(at: scratch) }
        try input.write(to: scratch)
        process.standardInput = try FileHandle(forReadingFrom: scratch)
        let (stdout, stderr) = (Pipe(), Pipe())
        process.standardOutput = stdout
        process.standardError = stderr
        try process.run()
        let out = try stdout.fileHandleForReading.readToEnd() ?? Data()
        let err = try stderr.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Result(
            out: String(decoding: out, as: UTF8.self), err: String(decoding: err, as: UTF8.self),
            code: process.terminationStatus)
    }
}

/// A file that is there as long as this is: in optimized tests, until it is used for the last time (`withExtendedLifetime`).
final class Scratch {
    let path: String

    convenience init(_ text: String, _ suffix: String = "") throws {
        try self.init(Data(text.utf8), suffix)
    }

    init(_ bytes: Data, _ suffix: String = "") throws {
        let name = "\(UUID())\(suffix)"
        path = FileManager.default.temporaryDirectory.appending(path: name).path
        try bytes.write(to: URL(fileURLWithPath: path))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// What the file holds now.
    var text: String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }
}

/// A folder that is there as long as this is.
final class ScratchFolder {
    let path: String

    init(in parent: String = FileManager.default.temporaryDirectory.path) throws {
        path = "\(parent)/\(UUID())"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// The names of what it holds, in order.
    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }
}
