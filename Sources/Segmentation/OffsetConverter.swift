/// What an offset into a text counts.
public enum OffsetUnit: String, CaseIterable, Sendable {
    /// Unicode scalar values, as Python's `str` counts.
    case codepoint
    /// Bytes of UTF-8.
    case utf8
    /// Code units of UTF-16, as JavaScript and Java count.
    case utf16
    /// Extended grapheme clusters, as Swift's `String` counts and as a reader does.
    case grapheme
}

/// Turns byte offsets of one text into offsets of another unit, in constant time each.
///
/// An offset inside a character counts the whole of it. Offsets below 0 or beyond the text count as its ends.
///
/// ```swift
/// let converter = OffsetConverter(utf8: Array("né 👍🏽!".utf8), unit: .utf16)
/// converter.convert(3)  // 2
/// converter.length  // 8
/// ```
public struct OffsetConverter: Sendable {
    /// The unit in which offsets come out.
    public let unit: OffsetUnit
    /// The length of the whole text in ``unit``.
    public let length: Int

    private let byteCount: Int
    private let counter: Counter

    fileprivate enum Counter: Sendable {
        /// Every byte is one unit.
        case identity
        case scalars(ScalarCounter)
        case marks(MarkCounter)
    }

    /// Prepares the conversion of offsets into `utf8`, which must be valid UTF-8, in one pass over it.
    public init(utf8: [UInt8], unit: OffsetUnit) {
        self.unit = unit
        byteCount = utf8.count
        switch unit {
        case .utf8: counter = .identity
        case .codepoint, .utf16:
            let isASCII = utf8.withUnsafeBufferPointer { $0.isASCII }
            counter =
                isASCII ? .identity : .scalars(ScalarCounter(utf8, pairs: unit == .utf16))
        case .grapheme:
            // Among ASCII characters only CR LF is one grapheme made of two.
            let isPlain = utf8.withUnsafeBufferPointer { $0.isASCII && !$0.contains(0x0D) }
            counter = isPlain ? .identity : .marks(MarkCounter(graphemesOf: utf8))
        }
        length = counter.count(before: utf8.count)
    }

    /// The offset in ``unit`` of the byte offset `byteOffset`.
    public func convert(_ byteOffset: Int) -> Int {
        counter.count(before: min(max(byteOffset, 0), byteCount))
    }
}

extension OffsetConverter.Counter {
    fileprivate func count(before byteOffset: Int) -> Int {
        switch self {
        case .identity: byteOffset
        case .scalars(let counter): counter.count(before: byteOffset)
        case .marks(let counter): counter.count(before: byteOffset)
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate var isASCII: Bool {
        var all: UInt8 = 0
        for byte in self { all |= byte }
        return all < 0x80
    }
}
