import Synchronization

/// Two numbers that nobody knows, mixed into where a table looks for what a text says: so nobody can write a text whose
/// words all fall into one place of it, which would take quadratic time.
///
/// They change nothing but the time that a look-up takes. They are made of the seed of Swift's own hashes, which is another in
/// each process unless `SWIFT_DETERMINISTIC_HASHING` is set: whoever sets it, as the build does where it counts what runs,
/// has the same steps run again.
public struct HashSecret: Sendable, BitwiseCopyable {
    @usableFromInline let first: UInt64
    @usableFromInline let second: UInt64

    /// One for all tables of the process: asking the system for each would take a call.
    public static let shared = HashSecret()

    @inline(__always)
    init(known first: UInt64, _ second: UInt64) {
        self.first = first
        self.second = second
    }

    /// How many there are.
    private static let count = Atomic<Int>(0)

    init() {
        let number = Self.count.wrappingAdd(1, ordering: .relaxed).oldValue
        first = UInt64(bitPattern: Int64((number * 2).hashValue))
        second = UInt64(bitPattern: Int64((number * 2 + 1).hashValue))
    }

    /// The same pair gives the same number, as long as the secret is the same.
    @inlinable @inline(__always)
    public func mix(_ a: UInt64, _ b: UInt64 = 0) -> UInt64 {
        let product = (a ^ first).multipliedFullWidth(by: b ^ second)
        return product.high ^ product.low
    }
}
