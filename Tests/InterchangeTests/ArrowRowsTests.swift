import CArrow
import Dragoman
import Testing

@testable import Interchange

@Suite("Rows in Arrow's layout")
struct ArrowRowsTests {
    /// A table as it was handed over, by rows; `nil` for null.
    private func read(_ rows: consuming ArrowRows) -> [[String: String?]] {
        var array = rows.export()
        var schema = ArrowRows.schema()
        defer {
            array.release(&array)
            schema.release(&schema)
        }
        return (0..<Int(array.length)).map { row in
            var values: [String: String?] = [:]
            for number in 0..<Int(array.n_children) {
                let column = array.children[number]!.pointee
                let name = String(cString: schema.children[number]!.pointee.name)
                let validity = column.buffers[0]?.assumingMemoryBound(to: UInt8.self)
                if let validity, validity[row / 8] >> (row % 8) & 1 == 0 {
                    values[name] = .some(nil)
                } else if column.n_buffers == 2 {
                    values[name] = String(
                        column.buffers[1]!.load(fromByteOffset: row * 8, as: Int.self))
                } else {
                    let offsets = column.buffers[1]!.assumingMemoryBound(to: Int32.self)
                    let bytes = UnsafeRawBufferPointer(
                        start: column.buffers[2]! + Int(offsets[row]),
                        count: Int(offsets[row + 1] - offsets[row]))
                    values[name] = String(decoding: bytes, as: UTF8.self)
                }
            }
            return values
        }
    }

    private func append(_ document: Document, to rows: inout ArrowRows) throws(ArrowError) {
        let utf8 = Array(document.text.utf8)
        try utf8.withUnsafeBufferPointer { (utf8) throws(ArrowError) in
            try rows.append(document, utf8: utf8, unit: .codepoint)
        }
    }

    @Test("They hold what the same rows hold as JSON Lines, and no error")
    func sameAsLines() throws {
        var rows = ArrowRows()
        try append(Samples.hard, to: &rows)
        let table = read(rows)
        let lines = Samples.written(Samples.hard, by: RowsDocumentWriter()).split(separator: "\n")
        #expect(table.count == lines.count)
        for (row, line) in zip(table, lines) {
            guard case .object(let members) = try JSONReader.read(Array(line.utf8)) else {
                Issue.record("no object")
                continue
            }
            #expect(row.count == members.count + 1 && row["error"] == .some(nil))
            for (name, value) in members {
                #expect(row[name] == (value.string ?? value.integer.map { "\($0)" }), "\(name)")
            }
        }
    }

    @Test("A document whose rows do not fit leaves none, and those after it are there")
    func tooMuch() throws {
        var rows = ArrowRows(limit: 100)
        try append(Samples.hard, to: &rows)
        let before = rows.count
        let error = #expect(throws: ArrowError.self) { try self.append(Samples.hard, to: &rows) }
        #expect(rows.count == before)
        rows.append(error: error?.description ?? "", id: "long")
        let place = Mention(utf8Range: 0..<4, label: .place, rule: "r")
        try append(Document(text: "Oslo", mentions: [place]), to: &rows)
        let table = read(rows)
        #expect(table.count == before + 2)
        #expect(table[before]["id"] == "long" && table[before]["sentence"] == .some(nil))
        #expect(table[before]["error"] == "a column of the rows would take more than 100 bytes")
        #expect(table[before + 1]["text"] == "Oslo" && table[before + 1]["error"] == .some(nil))
    }
}
