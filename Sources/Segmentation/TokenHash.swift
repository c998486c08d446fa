/// The hash by which tokens and phrases are looked up: stable across runs, machines and images.
///
/// It is taken over the *folded* form: lower case, apostrophes as `'`, hyphens as `-`, so that
/// `TOKYO`, `Tokyo` and `tokyo`, or `O'Brien` and `O’Brien`, are one key.
public enum TokenHash {
    @inlinable static var seed: UInt64 { 0xcbf2_9ce4_8422_2325 }
    @inlinable static var prime: UInt64 { 0x0000_0100_0000_01b3 }

    /// Hash of one token's bytes (valid UTF-8).
    @inlinable public static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = seed
        var isASCII = true
        for byte in bytes {
            if byte >= 0x80 {
                isASCII = false
                break
            }
            hash = add(Folding.asciiFold(byte), to: hash)
        }
        if isASCII { return finish(hash) }
        hash = seed
        Folding.fold(bytes) { hash = add($0, to: hash) }
        return finish(hash)
    }

    /// The same for bytes in memory, mostly ASCII.
    public static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = seed
        for index in bytes.indices {
            if bytes[index] >= 0x80 { return of(AnySequence(bytes)) }
            hash = add(Folding.asciiFold(bytes[index]), to: hash)
        }
        return finish(hash)
    }

    /// Hash of one token given as a string.
    public static func of(_ string: String) -> UInt64 {
        var string = string
        return string.withUTF8 { of($0) }
    }

    /// Hash of a phrase, token by token: `extend(extend(of(a), of(b)), of(c))`.
    @inlinable public static func extend(_ phrase: UInt64, by token: UInt64) -> UInt64 {
        let product = (phrase ^ 0x8ebc_6af0_9c88_c6e3).multipliedFullWidth(
            by: token ^ 0x5899_65cc_7537_4cc3)
        return product.high ^ product.low
    }

    /// One step of FNV-1a.
    @inlinable static func add(_ byte: UInt8, to hash: UInt64) -> UInt64 {
        (hash ^ UInt64(byte)) &* prime
    }

    @inlinable static func finish(_ hash: UInt64) -> UInt64 {
        var value = hash
        value ^= value >> 32
        value = value &* 0xd6e8_feb8_6659_fd93
        value ^= value >> 32
        return value
    }
}
