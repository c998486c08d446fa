/// Finds where the rows of a table end (RFC 4180): at a line break outside of quotes, which is LF, CR LF or CR.
///
/// A field is quoted if it starts with a quote; a quote in it is written twice.
struct RowScanner {
    let delimiter: UInt8
    /// Bytes that were looked at.
    private(set) var work = 0
    private var state = State.fieldStart

    private enum State {
        case fieldStart, plain, quoted, afterQuote, afterReturn
    }

    init(delimiter: UInt8) { self.delimiter = delimiter }

    /// Whether the bytes so far end in a quoted field.
    var isQuoted: Bool { state == .quoted }

    /// Goes on from an index: where the row ends, behind its line break; `nil` if more bytes are needed.
    mutating func rowEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        defer { work += min(index, bytes.count) - start }
        while index < bytes.count {
            let byte = bytes[index]
            switch state {
            case .afterReturn:
                state = .fieldStart
                return byte == UInt8(ascii: "\n") ? index + 1 : index
            case .quoted:
                index = bytes.index(of: UInt8(ascii: "\""), from: index)
                if index < bytes.count { state = .afterQuote }
            case .fieldStart where byte == UInt8(ascii: "\""),
                .afterQuote where byte == UInt8(ascii: "\""):
                state = .quoted
            case .fieldStart, .afterQuote, .plain:
                state = .plain
                while index < bytes.count, bytes[index] != delimiter,
                    bytes[index] != UInt8(ascii: "\n"), bytes[index] != UInt8(ascii: "\r")
                {
                    index += 1
                }
                guard index < bytes.count else { return nil }
                if bytes[index] == UInt8(ascii: "\n") {
                    state = .fieldStart
                    return index + 1
                }
                state = bytes[index] == delimiter ? .fieldStart : .afterReturn
            }
            index += 1
        }
        return nil
    }
}

/// Each row of a table is a record.
struct RowFraming: RecordFraming {
    private let delimiter: UInt8
    private var scanner: RowScanner
    private var looked = 0
    private var end = 0

    var isOpen: Bool { scanner.isQuoted }

    init(delimiter: UInt8) {
        self.delimiter = delimiter
        scanner = RowScanner(delimiter: delimiter)
    }

    mutating func restart() {
        scanner = RowScanner(delimiter: delimiter)
        looked = 0
        end = 0
    }

    mutating func wholeEnd(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
        while let next = scanner.rowEnd(bytes, from: looked) {
            end = next
            looked = next
        }
        looked = bytes.count
        return end
    }

    func passOver(
        _ bytes: UnsafeBufferPointer<UInt8>, isStart: Bool
    ) -> (passed: Int, isWhole: Bool) {
        // A quote that does not end takes its own line with it and no other.
        bytes.passOverLine
    }

    func count(_ bytes: UnsafeBufferPointer<UInt8>) -> Int { bytes.lineBreaks }

    func tooLong(_ limit: Int) -> String { Self.tooLong(limit) }

    static func tooLong(_ limit: Int) -> String {
        "a row, or a quoted field that does not end, of more than \(limit) bytes"
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The number of line breaks, which are LF, CR LF or CR.
    var lineBreaks: Int {
        var count = 0
        var previous: UInt8 = 0
        for byte in self {
            if byte == 0x0D || byte == 0x0A && previous != 0x0D { count += 1 }
            previous = byte
        }
        return count
    }
}
