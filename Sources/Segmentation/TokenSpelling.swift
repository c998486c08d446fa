/// What one pass over the bytes of a token tells: hash, shape and flags.
struct TokenSpelling {
    private(set) var hash = TokenHash.seed
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
}
