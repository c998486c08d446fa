import Foundation
import Testing

@Suite("The C interface, from a program written in C")
struct CInterfaceTests {
    /// What `consumer.c`, compiled and linked with the library, prints for `options`: values by name, in their order.
    static func run(_ options: String?) throws -> (values: [String: [String]], code: Int32) {
        let output = try shell([try program.get().path] + (options.map { [$0] } ?? []))
        var values: [String: [String]] = [:]
        for line in output.text.split(separator: "\n") {
            let name = line.prefix { $0 != " " }
            values[String(name), default: []].append(String(line.dropFirst(name.count + 1)))
        }
        return (values, output.code)
    }

    /// Where `libCDragoman.so` is.
    private static let libraries = URL(fileURLWithPath: CommandLine.arguments[0])
        .resolvingSymlinksInPath().deletingLastPathComponent().path

    private static let program = Result {
        let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let header = here.deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/CDragoman/include").path
        let program = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        let result = try shell([
            "clang", "-std=c11", "-Wall", "-Wextra", "-Werror", "-pedantic", "-I", header,
            here.appending(path: "consumer.c").path, "-o", program.path, "-L", libraries,
            "-lCDragoman", "-Wl,-rpath,\(libraries)", "-Wl,--allow-shlib-undefined", "-lpthread",
        ])
        #expect(result.code == 0, "\(result.text)")
        return program
    }

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

    @Test("Text goes in and JSON comes out, from many threads too")
    func extracts() throws {
        let (values, code) = try Self.run(nil)
        #expect(code == 0)
        #expect(values["length"] == ["1"])
        let json = try #require(values["json"]?.first)
        #expect(json.hasPrefix(#"{"schema":"dragoman/1","id":"a\"b","offsets":"codepoint","#))
        #expect(json.contains(#""text":"Munich","label":"PLACE""#))
        #expect(values["empty"]?.first?.contains(#""mentions":[],"entities":[]"#) == true)
    }

    @Test("What is no UTF-8 and what is no date are warnings")
    func warns() throws {
        let bytes = try #require(try Self.run(nil).values["bytes"]?.first)
        #expect(bytes.contains(#""length":{"codepoint":3,"utf16":3,"utf8":5}"#))
        #expect(bytes.contains(#"{"byteOffset":0,"message":"1 byte is not valid UTF-8"#))
        #expect(bytes.contains("“2019-02-30” is no date"))
    }

    @Test("Mistakes of the caller give NULL and a message")
    func mistakes() throws {
        let (values, _) = try Self.run(nil)
        #expect(values["null"] == ["NULL"] && values["long"] == ["NULL"])
        #expect(values["lost"] == ["NULL"])
        #expect(
            values["error"] == [
                "the extractor is NULL", "a text of more than 2147483646 bytes",
            ])
        #expect(values["code"] == ["EINVAL", "EFBIG"])
    }

    @Test("Options are read from JSON")
    func options() throws {
        let options = #"{"labels":["date"],"offsets":"utf16","date":"2019","explain":true}"#
        let json = try #require(try Self.run(options).values["json"]?.first)
        #expect(json.contains(#""offsets":"utf16""#))
        #expect(json.contains(#""label":"DATE""#) && !json.contains(#""label":"PLACE""#))
    }

    @Test(
        "Options that are none are refused",
        arguments: [
            ("", "EINVAL", "a value is missing at byte 1"),
            ("[]", "EINVAL", "options: not a JSON object"),
            (#"{"dates":"2019"}"#, "EINVAL", "options: unknown member “dates”"),
            (#"{"date":"2019-02-30"}"#, "EINVAL", "“2019-02-30” is no date"),
            (#"{"date":2019}"#, "EINVAL", "options: “date” must be a string"),
            (#"{"languages":["english"]}"#, "EINVAL", "options: “english” is no language"),
            (#"{"labels":["ANIMAL"]}"#, "EINVAL", "options: unknown label “ANIMAL”"),
            (#"{"offsets":"inch"}"#, "EINVAL", "options: “offsets” must be one of codepoint"),
            (#"{"lexicons":["/nowhere.tsv"]}"#, "EIO", "/nowhere.tsv: No such file or directory"),
            (#"{"rules":[1]}"#, "EINVAL", "options: “rules” must be an array of strings"),
        ])
    func refused(options: String, code name: String, message: String) throws {
        let (values, code) = try Self.run(options)
        #expect(code == 1)
        #expect(values["code"] == [name])
        #expect(values["error"]?.first?.hasPrefix(message) == true, "\(values)")
    }

    private static let hasValgrind = (try? shell(["valgrind", "--version"]))?.code == 0

    @Test(
        "Nothing is lost and nothing is touched that is not ours",
        .enabled(if: hasValgrind, "valgrind is not installed"))
    func leaks() throws {
        // Of the library without its debugging information, which valgrind 3.19 cannot read. What values it is that
        // decide is not asked: Swift's runtime compares padding where it makes types.
        let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let name = "libCDragoman.so"
        let stripped = try Self.shell(
            ["strip", "-g", "-o", folder.appending(path: name).path, "\(Self.libraries)/\(name)"])
        try #require(stripped.code == 0, "\(stripped.text)")
        let checked = try Self.shell([
            "LD_LIBRARY_PATH=\(folder.path)", "valgrind", "--quiet", "--undef-value-errors=no",
            "--leak-check=full", "--show-leak-kinds=definite,indirect",
            "--errors-for-leak-kinds=definite,indirect", "--error-exitcode=9",
            try Self.program.get().path,
        ])
        #expect(checked.code == 0, "\(checked.text)")
    }
}
