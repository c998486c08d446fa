import SeededRandom
import Testing

@testable import Interchange

@Suite("Tables")
struct TableReaderTests {
    /// What the reader gives for a table: `id|date|text` or the error of a line.
    static func rows(
        _ text: String, _ format: InputFormat = .csv, longestLine: Int = BatchReader.longestLine,
        _ change: (inout InputFields) -> Void = { _ in }
    ) throws -> [String] {
        var options = InputOptions(format)
        options.longestLine = longestLine
        change(&options.fields)
        return try ReaderTests.read(Array(text.utf8), options).map { document in
            document.id.map { "\($0)|\(document.date ?? "")|\(document.text)" } ?? document.text
        }
    }

    @Test(
        "Rows are read as RFC 4180 says",
        arguments: [
            ("text\na\nb\n", ["FILE:2||a", "FILE:3||b"]),
            ("text\r\na\r\nb", ["FILE:2||a", "FILE:3||b"]),
            ("text\ra\rb\r", ["FILE:2||a", "FILE:3||b"]), ("text\n\na\n\n", ["FILE:3||a"]),
            ("text", []), ("", []),
            ("\u{FEFF}id,text\n1,a", ["1||a"]),
            ("id,date,text\n1,2019,a\n,,b", ["1|2019|a", "FILE:3||b"]),
            ("id,text\n1,\"a,\nb\"\n2,c", ["1||a,\nb", "2||c"]),
            ("\"id\",\"text\"\n1,\"say \"\"a\"\"\"\n", ["1||say \"a\""]),
            ("id,text\n1,\"\"\n2,\"\"\"\"", ["1||", "2||\""]),
            ("id,text\n1,a \"b\" c", ["1||a \"b\" c"]),
            ("text,id\na\nb,2", ["FILE:2||a", "2||b"]), ("id,text\n\"\"\"1\"\"\",a", ["\"1\"||a"]),
            ("text\n\"a\r\nb\"\r\nc\r\n", ["FILE:2||a\r\nb", "FILE:4||c"]),
        ])
    func rows(table: String, expected: [String]) throws {
        #expect(try Self.rows(table) == expected)
        let tabs = table.replacing(",", with: "\t")
        #expect(try Self.rows(tabs, .tsv) == expected.map { $0.replacing(",", with: "\t") })
    }

    @Test(
        "A row that is not as it should be is named by its line, and the others are read",
        arguments: [
            (
                "id,text\n1,a\n2,b,c\n3,d",
                ["1||a", "line 3: 3 fields, where the header has 2", "3||d"]
            ),
            ("id,text\n1\n2,b", ["line 2: no field 2, which is the text", "2||b"]),
            (
                "id,text\n1,\"a\"b\n2,c",
                ["line 2: something stands behind the quotes of field 2", "2||c"]
            ),
            (
                "id,text\n1,\"a\nb\n2,c",
                [
                    "line 2: a quoted field that does not end",
                    "line 3: no field 2, which is the text", "2||c",
                ]
            ),
            ("id,text\n1,a\n2,\"b", ["1||a", "line 3: a quoted field that does not end"]),
            ("id,text\n1,\"x\ny\"\n2", ["1||x\ny", "line 4: no field 2, which is the text"]),
        ])
    func faults(table: String, expected: [String]) throws {
        #expect(try Self.rows(table) == expected)
    }

    @Test("Columns are found by name, or by number; a name counts more")
    func columns() throws {
        let table = "2,body,when\na,b,2019\n"
        #expect(try Self.rows(table) { $0.text = "body" } == ["FILE:2||b"])
        let named = try Self.rows(table) {
            ($0.text, $0.id, $0.date) = ("2", "2", "when")
        }
        #expect(named == ["a|2019|a"])
        #expect(try Self.rows(table) { ($0.text, $0.date) = ("1", "3") } == ["FILE:2|2019|a"])
        let bare = try Self.rows(table) {
            $0.hasHeader = false
            ($0.text, $0.id) = ("2", "1")
        }
        #expect(bare == ["2||body", "a||b"])
    }

    @Test("A column that is not there is an error of the file")
    func noColumn() {
        #expect(throws: InputError.self) { try Self.rows("id,body\n1,a") }
        #expect(throws: InputError.self) {
            try Self.rows("id,text\n1,a") { ($0.date, $0.needsDate) = ("when", true) }
        }
        #expect(throws: InputError.self) { try Self.rows("text\na") { $0.text = "2" } }
    }

    @Test("A row or quote that is too long is named and passed over with its first line")
    func tooLong() throws {
        let long = String(repeating: "y", count: 400_000)
        let reason = "a row, or a quoted field that does not end, of more than 300000 bytes"
        let table = "id,text\n1,a\n2,\(long)\n3,b\n4,\"c\n\(long)\n5,d\n"
        let rows = try Self.rows(table, longestLine: 300_000)
        #expect(
            rows == [
                "1||a", "line 3: \(reason)", "3||b", "line 5: \(reason)", "line 6: \(reason)",
                "5||d",
            ])
    }

    @Test(
        "A row whose quoted field makes it too long takes its first line with it, though the field ends"
    )
    func tooLongInQuotes() throws {
        let long = String(repeating: "y", count: 200_000)
        let reason = "a row, or a quoted field that does not end, of more than 300000 bytes"
        let table = "id,text\n1,a\n2,\"b\n3,c\n4,\(long)\n\(long)\"\n5,d\n"
        let rows = try Self.rows(table, longestLine: 300_000)
        #expect(
            rows == [
                "1||a", "line 3: \(reason)", "3||c", "4||\(long)",
                "line 6: no field 2, which is the text", "5||d",
            ])
    }

    /// A field as RFC 4180 wants it, in quotes where it must be and now and then where it need not.
    static func quoted(_ field: String, _ delimiter: String, always: Bool) -> String {
        let isPlain = !field.contains {
            [delimiter, "\"", "\n", "\r", "\r\n"].contains(String($0))
        }
        return isPlain && !always ? field : "\"\(field.replacing("\"", with: "\"\""))\""
    }

    @Test("Random tables come out as they were put in, wherever batches are cut", arguments: 0..<12)
    func random(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let format = seed % 2 == 0 ? InputFormat.csv : .tsv
        let delimiter = format == .csv ? "," : "\t"
        let pieces = [
            "a", "\"", "\"\"", "\n", "\r\n", "\r", ",", "\t", "é", "😀", " ",
            String(repeating: "x", count: 9000),
        ]
        let rows = (0..<150).map { number in
            let length = random.next() % 12
            let text = (0..<length).map { _ in pieces[Int(random.next() % 12)] }.joined()
            return (id: "\(number)", text: text)
        }
        var table = "id\(delimiter)text"
        for row in rows {
            let always = random.next() % 3 == 0 || row.text.isEmpty
            table += ["\n", "\r\n"][Int(random.next() % 2)] + row.id + delimiter
            table += Self.quoted(row.text, delimiter, always: always)
        }
        #expect(try Self.rows(table, format) == rows.map { "\($0.id)||\($0.text)" })
    }
}
