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

    /// Bytes that were looked at: the measure of the work.
    private(set) var work = 0

    /// What stands at an index.
    ///
    /// - Parameter isWhole: whether no bytes come after these.
    mutating func step(
        _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, isWhole: Bool
    ) -> Step {
        var index = start
        while index < bytes.count, bytes[index] == 0x0A || bytes[index] == 0x0D { index += 1 }
        work += index - start
        if index == bytes.count {
            // Twice as many: what is looked for from the start is not looked for too often.
            return isWhole ? .blank : .incomplete(needed: (index - start) * 2 + 1)
        }
        guard bytes.has("WARC/", at: index) else {
            if !isWhole, bytes.count - index < 5 { return .incomplete(needed: index - start + 5) }
            return bad(bytes, from: index, isWhole, "no record starts here")
        }
        let blockStart: Int
        switch headEnd(bytes, index, isWhole) {
        case .known(let end): blockStart = end
        case .none(let next):
            return bad(bytes, from: next, isWhole, "the head of a record does not end")
        case .incomplete: return .incomplete(needed: bytes.count - start + 1)
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

    private enum HeadEnd {
        /// Behind the empty line.
        case known(Int)
        /// There is no such line before an index from which the next record may start.
        case none(Int)
        case incomplete
    }

    /// Goes through the lines of a head up to the empty one. A line that starts a record is none of another's head, so that
    /// no byte is looked at for one head after another.
    private mutating func headEnd(
        _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ isWhole: Bool
    ) -> HeadEnd {
        let limit = min(bytes.count, start + Self.longestHead)
        var feed = bytes.index(of: 0x0A, from: start, to: limit)
        defer { work += min(feed + 1, limit) - start }
        while feed < limit {
            if bytes.has("\n", at: feed + 1) { return .known(feed + 2) }
            if bytes[feed - 1] == 0x0D, bytes.has("\r\n", at: feed + 1) { return .known(feed + 3) }
            if bytes.has(Self.firstWord, at: feed + 1) { return .none(feed + 1) }
            feed = bytes.index(of: 0x0A, from: feed + 1, to: limit)
        }
        // A line that starts a record may have started in the last bytes.
        if limit - start == Self.longestHead {
            return .none(limit - Self.firstWord.utf8CodeUnitCount)
        }
        return isWhole ? .none(limit) : .incomplete
    }

    /// What a line that starts a record starts with.
    private static let firstWord: StaticString = "WARC/1."

    /// What is no record, if it is known where it ends.
    private mutating func bad(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ isWhole: Bool, _ reason: String
    ) -> Step {
        let next = Self.nextRecord(bytes, from: start)
        work += max((next ?? bytes.count) - start, 0)
        if let next { return .bad(end: next, reason: reason) }
        if isWhole { return .bad(end: bytes.count, reason: reason) }
        return .incomplete(needed: (bytes.count - start) * 2)
    }

    /// Where a line starts that may start a record.
    static func nextRecord(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        bytes.index(of: "\nWARC/1.", from: max(start - 1, 0)).map { $0 + 1 }
    }
}

/// The records of an archive.
struct WARCFraming: RecordFraming {
    private(set) var scanner = WARCScanner()
    private var end = 0
    private var needed = 0

    mutating func restart() {
        end = 0
        needed = 0
    }

    mutating func wholeEnd(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        while bytes.count >= needed {
            switch scanner.step(bytes, at: end, isWhole: false) {
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
        var scanner = WARCScanner()
        var (index, count) = (0, 0)
        while index < bytes.count {
            switch scanner.step(bytes, at: index, isWhole: true) {
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
