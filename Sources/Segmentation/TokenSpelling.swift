/// What one pass over the bytes of a token tells: hash, shape, number and flags.
struct TokenSpelling {
    private(set) var hash = TokenHash.seed
    private(set) var number = UInt32.max
    private(set) var flags: TokenFlags = []
    private var capitals = 0
    private var smalls = 0
    private var caselessLetters = 0
    private var startsWithCapital = false

    init(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        // Numbers that need not be in memory, which `self` is.
        var (hash, capitals, smalls, digits) = (TokenHash.seed, 0, 0, 0)
        var startsWithCapital = false
        for offset in range {
            let byte = text[offset]
            if byte >= 0x80 {
                self = Self(nonASCII: text, range)
                return
            }
            hash = TokenHash.add(Folding.asciiFold(byte), to: hash)
            let isCapital = byte &- 0x41 < 26
            if isCapital, capitals | smalls == 0 { startsWithCapital = true }
            capitals &+= isCapital ? 1 : 0
            smalls &+= byte &- 0x61 < 26 ? 1 : 0
            digits &+= byte &- 0x30 < 10 ? 1 : 0
        }
        self.hash = TokenHash.finish(hash)
        (self.capitals, self.smalls) = (capitals, smalls)
        self.startsWithCapital = startsWithCapital
        if digits > 0 { flags.insert(.hasDigit) }
        if flags.contains(.hasDigit), smalls + capitals == 0 {
            number = Self.number(text, range)
        }
    }

    private init(nonASCII text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        flags = .nonASCII
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (scalar, length) = text.scalar(at: offset)
            offset += length
            if scalar.isASCII {
                addASCII(UInt8(scalar.value))
            } else {
                add(scalar)
            }
        }
        hash = TokenHash.finish(hash)
        if flags.contains(.hasDigit) { number = Self.fullWidthNumber(text, range) }
    }

    var shape: TokenShape {
        if capitals == 0 { return smalls == 0 ? .uncased : .lower }
        if !startsWithCapital { return .mixed }
        if smalls > 0 { return .capitalized }
        let isAlone = capitals == 1 && caselessLetters == 0 && !flags.contains(.hasDigit)
        return isAlone ? .initial : .upper
    }

    private mutating func addASCII(_ byte: UInt8) {
        hash = TokenHash.add(Folding.asciiFold(byte), to: hash)
        if byte &- 0x61 < 26 {
            smalls += 1
        } else if byte &- 0x41 < 26 {
            addCapital()
        } else if byte &- 0x30 < 10 {
            flags.insert(.hasDigit)
        }
    }

    private mutating func add(_ scalar: Unicode.Scalar) {
        Folding.fold(scalar) { hash = TokenHash.add($0, to: hash) }
        let properties = scalar.properties
        switch properties.generalCategory {
        case .uppercaseLetter, .titlecaseLetter: addCapital()
        case .lowercaseLetter: smalls += 1
        case .otherLetter: caselessLetters += 1
        case .decimalNumber: flags.insert(.hasDigit)
        default: break
        }
    }

    private mutating func addCapital() {
        if capitals + smalls == 0 { startsWithCapital = true }
        capitals += 1
    }

    /// Digits, with `,` between groups of three allowed: `1956`, `12,500`.
    private static func number(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> UInt32 {
        var value: UInt64 = 0
        var group = 0
        var isGrouped = false
        for offset in range {
            let byte = text[offset]
            if byte &- 0x30 < 10 {
                value = value * 10 + UInt64(byte &- 0x30)
                group += 1
                if value >= UInt64(UInt32.max) { return .max }
            } else if byte == 0x2C, isGrouped ? group == 3 : 1...3 ~= group {
                isGrouped = true
                group = 0
            } else {
                return .max
            }
        }
        return isGrouped && group != 3 ? .max : UInt32(value)
    }

    /// `２０１９`, as Japanese and Chinese texts have it: U+FF10 to U+FF19, three bytes each.
    private static func fullWidthNumber(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
    ) -> UInt32 {
        guard range.count % 3 == 0, range.count <= 9 * 3 else { return .max }
        var value: UInt32 = 0
        for offset in stride(from: range.lowerBound, to: range.upperBound, by: 3) {
            guard text[offset] == 0xEF, text[offset + 1] == 0xBC, 0x90...0x99 ~= text[offset + 2]
            else { return .max }
            value = value * 10 + UInt32(text[offset + 2] - 0x90)
        }
        return value
    }
}
