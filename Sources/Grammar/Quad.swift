/// Four words of a mask: what is asked of 256 rules at once.
typealias Quad = SIMD4<UInt64>

extension Quad {
    @inline(__always)
    var isZero: Bool { (self[0] | self[1]) | (self[2] | self[3]) == 0 }
}

/// Masks of rules have whole quads, which may stand anywhere in memory.
///
/// Unsafe: nothing is checked.
extension UnsafeMutableBufferPointer<UInt64> {
    @inline(__always)
    func quad(at word: Int) -> Quad {
        UnsafeRawPointer(baseAddress.unsafelyUnwrapped + word).loadUnaligned(as: Quad.self)
    }

    @inline(__always)
    func set(quadAt word: Int, _ quad: Quad) {
        UnsafeMutableRawPointer(baseAddress.unsafelyUnwrapped + word).storeBytes(
            of: quad, as: Quad.self)
    }

    @inline(__always)
    func form(quadAt word: Int, _ quad: Quad) { set(quadAt: word, self.quad(at: word) | quad) }
}

extension UnsafeBufferPointer<UInt64> {
    @inline(__always)
    func quad(at word: Int) -> Quad {
        UnsafeRawPointer(baseAddress.unsafelyUnwrapped + word).loadUnaligned(as: Quad.self)
    }
}
