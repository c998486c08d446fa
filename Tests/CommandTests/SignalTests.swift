import Foundation
import Testing

@Suite("Signals end the command between lines")
struct SignalTests {
    /// A document of which more is written than a pipe holds, with so much beside its text that a few are a batch.
    static let line = {
        let text = String(repeating: "Paris and Rome. ", count: 500)
        return "{\"padding\":\"\(String(repeating: "x", count: 60_000))\",\"text\":\"\(text)\"}\n"
    }()

    /// The command, with signals as they are by default, whatever the tests were started with.
    static func process(_ arguments: [String]) -> Process {
        Tool.process("/usr/bin/env", ["--default-signal=HUP,INT,TERM", Tool.path] + arguments)
    }

    /// The command with its output in a pipe that nobody reads, in the middle of a line.
    static func blocked(_ jobs: String) throws -> (Process, Pipe, Scratch) {
        let input = try Scratch(String(repeating: line, count: 40))
        let process = process(["--input", "jsonl", "--jobs", jobs, input.path])
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        // Something is there, so the rest of the line waits.
        var event = pollfd(
            fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
        #expect(poll(&event, 1, 60_000) == 1)
        usleep(100_000)
        return (process, output, input)
    }

    @Test(
        "in the middle of a line it is written to its end, and the exit code is the signal's",
        arguments: [SIGHUP, SIGINT, SIGTERM], ["1", "3"])
    func whole(signal: Int32, jobs: String) throws {
        let (process, output, _) = try Self.blocked(jobs)
        kill(process.processIdentifier, signal)
        usleep(50_000)
        #expect(process.isRunning)
        let written = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(process.terminationStatus == signal)
        #expect(written.last == 10 && written.count > 1 << 16)
        #expect(written.count { $0 == 10 } < 40)
    }

    @Test("a second one does not wait for the reader", arguments: ["1", "3"])
    func twice(jobs: String) throws {
        let (process, output, _) = try Self.blocked(jobs)
        for _ in 0..<2 {
            kill(process.processIdentifier, SIGINT)
            usleep(20_000)
        }
        process.waitUntilExit()
        #expect(process.terminationStatus == SIGINT)
        try output.fileHandleForReading.close()
    }

    @Test("while it waits for input it ends at once", arguments: [SIGHUP, SIGINT, SIGTERM])
    func idle(signal: Int32) throws {
        let process = Self.process(["--input", "lines"])
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data("Paris\n".utf8))
        #expect(output.fileHandleForReading.availableData.last == 10)
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        #expect(process.terminationStatus == signal)
    }

    @Test("those that are ignored when it starts, as under nohup, stay so")
    func ignored() throws {
        let result = try Tool.shell(
            """
            trap '' HUP INT
            $dragoman --input lines < <(printf 'Paris\\n'; sleep 0.5; printf 'Rome\\n') &
            sleep 0.2
            kill -HUP $!; kill -INT $!
            wait $!; echo $?
            """)
        #expect(result.out.split(separator: "\n").count == 3 && result.out.hasSuffix("\n0\n"))
    }
}
