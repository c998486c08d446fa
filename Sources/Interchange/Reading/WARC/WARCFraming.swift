/// Finds the records of a WARC file (ISO 28500): a version line, named fields, an empty line, and as many bytes as
/// `Content-Length` says.
///
/// What is no record is passed over up to the next line that starts one, so that a bad record takes no good one with it.
struct WARCScanner {
    enum Step {
        /// A record, from its version line to behind what follows its block.
        case record(head: Range<Int>, block: Range<Int>, end: Int)
        /// What is no record, up to where one may start.
        case bad(end: Int, reason: String)
        /// Nothing but line breaks.
        case blank
        /// More bytes are needed: so many from the start, as far as is known.
        case incomplete(needed: Int)
    }

    /// The longest head that is read.
    static let longestHead = 1 << 16

    /// What stands at an index.
    ///
    /// - Parameter isWhole: whether no bytes come after these.
    static func step(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, isWhole: Bool
    ) -> Step {
        var index = start
        while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
        if index == bytes.count { return isWhole ? .blank : .incomplete(needed: index - start + 1) }
        guard bytes.has("WARC/", at: index) else {
            if !isWhole, bytes.count - index < 5 { return .incomplete(needed: index - start + 5) }
            return bad(bytes, from: index, isWhole, "no record starts here")
        }
        guard let blockStart = headEnd(bytes, index) else {
            let room = bytes.count - index
            if !isWhole, room < longestHead { return .incomplete(needed: bytes.count - start + 1) }
            // Behind its first word, or it would be found again.
            return bad(bytes, from: index + 6, isWhole, "the head of a record does not end")
        }
        let head = WARCHead(bytes, index..<blockStart)
        guard let length = head["content-length"].flatMap({ Int($0) }), length >= 0 else {
            return bad(bytes, from: blockStart, isWhole, "a record without Content-Length")
        }
        let room = bytes.count - blockStart
        if length > room || !isWhole && length + 9 > room {
            // Nine bytes more tell whether a record follows.
            if !isWhole {
                let needed = (blockStart - start).addingReportingOverflow(length)
                return .incomplete(needed: needed.overflow ? .max : needed.partialValue + 9)
            }
            return bad(bytes, from: blockStart, isWhole, Self.wrongLength)
        }
        var end = blockStart + length
        while end < bytes.count, bytes[end] == 0x0A || bytes[end] == 0x0D,
            end < blockStart + length + 4
        {
            end += 1
        }
        guard end == bytes.count || bytes.has("WARC/", at: end) else {
            return bad(bytes, from: blockStart, isWhole, Self.wrongLength)
        }
        return .record(head: index..<blockStart, block: blockStart..<blockStart + length, end: end)
    }

    private static let wrongLength =
        "no record ends where its Content-Length says: it is cut off, or the number is wrong"

    private static func headEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
        let limit = min(bytes.count, start + longestHead)
        let head = UnsafeBufferPointer(rebasing: bytes[..<limit])
        let ends = [
            head.index(of: "\r\n\r\n", from: start).map { $0 + 4 },
            head.index(of: "\n\n", from: start).map { $0 + 2 },
        ]
        return ends.compactMap { $0 }.min()
    }

    /// What is no record, if it is known where it ends.
    private static func bad(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ isWhole: Bool, _ reason: String
    ) -> Step {
        if let next = nextRecord(bytes, from: start) { return .bad(end: next, reason: reason) }
        if isWhole { return .bad(end: bytes.count, reason: reason) }
        // Twice as many: what is looked for from the start is not looked for too often.
        return .incomplete(needed: (bytes.count - start) * 2)
    }

    /// Where a line starts that may start a record.
    static func nextRecord(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        bytes.index(of: "\nWARC/1.", from: max(start - 1, 0)).map { $0 + 1 }
    }
}

/// The records of an archive.
struct WARCFraming: RecordFraming {
    private var end = 0
    private var needed = 0

    mutating func restart() {
        end = 0
        needed = 0
    }

    mutating func wholeEnd(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        while bytes.count >= needed {
            switch WARCScanner.step(bytes, at: end, isWhole: false) {
            case .record(_, _, let next), .bad(let next, _):
                end = next
                needed = end + 1
            case .blank: return end
            case .incomplete(let more):
                let sum = end.addingReportingOverflow(more)
                needed = sum.overflow ? .max : max(sum.partialValue, bytes.count + 1)
            }
        }
        return end
    }

    func passOver(
        _ bytes: UnsafeBufferPointer<UInt8>, isStart: Bool
    ) -> (passed: Int, isWhole: Bool) {
        // The record itself may stand behind line breaks.
        if let next = WARCScanner.nextRecord(bytes, from: isStart ? 6 : 0) { return (next, true) }
        // The last bytes may be the first of the line that is looked for.
        return (max(bytes.count - 8, 0), false)
    }

    func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var (index, count) = (0, 0)
        while index < bytes.count {
            switch WARCScanner.step(bytes, at: index, isWhole: true) {
            case .record(_, _, let next), .bad(let next, _):
                count += 1
                index = next
            case .blank, .incomplete: return count
            }
        }
        return count
    }

    func tooLong(_ limit: Int) -> String { Self.tooLong(limit) }

    static func tooLong(_ limit: Int) -> String { "a record of more than \(limit) bytes" }
}
