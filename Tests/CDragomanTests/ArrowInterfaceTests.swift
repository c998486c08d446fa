import Foundation
import Testing

@Suite("The C interface for batches in Arrow's layout, from a program written in C")
struct ArrowInterfaceTests {
    private static let program = Result { try CProgram("arrow.c") }

    /// What `arrow.c` prints, values by name.
    private static let printed = Result { try program.get().run() }

    private static func rows() throws -> [[Substring]] {
        try printed.get().values["row", default: []].map {
            $0.split(separator: "|", omittingEmptySubsequences: false)
        }
    }

    @Test(
        "A batch goes in, and a table of mentions comes out, whose columns are those of --output rows"
    )
    func columns() throws {
        let columns = try #require(try Self.printed.get().values["columns"])
        #expect(
            Set(columns) == [
                "+s id:u sentence:l mention:l outer:l offsets:u start:l end:l text:u label:u entity:u "
                    + "name:u ids:u value:u edtf:u earliest:u latest:u grain:u resolution:u rule:u error:u"
            ])
        let rows = try Self.rows()
        #expect(
            rows.first?.joined(separator: "|")
                == "ab|1|0|0|codepoint|0|9|Taro Kono|PERSON|e1|Taro Kono||Taro Kono||||||names.person|null"
        )
    }

    @Test("Offsets of columns and of the batch are kept to, and each text has the date beside it")
    func offsets() throws {
        let rows = try Self.rows()
        try #require(rows.count > 3)
        let date = rows[3]
        #expect(date[7...8] == ["yesterday", "DATE"] && date.contains("2019-02-11"))
    }

    @Test("A text that is null is an error with its id, and the others of its batch come out")
    func nulls() throws {
        let rows = try Self.rows()
        try #require(rows.count > 4)
        #expect(rows[4].first == "3" && rows[4].last == "the text is null")
        #expect(rows[4].dropFirst().dropLast().allSatisfy { $0 == "null" })
        let nulls = try #require(try Self.printed.get().values["nulls"]?.first)
        #expect(nulls == "0" + String(repeating: " 1", count: 18) + " 6")
    }

    @Test("A byte order mark in a string is counted, and what is no UTF-8 is replaced")
    func bytes() throws {
        let rows = try Self.rows()[5...6]
        #expect(rows.map { $0[7] } == ["Munich", "Paris"])
        #expect(rows.map { $0[5] } == ["11", "29"])
        // Its id is empty, as it has none.
        #expect(rows.allSatisfy { $0[0] == "" })
    }

    @Test(
        "Offsets that go backwards and a text of 3 GiB are errors, and nothing is read beyond the batch"
    )
    func lengths() throws {
        #expect(
            try Self.rows()[7...].map { $0.last } == [
                "the offsets of the batch go backwards", "a text of more than 2147483646 bytes",
            ])
    }

    @Test("What is no batch is refused")
    func refused() throws {
        let errors = try #require(try Self.printed.get().values["error"])
        #expect(
            errors == [
                "EINVAL column “text”: format “l” is none of u, U, z and Z",
                "EINVAL no column “text”",
                "EINVAL not a batch: a struct of columns is wanted",
                "EINVAL an argument is NULL",
                "EINVAL the batch was released",
            ])
    }

    @Test(
        "The batch stays the caller's, the rows are the caller's, and a column outlives the others")
    func ownership() throws {
        let (values, code) = try Self.printed.get()
        #expect(code == 0)
        #expect(values["released"] == ["0"])
        #expect(values["left"].map(Set.init) == ["1 1"])
        #expect(values["text"] == ["Taro"])
    }

    @Test(
        "Nothing is lost and nothing is touched that is not ours",
        .enabled(if: CProgram.hasValgrind, "valgrind is not installed"),
        .enabled(if: CProgram.sanitizer == nil, "the sanitizer says the same"))
    func leaks() throws {
        let checked = try Self.program.get().runUnderValgrind()
        #expect(checked.code == 0, "\(checked.text)")
    }

    @Test("The header has Arrow's structures as the library does")
    func header() throws {
        let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources").standardized
        let structures = try ["CArrow/CArrow.h", "CDragoman/include/dragoman.h"].map { path in
            let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
            let start = try #require(text.range(of: "#ifndef ARROW_C_DATA_INTERFACE"))
            let end = try #require(text[start.upperBound...].range(of: "#endif"))
            return text[start.lowerBound..<end.upperBound]
        }
        #expect(structures[0].count > 500 && structures[0] == structures[1])
    }
}
