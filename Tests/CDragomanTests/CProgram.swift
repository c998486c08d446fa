import Foundation
import Testing

/// A C program of this folder, compiled and linked with the library as any would be.
struct CProgram {
    private let path: String

    init(_ source: String) throws {
        let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let header = here.deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/CDragoman/include").path
        path = FileManager.default.temporaryDirectory.appending(path: "\(UUID())").path
        let result = try Self.shell(
            [
                "clang", "-std=c11", "-Wall", "-Wextra", "-Werror", "-pedantic", "-I", header,
                here.appending(path: source).path, "-o", path, "-L", Self.libraries,
                "-lCDragoman", "-Wl,-rpath,\(Self.libraries)", "-Wl,--allow-shlib-undefined",
                "-lpthread",
            ] + Self.sanitizing)
        #expect(result.code == 0, "\(result.text)")
    }

    /// What it prints: values by name, in their order.
    func run(_ arguments: [String] = []) throws -> (values: [String: [String]], code: Int32) {
        let output = try Self.shell([path] + arguments)
        var values: [String: [String]] = [:]
        for line in output.text.split(separator: "\n") {
            let name = line.prefix { $0 != " " }
            values[String(name), default: []].append(String(line.dropFirst(name.count + 1)))
        }
        return (values, output.code)
    }

    static let hasValgrind = (try? shell(["valgrind", "--version"]))?.code == 0

    /// The sanitizer that the library was built with: the program must bring it.
    static let sanitizer: String? = ["address", "thread"].first { name in
        dlsym(nil, "__\(name.prefix(1))san_init") != nil
    }

    /// What the compiler is told of the sanitizer. That of threads needs the toolchain's libdispatch.
    private static var sanitizing: [String] {
        guard let sanitizer else { return [] }
        let flags = ["-fsanitize=\(sanitizer)"]
        guard sanitizer == "thread",
            let maps = try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8),
            let line = maps.split(separator: "\n").first(where: { $0.hasSuffix("/libswiftCore.so") }
            ),
            let slash = line.firstIndex(of: "/")
        else { return flags }
        let folder = URL(fileURLWithPath: String(line[slash...])).deletingLastPathComponent().path
        return flags + ["-L", folder, "-Wl,-rpath,\(folder)", "-ldispatch", "-lBlocksRuntime"]
    }

    /// What valgrind says of its memory; the code is 0 if that is nothing.
    func runUnderValgrind() throws -> (text: String, code: Int32) {
        // Of the library without its debugging information, which valgrind 3.19 cannot read. What values it is that
        // decide is not asked: Swift's runtime compares padding where it makes types.
        let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let name = "libCDragoman.so"
        let stripped = try Self.shell(
            ["strip", "-g", "-o", folder.appending(path: name).path, "\(Self.libraries)/\(name)"])
        try #require(stripped.code == 0, "\(stripped.text)")
        return try Self.shell([
            "LD_LIBRARY_PATH=\(folder.path)", "valgrind", "--quiet", "--undef-value-errors=no",
            "--leak-check=full", "--show-leak-kinds=definite,indirect",
            "--errors-for-leak-kinds=definite,indirect", "--error-exitcode=9", path,
        ])
    }

    /// Where `libCDragoman.so` is.
    private static let libraries = URL(fileURLWithPath: CommandLine.arguments[0])
        .resolvingSymlinksInPath().deletingLastPathComponent().path

    private static func shell(_ words: [String]) throws -> (text: String, code: Int32) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let text = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return (String(decoding: text, as: UTF8.self), process.terminationStatus)
    }
}
