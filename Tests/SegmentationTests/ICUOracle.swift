import CICU
import SeededRandom
import Segmentation

/// Boundaries straight from `CICU`, fetched `capacity` at a time: what everything else is compared with.
func icuBoundaries(_ kind: Int, _ utf8: [UInt8], capacity: Int = 3) throws -> [Boundary] {
    var error: Int32 = 0
    guard let breaker = cicu_breaker_open(Int32(kind), &error) else {
        throw SegmentationError.icuUnavailable(String(cString: cicu_error_name(error)))
    }
    defer { cicu_breaker_close(breaker) }
    var ends = [UInt32](repeating: 0, count: capacity)
    var statuses = [UInt16](repeating: 0, count: capacity)
    var result: [Boundary] = []
    utf8.withUnsafeBufferPointer { text in
        _ = cicu_breaker_set_text(breaker, text.baseAddress, text.count)
        while true {
            let count = Int(cicu_breaker_next(breaker, &ends, &statuses, Int32(capacity)))
            if count == 0 { break }
            for index in 0..<count {
                result.append(Boundary(end: ends[index], status: statuses[index]))
            }
        }
    }
    return result
}

/// ICU's word boundaries put together again from tokens and the white space between them.
///
/// A possessive `'s` goes back into its word. White space is given as the set of its bytes, since ICU may cut
/// it into several segments.
struct Rebuilt: Equatable {
    var words: [Range<UInt32>] = []
    var statuses: [UInt16] = []
    var whiteSpace: Set<Int> = []

    init(_ buffer: TokenBuffer) {
        whiteSpace = Set(0..<buffer.utf8.count)
        for token in buffer.tokens {
            whiteSpace.subtract(token.range)
            if token.flags.contains(.clitic), let last = words.popLast() {
                words.append(last.lowerBound..<token.end)
            } else {
                words.append(token.start..<token.end)
                statuses.append(UInt16(token.kind.rawValue) * 100)
            }
        }
    }

    init(_ boundaries: [Boundary], of utf8: [UInt8]) {
        var start: UInt32 = 0
        for boundary in boundaries {
            let segment = Int(start)..<Int(boundary.end)
            let string = String(decoding: utf8[segment], as: UTF8.self)
            if string.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
                whiteSpace.formUnion(segment)
            } else {
                words.append(start..<boundary.end)
                statuses.append(boundary.status)
            }
            start = boundary.end
        }
    }
}

/// Characters between which boundaries are decided in different ways, and any others.
func randomText(_ generator: inout SplitMix64) -> String {
    let telling: [Unicode.Scalar] = [
        "a", "Z", "s", "é", "я", "Σ", "ς", "İ", "א", "ب", "क", "्", "ก", "า", "東", "京", "ひ", "カ",
        "한", "ᄀ", "0", "7",
        "٣", ".", ",", ":", ";", "'", "’", "\"", "_", "-", "–", "/", "(", ")", "?", "!", "。", " ",
        " ", "\t", "\n",
        "\r", "\u{85}", "\u{A0}", "\u{2028}", "\u{2029}", "\u{200B}", "\u{200D}", "\u{AD}",
        "\u{301}", "\u{FE0F}",
        "👩", "🏽", "🇫", "🇷", "\u{0}", "\u{FEFF}", "•", "*",
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
        if Int.random(in: 0..<8, using: &generator) == 0 {
            let value = UInt32.random(in: 0...0x10FFFF, using: &generator)
            text.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        } else {
            text.append(telling.randomElement(using: &generator)!)
        }
    }
    return String(text)
}
