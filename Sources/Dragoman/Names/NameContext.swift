/// What stands beside a token of a name, as far as it says something of the same spelling elsewhere in the document:
/// one bit for each category of the token before, above them one for each of the token after.
enum NameContext {
    /// Categories that tell names apart; what merely stands beside any name is left out.
    static let before: [TokenCategory] = [
        .title, .role, .kin, .givenClear, .given, .initial, .prepositionPlace, .of, .the,
        .possessive, .verbSay, .verbPerson, .orgHead, .demonym, .comma, .bracket, .particle,
    ]
    static let after: [TokenCategory] = [
        .verbSay, .verbPerson, .surnameClear, .surname, .initial, .orgHead, .orgSuffix, .placeHead,
        .possessive, .comma, .nameSuffix, .bracket, .lowerNoun, .lowerVerb, .function, .particle,
        .number,
    ]
    static let count = before.count + after.count
    static let names =
        before.map { "elsewhereAfter:\($0)" } + after.map { "elsewhereBefore:\($0)" }

    static func bits(before: TokenCategory, after: TokenCategory) -> UInt64 {
        var bits: UInt64 = 0
        if let bit = Self.before.firstIndex(of: before) { bits |= 1 << UInt64(bit) }
        if let bit = Self.after.firstIndex(of: after) {
            bits |= 1 << UInt64(Self.before.count + bit)
        }
        return bits
    }

    /// Calls `body` with the number of each bit.
    @inline(__always)
    static func forEach(of bits: UInt64, _ body: (Int) -> Void) {
        var bits = bits
        while bits != 0 {
            body(bits.trailingZeroBitCount)
            bits &= bits &- 1
        }
    }
}

/// Which contexts the occurrences of one spelling have.
struct NameContexts: BitwiseCopyable {
    private var once: UInt64 = 0
    private var twice: UInt64 = 0

    @inline(__always)
    mutating func add(_ bits: UInt64) {
        twice |= once & bits
        once |= bits
    }

    /// Those of all occurrences but one that was added.
    @inline(__always)
    func others(than bits: UInt64) -> UInt64 { once & (~bits | twice) }
}

/// What the places of tokens say of others of their spelling, in flat arrays that are used again; a worker has one.
///
/// Unsafe for speed. What must hold: slots are below the count that is given.
final class NameContextSums {
    private let rows: NameModel.DenseRows
    /// By category.
    private let before: UnsafeMutablePointer<UInt64>
    private let after: UnsafeMutablePointer<UInt64>
    /// By slot of the spelling.
    private let contexts = GrowingBuffer<NameContexts>()

    init(_ model: NameModel) {
        rows = model.denseRows
        let categories = TokenCategory.allCases
        before = .allocate(capacity: categories.count)
        after = .allocate(capacity: categories.count)
        for category in categories {
            let (before, after) = (
                NameContext.bits(before: category, after: .edge),
                NameContext.bits(before: .edge, after: category)
            )
            (self.before + Int(category.rawValue)).initialize(to: before)
            (self.after + Int(category.rawValue)).initialize(to: after)
        }
    }

    deinit {
        before.deallocate()
        after.deallocate()
    }

    /// The bits of ``NameContext``.
    @inline(__always)
    func bits(before: TokenCategory, after: TokenCategory) -> UInt64 {
        self.before[Int(before.rawValue)] | self.after[Int(after.rawValue)]
    }

    /// Adds to the sums of tokens what the places of others of their spelling say.
    ///
    /// - Parameter slots: by token, that of its spelling; 0 for one that others do not teach.
    func add(
        _ own: UnsafePointer<UInt64>, _ slots: UnsafePointer<UInt32>, slotCount: Int, count: Int,
        to sums: UnsafeMutablePointer<NameVector>
    ) {
        contexts.removeAll()
        contexts.extend(to: slotCount, with: NameContexts())
        let contexts = contexts.start
        for index in 0..<count { contexts[Int(slots[index])].add(own[index]) }
        contexts[0] = NameContexts()
        for index in 0..<count {
            let others = contexts[Int(slots[index])].others(than: own[index])
            NameContext.forEach(of: others) { sums[index] &+= rows[NameFeature.context($0)] }
        }
    }
}
