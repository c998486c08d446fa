import Segmentation

/// What the bytes of a form tell.
extension FormReader {
    func readWriting(_ token: Token, _ text: UnsafeBufferPointer<UInt8>, _ form: inout NameForm) {
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
        p.insert(.year, if: 1_500...2_100 ~= token.number && bytes.count == 4)
        p.insert(.short, if: bytes.count <= 3 && token.kind == .word)
        p.insert(.long, if: bytes.count >= 9 && token.kind == .word)
        for byte in bytes {
            p.insert(.dotted, if: byte == 0x2E)
            p.insert(.hyphenated, if: byte == 0x2D)
            p.insert(.apostrophe, if: byte == 0x27)
        }
        if token.flags.contains(.clitic) {
            p.insert(.possessive)
        } else if token.kind == .symbol {
            p.insert(symbol(bytes[0]))
        }
        if let word = Self.words.first(where: { $0.hash == token.hash }) { p.insert(word.property) }
        form.properties = p
        form.shape = TokenHash.of(Self.signs(bytes))
        guard token.kind == .word else { return }
        form.suffix2 = affix(bytes.suffix(2), of: bytes)
        form.suffix3 = affix(bytes.suffix(3), of: bytes)
        form.suffix4 = affix(bytes.suffix(4), of: bytes)
        form.prefix3 = affix(bytes.prefix(3), of: bytes)
    }

    private static let words: [(hash: UInt64, property: TokenProperty)] = [
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

    /// The hash of an affix of a longer word, lower case; 0 for one that is not ASCII or has no letters beside it.
    private func affix(
        _ part: Slice<UnsafeBufferPointer<UInt8>>, of bytes: UnsafeBufferPointer<UInt8>
    ) -> UInt64 {
        guard bytes.count > part.count, part.allSatisfy({ $0 < 0x80 }) else { return 0 }
        return TokenHash.of(part)
    }

    /// How a form is written: `cx` for `Tokyo`, `cxcx` for `McDonald`, `c.c` for `U.S`, `d` for digits.
    static func shape(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: signs(bytes), as: UTF8.self)
    }

    /// The first eight stretches of letters of one kind, a sign each.
    static func signs(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var signs: [UInt8] = []
        for byte in bytes {
            let sign: UInt8 =
                switch byte {
                case 0x61...0x7A: UInt8(ascii: "x")
                case 0x41...0x5A: UInt8(ascii: "c")
                case 0x30...0x39: UInt8(ascii: "d")
                case 0x80...: UInt8(ascii: "u")
                default: byte
                }
            if sign == signs.last { continue }
            if signs.count == 8 { break }
            signs.append(sign)
        }
        return signs
    }
}
