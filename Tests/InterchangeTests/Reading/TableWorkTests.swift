import SeededRandom
import Testing

@testable import Interchange

/// Steps are counted, not time: bytes that were looked at for where rows end.
@Suite("Hostile tables take steps in proportion to their length")
struct TableWorkTests {
    /// Lines after each of which a quoted field is open, wherever reading starts, and such as open and close some.
    static let units = [
        "x\",y,\"\n", "\"\n", "\"\"\n", "\"\"\"\n", "a,\"\n", "\",\"\n", "\"", "\"\",", ",", "\n",
        "\r", "\r\n",
        "\"\r", "x\",y,\"\r\n", "a,\"b\nc\"\n", "x",
    ]

    @Test("Whatever comes again and again", arguments: units)
    func linear(unit: String) {
        for length in [100_000, 1_000_000] {
            #expect(
                work(Array(String(repeating: unit, count: length / unit.utf8.count).utf8)) <= length
                    * 3)
        }
    }

    @Test(
        "Where rows are too long, what is kept is copied some times and not for each line",
        arguments: units)
    func copies(unit: String) throws {
        let limit = 4000
        let table = "id,text\n" + String(repeating: unit, count: 200_000 / unit.utf8.count)
        var options = InputOptions(.csv)
        options.longestLine = limit
        let file = try ScratchFile(Array(table.utf8))
        let reader = BatchReader([file.path], options) {
            (path) throws(InputError) in try ByteSource(path: path)
        }
        let batch = Batch()
        var batches = 0
        while reader.next(into: batch) { batches += 1 }
        #expect(batches <= 200_000 / (limit / 4) + 10)
    }

    @Test("Rows end where a reader that starts anew at each line finds it", arguments: 0..<60)
    func differential(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let isLong = seed % 2 == 0
        let long = String(repeating: "x", count: isLong ? 9000 : 8)
        let pieces = ["\"", "\"", "\"\"", ",", "\n", "\n", "\r\n", "x", long]
        let table = "id,text\n" + (0..<400).map { _ in pieces[Int(random.next() % 9)] }.joined()
        for limit in isLong ? [10_000, 100_000, 10_000_000] : [20, 100, 100_000] {
            let found = try TableReaderTests.rows(table, longestLine: limit).map(kind)
            let plain = plainRows(Array(table.utf8), limit: limit)
            #expect(found.count == plain.count)
            let other = zip(found, plain).first { $0 != $1 }
            #expect(
                other == nil,
                "limit \(limit): \(other?.0.prefix(50) ?? ""), \(other?.1.prefix(50) ?? "")")
        }
    }

    /// A row without what names it, or where a fault is and of which sort.
    private func kind(_ row: String) -> String {
        guard row.hasPrefix("line "), let colon = row.firstIndex(of: ":") else {
            return row.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false).last
                .map(String.init) ?? ""
        }
        return row[...colon] + (row.contains("a quoted field that does not end") ? "open" : "fault")
    }

    /// The rows, each looked for from the start of its line to the end of all.
    private func plainRows(_ table: [UInt8], limit: Int) -> [String] {
        table.withUnsafeBufferPointer { bytes in
            var rows: [String] = []
            var (start, line) = (8, 2)
            while start < bytes.count {
                let lineEnd = min(bytes.index(of: UInt8(ascii: "\n"), from: start) + 1, bytes.count)
                var scanner = RowScanner(delimiter: UInt8(ascii: ","))
                let found = scanner.rowEnd(bytes, from: start)
                let end = found ?? (scanner.isQuoted ? nil : bytes.count)
                let content = bytes.withoutLineBreak(start..<(end ?? lineEnd))
                var next = end ?? lineEnd
                if end == nil || content.count > limit {
                    rows.append("line \(line):open")
                    next = min(next, lineEnd)
                } else if !content.isEmpty {
                    var row = Row()
                    row.read(bytes, content, delimiter: UInt8(ascii: ","))
                    rows.append(
                        row.fault == nil && row.fields.count == 2
                            && row.fields[0].range.count <= ParsedDocument.longestID
                            ? Row.string(row.fields[1], of: bytes) : "line \(line):fault")
                }
                line += UnsafeBufferPointer(rebasing: bytes[start..<next]).lineBreaks
                start = next
            }
            return rows
        }
    }

    private func work(_ bytes: [UInt8]) -> Int {
        let batch = Batch()
        batch.bytes.append(bytes)
        var fields = InputFields()
        fields.text = "1"
        batch.columns = try? TableColumns([], fields)
        var reader = TableReader(longestRow: bytes.count)
        reader.read(batch, delimiter: UInt8(ascii: ","))
        while reader.next() != nil {}
        return reader.work
    }
}
