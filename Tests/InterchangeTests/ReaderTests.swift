import Foundation
import Testing

@testable import Interchange

@Suite("Readers")
struct ReaderTests {
    /// What a reader gives for the bytes: ids, or the error of a line.
    static func read(
        _ text: String, _ format: InputFormat, fields: DocumentReader.Fields = .init()
    ) throws -> [String] {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).txt").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        var reader = DocumentReader(try ByteSource(path: path), format: format, fields: fields)
        var result: [String] = []
        while true {
            do {
                guard let document = try reader.next() else { return result }
                let parts = [format == .jsonl ? document.id : nil, document.date, document.text]
                result.append(parts.compactMap { $0 }.joined(separator: "|"))
            } catch {
                guard case .line(_, let number, let reason) = error else { throw error }
                result.append("line \(number): \(reason)")
            }
        }
    }

    @Test("A text is one document, an empty one too")
    func text() throws {
        #expect(try Self.read("a\nb\n", .text) == ["a\nb\n"])
        #expect(try Self.read("", .text) == [""])
    }

    @Test("Lines end with LF, CRLF or the input")
    func lines() throws {
        #expect(try Self.read("a\r\nb\n\nc", .lines) == ["a", "b", "", "c"])
        #expect(try Self.read("", .lines) == [])
    }

    @Test("A line may be longer than any buffer")
    func longLine() throws {
        let long = String(repeating: "x", count: 1_000_000)
        #expect(try Self.read("a\n\(long)\nb", .lines) == ["a", long, "b"])
    }

    @Test("JSON Lines give text, id and date, under other names too")
    func jsonl() throws {
        #expect(
            try Self.read(#"{"id":7,"date":"2019","text":"x"}"# + "\n\n", .jsonl) == ["7|2019|x"])
        var fields = DocumentReader.Fields()
        fields.text = "body"
        #expect(try Self.read(#"{"body":"y"}"#, .jsonl, fields: fields) == ["y"])
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
            try Self.read(text, .jsonl) == [
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
