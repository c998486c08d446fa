import Dragoman
import Foundation
import SeededRandom
import Testing

@testable import Interchange

@Suite("Readers")
struct ReaderTests {
    /// What a reader gives for the bytes: documents, with the file's path as `FILE`, or the error of a line.
    static func read(
        _ bytes: [UInt8], _ format: InputFormat, fields: InputFields = .init(),
        longestLine: Int = BatchReader.longestLine
    ) throws -> [InputDocument] {
        var options = InputOptions(format)
        options.fields = fields
        options.longestLine = longestLine
        return try read(bytes, options)
    }

    static func read(_ bytes: [UInt8], _ options: InputOptions) throws -> [InputDocument] {
        let file = try ScratchFile(bytes)
        let path = file.path
        let reader = BatchReader([path], options) {
            (path) throws(InputError) in try ByteSource(path: path)
        }
        let batch = Batch()
        var parser = DocumentParser(options)
        var result: [InputDocument] = []
        while reader.next(into: batch) {
            parser.read(batch)
            while let item = parser.next() {
                switch item {
                case .document(let document):
                    result.append(
                        InputDocument(
                            id: document.id?.replacing(path, with: "FILE"), date: document.date,
                            text: String(decoding: document.utf8, as: UTF8.self),
                            warnings: document.warnings))
                case .failure(.line(_, let number, let reason)):
                    result.append(InputDocument(text: "line \(number): \(reason)"))
                case .failure(.record(_, let offset, let reason)):
                    result.append(InputDocument(text: "byte \(offset): \(reason)"))
                case .failure(let error): throw error
                }
            }
        }
        return result
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
        var fields = InputFields()
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

    @Test(
        "UTF-16 with its mark is read in every format",
        arguments: [InputFormat.text, .lines, .jsonl, .html])
    func utf16(format: InputFormat) throws {
        let text = format == .jsonl ? #"{"text":"né"}"# : "né"
        let bytes = ("\u{FEFF}" + text).utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try Self.read(bytes, format).map(\.text) == ["né"])
    }

    @Test("Lines of any length, cut anywhere by the buffer, are read as they are", arguments: 0..<8)
    func randomLines(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
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

    @Test(
        "A line that is too long is named and passed over",
        arguments: [InputFormat.text, .lines, .jsonl])
    func tooLong(format: InputFormat) throws {
        let long = String(repeating: "y", count: 700_000)
        let text = ["a", long, "", "b", long, long].map { format == .jsonl ? json($0) : $0 }
        let expected =
            format == .text
            ? [text.joined(separator: "\n")]
            : [
                "a", "line 2: a line of more than 300000 bytes", "", "b",
                "line 5: a line of more than 300000 bytes",
                "line 6: a line of more than 300000 bytes",
            ]
        let bytes = Array(text.joined(separator: "\n").utf8)
        #expect(try Self.read(bytes, format, longestLine: 300_000).map(\.text) == expected)
    }

    @Test("A line of the longest length is read, one byte more is not", arguments: ["\n", "\r\n"])
    func longest(end: String) throws {
        for length in [300, 300_000] {
            let line = String(repeating: "y", count: length)
            let bytes = Array("\(line)\(end)\(line)y\(end)\(line)".utf8)
            #expect(
                try Self.read(bytes, .lines, longestLine: length).map(\.text) == [
                    line, "line 2: a line of more than \(length) bytes", line,
                ])
        }
    }

    private func json(_ text: String) -> String { "{\"text\":\"\(text)\"}" }

    @Test("UTF-16 and UTF-32, cut anywhere, are what they are in UTF-8", arguments: 0..<4)
    func wideLines(kind: Int) throws {
        let line = String(repeating: "né😀日", count: 20_000)
        let text = "\u{FEFF}a\n\(line)\r\n\(line)\nb"
        let units =
            kind < 2
            ? text.utf16.map { (UInt32($0), 2) } : text.unicodeScalars.map { ($0.value, 4) }
        let bytes = units.flatMap { value, width in
            let bytes = (0..<width).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
            return kind % 2 == 0 ? bytes : bytes.reversed()
        }
        #expect(try Self.read(bytes, .lines).map(\.text) == ["a", line, line, "b"])
        #expect(try Self.read(bytes.dropLast(1), .lines).last?.text == "\u{FFFD}")
    }

    @Test("Batches end with lines, and count them", arguments: 0..<4)
    func batches(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let lengths: [UInt64] = [0, 10, 1000, 400_000]
        let lines = (0..<60).map { _ in
            String(
                repeating: "x", count: Int(random.next() % (lengths[Int(random.next() % 4)] + 1)))
        }
        let file = try ScratchFile(Array(lines.joined(separator: "\n").utf8))
        let reader = BatchReader([file.path, "/nowhere", file.path], format: .lines) {
            (path) throws(InputError) in try ByteSource(path: path)
        }
        let batch = Batch()
        var read: [String] = []
        var failures = 0
        while reader.next(into: batch) {
            if batch.failure != nil { failures += 1 }
            if batch.bytes.count == 0 { continue }
            #expect(batch.firstLine == read.count % lines.count + 1)
            var text = String(decoding: batch.bytes.bytes, as: UTF8.self)
            if text.hasSuffix("\n") { text.removeLast() }
            read += text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        }
        #expect(failures == 1 && reader.isAtEnd)
        #expect(read == lines + lines)
    }

    @Test("Lines one by one are the same lines")
    func textLines() throws {
        let file = try ScratchFile(Array("a\r\n\nb\n".utf8))
        var lines = TextLines(try ByteSource(path: file.path))
        var read: [String] = []
        while let line = try lines.next() {
            read.append("\(lines.number) \(String(decoding: line, as: UTF8.self))")
        }
        #expect(read == ["1 a", "2 ", "3 b"])
    }

    @Test("A missing file and a folder are errors")
    func missing() {
        #expect(throws: InputError.self) { try ByteSource.check(path: "/nowhere") }
        #expect(throws: InputError.self) { try ByteSource.check(path: "/tmp") }
    }
}

/// A file that is there as long as this is.
final class ScratchFile {
    let path: String

    init(_ bytes: [UInt8]) throws {
        path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).txt").path
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
