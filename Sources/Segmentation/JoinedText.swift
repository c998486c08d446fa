/// A text in which the bytes of soft line breaks (``LineBreaks``) are spaces; all others are as they are.
struct JoinedText {
    let text: UnsafeBufferPointer<UInt8>
    /// One bit a byte: whether a soft line break has it; nil if there is none.
    private let soft: UnsafePointer<UInt64>?

    /// - Parameter soft: as many bits as the text has bytes, and no bit but at a CR or LF.
    init(_ text: UnsafeBufferPointer<UInt8>, soft: UnsafePointer<UInt64>? = nil) {
        self.text = text
        self.soft = soft
    }

    /// The scalar that starts at `offset`, and how many bytes it takes.
    func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let byte = self[offset]
        return byte < 0x80 ? (Unicode.Scalar(byte), 1) : text.scalar(at: offset)
    }

    /// The byte that ends a line, or a space.
    @inline(never)
    private func lineEnd(_ offset: Int) -> UInt8 {
        guard let soft, soft[offset &>> 6] &>> UInt64(offset & 63) & 1 != 0 else {
            return text[offset]
        }
        return 0x20
    }
}

extension JoinedText: RandomAccessCollection {
    var startIndex: Int { 0 }
    var endIndex: Int { text.count }

    @inline(__always)
    subscript(offset: Int) -> UInt8 {
        let byte = text[offset]
        return byte &- 0x0A < 4 ? lineEnd(offset) : byte
    }
}
