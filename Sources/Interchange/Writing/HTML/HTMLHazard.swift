/// A character that a page must not have as it is.
///
/// Control characters: HTML and XML have no way to write most of them. Embeddings, overrides and isolates of the
/// bidirectional algorithm: they would change the order of what stands around them, and one that is not closed of all
/// that follows (Trojan Source, CVE-2021-42574). Interlinear annotations, U+FFFE and U+FFFF: they are not for interchange.
/// Marks that only lean one way (U+200E, U+200F, U+061C) stay, as scripts that are written from right to left need them.
struct HTMLHazard {
    let scalar: UInt32
    /// In bytes.
    let length: Int

    /// The hazard that starts at a byte of valid UTF-8, if one does.
    ///
    /// In an attribute line breaks and tabs are hazards too.
    init?(_ utf8: UnsafeBufferPointer<UInt8>, _ index: Int, isAttribute: Bool) {
        let first = utf8[index]
        switch first {
        case 0x09, 0x0A:
            if !isAttribute { return nil }
            self.init(scalar: UInt32(first), length: 1)
        case 0x0D:
            // Before a line feed it is part of the line's end.
            let next = index + 1 < utf8.count ? utf8[index + 1] : 0
            if !isAttribute, next == 0x0A { return nil }
            self.init(scalar: UInt32(first), length: 1)
        case 0..<0x20, 0x7F: self.init(scalar: UInt32(first), length: 1)
        case 0xC2 where utf8[index + 1] < 0xA0:
            self.init(scalar: UInt32(utf8[index + 1]), length: 2)
        case 0xE2, 0xEF:
            let (second, third) = (UInt32(utf8[index + 1] & 0x3F), UInt32(utf8[index + 2] & 0x3F))
            let scalar = UInt32(first & 0x0F) << 12 | second << 6 | third
            switch scalar {
            case 0x202A...0x202E, 0x2066...0x2069, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF:
                self.init(scalar: scalar, length: 3)
            default: return nil
            }
        default: return nil
        }
    }

    private init(scalar: UInt32, length: Int) {
        self.scalar = scalar
        self.length = length
    }
}
