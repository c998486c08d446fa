import Testing

@testable import Interchange

/// Steps are counted, not time: bytes that were looked at for where records end.
@Suite("Hostile archives take steps in proportion to their length")
struct WARCWorkTests {
    @Test(
        "Whatever comes again and again, as a whole and in pieces",
        arguments: [
            "WARC/1.0\n", "WARC/1.0\r\n", "\nWARC/1.", "WARC/1.0\r\n\r\n",
            "WARC/1.0\r\nA: b\r\n\r\n",
            "WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
            "WARC/1.0\nContent-Length: 1\n\nx\n\n",
            "WARC/1.0\r\nContent-Length: 3\r\n\r\n", "WARC/1.0\r\nContent-Length: 99999\r\n\r\n",
            "WARC/1.0\r\n x\r\n", "WARC/1.0 x", "WARC/1.\n", "W", "\n", "a: b\r\n",
        ])
    func linear(unit: String) {
        for length in [100_000, 1_000_000] {
            let bytes = Array(String(repeating: unit, count: length / unit.utf8.count).utf8)
            #expect(work(bytes) <= bytes.count * 3)
            #expect(work(bytes, inPiecesOf: 10_000) <= bytes.count * 24)
        }
    }

    private func work(_ bytes: [UInt8]) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            var scanner = WARCScanner()
            var start = 0
            while start < bytes.count {
                switch scanner.step(bytes, at: start, isWhole: true) {
                case .record(_, _, let end), .bad(let end, _): start = end
                case .blank, .incomplete: start = bytes.count
                }
            }
            return scanner.work
        }
    }

    /// The same where more comes and comes.
    private func work(_ bytes: [UInt8], inPiecesOf size: Int) -> Int {
        bytes.withUnsafeBufferPointer { bytes in
            var framing = WARCFraming()
            for end in stride(from: size, through: bytes.count, by: size) {
                _ = framing.wholeEnd(of: UnsafeBufferPointer(rebasing: bytes[..<end]))
            }
            return framing.scanner.work
        }
    }

    @Test("A record behind one whose head does not end is read", arguments: [10, 70_000])
    func next(length: Int) throws {
        let head = "WARC/1.0\r\n" + String(repeating: "x", count: length) + "\r\n"
        let texts = try WARCReaderTests.texts(head + WARCReaderTests.text("Paris"))
        #expect(texts == ["byte 0: the head of a record does not end", "Paris"])
    }

    @Test("So it is wherever the longest head is cut off", arguments: -12...2)
    func atTheLongest(beyond: Int) {
        let length = WARCScanner.longestHead - "WARC/1.0\n".utf8.count + beyond
        let head = "WARC/1.0\n" + String(repeating: "x", count: length) + "\n"
        let bytes = Array((head + WARCReaderTests.text("Paris") + WARCReaderTests.text("x")).utf8)
        var framing = WARCFraming()
        var ends: Set<Int> = []
        bytes.withUnsafeBufferPointer { bytes in
            for end in WARCScanner.longestHead - 20...bytes.count {
                ends.insert(framing.wholeEnd(of: UnsafeBufferPointer(rebasing: bytes[..<end])))
            }
        }
        let record = WARCReaderTests.text("Paris").utf8.count
        #expect(ends == [0, head.utf8.count, head.utf8.count + record])
    }
}
