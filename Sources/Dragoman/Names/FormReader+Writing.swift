import Segmentation

/// What the bytes of a form tell.
extension FormReader {
    func readWriting(
        _ token: Token, _ text: UnsafeBufferPointer<UInt8>, _ properties: inout TokenProperties
    ) {
        let bytes = UnsafeBufferPointer(rebasing: text[token.range])
        var p = TokenProperties()
        switch token.shape {
        case .capitalized: p.insert(.capitalized)
        case .upper: p.insert(.upper)
        case .initial: p.insert(.initial)
        case .mixed: p.insert(.mixed)
        case .lower: p.insert(.lower)
        case .uncased: break
        }
        p.insert(.number, if: token.kind == .number)
        p.insert(.hasDigit, if: token.flags.contains(.hasDigit))
        p.insert(.year, if: bytes.count == 4 && 1_500...2_100 ~= token.number(in: text))
        p.insert(.short, if: bytes.count <= 3 && token.kind == .word)
        p.insert(.long, if: bytes.count >= 9 && token.kind == .word)
        for byte in bytes where byte < 0x30 {
            if byte == 0x2E { p.insert(.dotted) }
            if byte == 0x2D { p.insert(.hyphenated) }
            if byte == 0x27 { p.insert(.apostrophe) }
        }
        if token.flags.contains(.clitic) {
            p.insert(.possessive)
        } else if token.kind == .symbol {
            p.insert(symbol(bytes[0]))
        }
        for word in words where word.hash == token.hash { p.insert(word.property) }
        properties = p
    }

    /// Reads the pieces of a form that are features.
    func readPieces(_ token: Token, _ text: UnsafeBufferPointer<UInt8>, _ form: inout NameForm) {
        let bytes = UnsafeBufferPointer(rebasing: text[token.range])
        form.word = token.hash
        form.shape = Self.shapeHash(bytes)
        guard token.kind == .word, !token.flags.contains(.nonASCII) else { return }
        let count = bytes.count
        if count > 2 { form.suffix2 = hash(bytes, count - 2..<count) }
        if count > 3 {
            form.suffix3 = hash(bytes, count - 3..<count)
            form.prefix3 = hash(bytes, 0..<3)
        }
        if count > 4 { form.suffix4 = hash(bytes, count - 4..<count) }
    }

    private func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt64 {
        TokenHash.of(UnsafeBufferPointer(rebasing: bytes[range]))
    }

    /// The words that are properties of their own.
    static let propertyWords: [(hash: UInt64, property: TokenProperty)] = [
        (TokenHash.of("of"), .of), (TokenHash.of("the"), .the), (TokenHash.of("and"), .and),
        (TokenHash.of("&"), .and), (TokenHash.of("by"), .by), (TokenHash.of("in"), .inside),
    ]

    private func symbol(_ byte: UInt8) -> TokenProperty {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ";"): .comma
        case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): .period
        case UInt8(ascii: "("), UInt8(ascii: "["): .bracketOpen
        case UInt8(ascii: ")"), UInt8(ascii: "]"): .bracketClose
        case UInt8(ascii: "-"): .hyphen
        case UInt8(ascii: "/"): .slash
        case UInt8(ascii: ":"): .colon
        case UInt8(ascii: "@"): .at
        case UInt8(ascii: "#"): .hash
        default: .quote
        }
    }

    /// How a form is written: `cx` for `Tokyo`, `cxcx` for `McDonald`, `c.c` for `U.S`, `d` for digits; at most eight
    /// stretches of letters of one kind, a sign each.
    static func shape(_ bytes: some Sequence<UInt8>) -> String {
        var signs = signs(bytes)
        return withUnsafeBytes(of: &signs) { bytes in
            String(decoding: bytes.reversed().drop { $0 == 0 }, as: UTF8.self)
        }
    }

    static func shapeHash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        signs(bytes).shapeHash
    }

    /// The shape's signs, the last in the lowest byte.
    @inline(__always)
    private static func signs(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var signs: UInt64 = 0
        for byte in bytes {
            let sign: UInt64 =
                switch byte {
                case 0x61...0x7A: 0x78
                case 0x41...0x5A: 0x63
                case 0x30...0x39: 0x64
                case 0x80...: 0x75
                default: UInt64(byte)
                }
            if sign == signs & 0xFF { continue }
            if signs >> 56 != 0 { break }
            signs = signs << 8 | sign
        }
        return signs
    }
}
