import CText

/// Cuts the bytes of an input into whole records: lines, rows of a table, records of an archive.
protocol RecordFraming {
    /// Says that the bytes that come start with a record.
    mutating func restart()

    /// Where the last whole record of the bytes ends; 0 if there is none. Asked again with more bytes, it goes on.
    mutating func wholeEnd(of bytes: UnsafeBufferPointer<UInt8>) -> Int

    /// Whether the bytes end within a record that may go on over lines.
    var isOpen: Bool { get }

    /// How many of the bytes belong to a record that is too long, and whether it ends there.
    ///
    /// - Parameter isStart: whether the bytes start with the record, and not somewhere inside of it.
    func passOver(
        _ bytes: UnsafeBufferPointer<UInt8>, isStart: Bool
    ) -> (passed: Int, isWhole: Bool)

    /// How many lines or records, as errors count them, stand in the bytes.
    func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int

    /// What is said of a record of more than `limit` bytes.
    func tooLong(_ limit: Int) -> String
}

extension RecordFraming {
    var isOpen: Bool { false }
}

/// Each line is a record.
struct LineFraming: RecordFraming {
    private var looked = 0
    private var end = 0

    mutating func restart() {
        looked = 0
        end = 0
    }

    mutating func wholeEnd(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        guard let first = bytes.baseAddress else { return 0 }
        let length = ctext_whole_lines(first + looked, bytes.count - looked)
        if length > 0 { end = looked + length }
        looked = bytes.count
        return end
    }

    func passOver(
        _ bytes: UnsafeBufferPointer<UInt8>, isStart: Bool
    ) -> (passed: Int, isWhole: Bool) {
        bytes.passOverLine
    }

    func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        bytes.baseAddress.map { ctext_line_feeds($0, bytes.count) } ?? 0
    }

    func tooLong(_ limit: Int) -> String { BatchReader.tooLong(limit) }
}

extension UnsafeBufferPointer<UInt8> {
    /// How many of the bytes belong to the first line, and whether it ends there.
    var passOverLine: (passed: Int, isWhole: Bool) {
        let feed = index(of: UInt8(ascii: "\n"), from: 0)
        return feed < count ? (feed + 1, true) : (count, false)
    }
}
