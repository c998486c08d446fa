/// A copy of the end of a text with zeros behind it, for reads of sixteen bytes that start in its last block or shortly
/// before.
///
/// Unsafe for speed. What must hold: of a block, tokens of fewer than sixteen bytes are read that end in it or start in it.
struct TextEnd {
    /// Of the last blocks, and of a token that goes on into them: 15 + 64 + 15.
    private static let length = 96
    private static let padding = 16

    private let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: length + padding)

    func deallocate() { copy.deallocate() }

    func copy(_ text: UnsafeBufferPointer<UInt8>) {
        let count = min(text.count, Self.length)
        copy.update(from: text.baseAddress! + (text.count - count), count: count)
        (copy + count).update(repeating: 0, count: Self.padding)
    }

    /// Where to read, as if the text started there, the tokens of the block that starts at `base`.
    @inline(__always)
    func bytes(of text: UnsafeBufferPointer<UInt8>, block base: Int) -> UnsafePointer<UInt8> {
        if base &+ 64 &+ 15 <= text.count { return text.baseAddress! }
        return UnsafePointer(copy) - (text.count &- min(text.count, Self.length))
    }
}
