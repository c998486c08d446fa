import Dragoman
import Foundation
import Testing

@testable import Interchange

@Suite("Readers")
struct ReaderTests {
    /// What a reader gives for the bytes: documents, with the file's path as `FILE`, or the error of a line.
    static func read(
        _ bytes: [UInt8], _ format: InputFormat, fields: DocumentReader.Fields = .init()
    ) throws -> [InputDocument] {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).txt").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        var reader = DocumentReader(try ByteSource(path: path), format: format, fields: fields)
        var result: [InputDocument] = []
        while true {
            do {
                guard var document = try reader.next() else { return result }
                document.id = document.id?.replacing(path, with: "FILE")
                result.append(document)
            } catch {
                guard case .line(_, let number, let reason) = error else {
                    throw error
                }
                result.append(InputDocument(text: "line \(number): \(reason)"))
            }
        }
    }

    static func texts(_ text: String, _ format: InputFormat) throws -> [String] {
        try read(Array(text.utf8), format).map(\.text)
    }

    @Test("A text is one document, an empty one too")
    func text() throws {
        #expect(try Self.texts("a\nb\n", .text) == ["a\nb\n"])
        #expect(try Self.texts("", .text) == [""])
    }

    @Test("Lines end with LF, CRLF or the input")
    func lines() throws {
        #expect(try Self.texts("a\r\nb\n\nc", .lines) == ["a", "b", "", "c"])
        #expect(try Self.texts("", .lines) == [])
    }

    @Test("A line may be longer than any buffer")
    func longLine() throws {
        let long = String(repeating: "x", count: 1_000_000)
        #expect(try Self.texts("a\n\(long)\nb", .lines) == ["a", long, "b"])
    }

    @Test("A document has its file's path, or the line's number, for an id")
    func ids() throws {
        #expect(try Self.read(Array("x".utf8), .text).map(\.id) == ["FILE"])
        #expect(
            try Self.read(Array("x\n\ny".utf8), .lines).map(\.id) == ["FILE:1", "FILE:2", "FILE:3"])
    }

    @Test(
        "JSON Lines give text, id and date; blank lines are none",
        arguments: [
            (
                #"{"id":7,"date":"2019","text":"x"}"#,
                InputDocument(id: "7", date: "2019", text: "x")
            ),
            (#"{"text":"x","text":"y"}"#, InputDocument(text: "y")),
            (
                #"{"id":12345678901234567890,"date":null,"text":""}"#,
                InputDocument(id: "12345678901234567890", text: "")
            ), (#"{"text":"\ufeffx"}"#, InputDocument(text: "\u{FEFF}x")),
            (
                #"{"text":"\ud800 x \ud801"}"#,
                InputDocument(
                    text: "\u{FFFD} x \u{FFFD}",
                    warnings: [
                        Warning(
                            byteOffset: 9,
                            message: "2 lone surrogates from here on: replaced by U+FFFD")
                    ])
            ),
            (
                #"{"id":[1],"text":"x"}"#,
                InputDocument(text: "line 1: “id” is neither a string nor a number")
            ),
        ])
    func jsonl(line: String, expected: InputDocument) throws {
        #expect(try Self.read(Array("\(line)\r\n \n\n".utf8), .jsonl) == [expected])
    }

    @Test("JSON Lines may have other names for their members")
    func fields() throws {
        var fields = DocumentReader.Fields()
        fields.text = "body"
        fields.id = "key"
        fields.date = "published"
        let line = #"{"id":1,"key":"k","body":"y","text":"x","published":2019}"#
        #expect(
            try Self.read(Array(line.utf8), .jsonl, fields: fields)
                == [InputDocument(id: "k", date: "2019", text: "y")])
    }

    @Test("What is not UTF-8 is replaced, in JSON too, and a byte order mark is left out")
    func encoding() throws {
        let warning = Warning(
            byteOffset: 10, message: "1 byte is not valid UTF-8: replaced by U+FFFD")
        #expect(
            try Self.read(Array(#"{"text":"a"#.utf8) + [0xFF] + Array(#"b"}"#.utf8), .jsonl)
                == [InputDocument(text: "a\u{FFFD}b", warnings: [warning])])
        #expect(try Self.texts("\u{FEFF}{\"text\":\"a\"}\n{\"text\":\"b\"}", .jsonl) == ["a", "b"])
        #expect(try Self.texts("\u{FEFF}a\nb", .lines) == ["a", "b"])
    }

    @Test("UTF-16 with its mark is read in every format", arguments: InputFormat.allCases)
    func utf16(format: InputFormat) throws {
        let text = format == .jsonl ? #"{"text":"né"}"# : "né"
        let bytes = ("\u{FEFF}" + text).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try Self.read(bytes, format).map(\.text) == ["né"])
    }

    @Test("Lines of any length, cut anywhere by the buffer, are read as they are", arguments: 0..<8)
    func randomLines(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let lines = (0..<40).map { _ in
            String(
                repeating: "é",
                count: Int(random.next() % [1, 10, 1000, 200_000][Int(random.next() % 4)]))
        }
        #expect(try Self.texts(lines.joined(separator: "\n") + "\n", .lines) == lines)
    }

    @Test("A bad line is named, and the others are read")
    func badLine() throws {
        let text = """
            {"text":"a"}
            {"text":
            []
            {"body":"x"}
            {"text":"b"}
            """
        #expect(
            try Self.texts(text, .jsonl) == [
                "a", "line 2: not JSON: a value is missing at byte 9", "line 3: not a JSON object",
                "line 4: no string in “text”", "b",
            ])
    }

    @Test("A missing file and a folder are errors")
    func missing() {
        #expect(throws: InputError.self) { try ByteSource.check(path: "/nowhere") }
        #expect(throws: InputError.self) { try ByteSource.check(path: "/tmp") }
    }
}
