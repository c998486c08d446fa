/// The folding under which written variants of one word are the same word.
public enum Folding {
    /// Lower case for `A`–`Z`; every other ASCII byte is itself.
    @inlinable public static func asciiFold(_ byte: UInt8) -> UInt8 {
        byte &- 0x41 < 26 ? byte | 0x20 : byte
    }

    /// Hands the folded UTF-8 of `bytes` to `body`, byte by byte.
    ///
    /// Lower case by Unicode's full mapping, with the final sigma as any other; the apostrophes U+2018, U+2019,
    /// U+02BC and U+FF07 become `'`; the hyphens U+2010 to U+2015, U+2212 and U+FF0D become `-`; U+00AD, U+200B
    /// to U+200D and U+FEFF vanish. Invalid sequences count as U+FFFD.
    @inlinable public static func fold(_ bytes: some Sequence<UInt8>, _ body: (UInt8) -> Void) {
        var codec = UTF8()
        var iterator = bytes.makeIterator()
        while true {
            switch codec.decode(&iterator) {
            case .scalarValue(let scalar): fold(scalar, body)
            case .error: fold("\u{FFFD}", body)
            case .emptyInput: return
            }
        }
    }

    /// Hands the folded UTF-8 of one scalar to `body`, byte by byte.
    public static func fold(_ scalar: Unicode.Scalar, _ body: (UInt8) -> Void) {
        switch scalar.value {
        case 0..<0x80: body(asciiFold(UInt8(scalar.value)))
        case 0x2018, 0x2019, 0x02BC, 0xFF07: body(0x27)
        case 0x2010...0x2015, 0x2212, 0xFF0D: body(0x2D)
        case 0x00AD, 0x200B...0x200D, 0xFEFF: break
        // What ends a word in small letters is σ when the word stands in capitals.
        case 0x03C2: for byte in UTF8.encode("\u{03C3}")! { body(byte) }
        default:
            if scalar.properties.changesWhenLowercased {
                for byte in scalar.properties.lowercaseMapping.utf8 { body(byte) }
            } else {
                for byte in UTF8.encode(scalar)! { body(byte) }
            }
        }
    }

    /// The folded form as a string.
    public static func folded(_ string: String) -> String {
        var bytes: [UInt8] = []
        fold(string.utf8) { bytes.append($0) }
        return String(decoding: bytes, as: UTF8.self)
    }
}
