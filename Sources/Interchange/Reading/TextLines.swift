/// The lines of a source one by one, without their ends, for whoever is in no hurry.
public struct TextLines {
    private let reader: BatchReader
    private let batch = Batch()
    private var start = 0
    /// Number of the line read last, from 1.
    public private(set) var number = 0
    /// Whether the line read last has an end.
    public private(set) var isWhole = true
    /// How many bytes were read, with the ends of lines.
    public private(set) var position = 0

    public init(_ source: ByteSource, longestLine: Int = BatchReader.longestLine) {
        reader = BatchReader([source.name], format: .lines, longestLine: longestLine) { _ in source
        }
    }

    /// The next line; `nil` after the last.
    ///
    /// - Throws: ``InputError`` when no more can be read.
    public mutating func next() throws(InputError) -> [UInt8]? {
        while start == batch.bytes.count {
            if let failure = batch.failure { throw failure }
            guard reader.next(into: batch) else { return nil }
            start = 0
        }
        let rest = batch.bytes.bytes[start...]
        let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
        var line = rest[..<end]
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        isWhole = end < rest.endIndex
        start = min(end + 1, rest.endIndex)
        position += start - rest.startIndex
        number += 1
        return Array(line)
    }
}
