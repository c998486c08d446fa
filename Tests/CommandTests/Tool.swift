import Foundation

/// The built command, run as a user runs it.
enum Tool {
    struct Result {
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
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.environment = ["PATH": "/usr/bin:/bin"].merging(environment) { $1 }
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

    static func run(_ arguments: String..., input: String) throws -> Result {
        try run(arguments, input: Data(input.utf8))
    }
}

/// A file that is there as long as this is.
final class Scratch {
    let path: String

    init(_ text: String, _ suffix: String = "") throws {
        let name = "\(UUID())\(suffix)"
        path = FileManager.default.temporaryDirectory.appending(path: name).path
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
