import Glibc

/// What runs of two tokens and more start in a lexicon's only image, kept by the numbers of their forms.
///
/// A run is found by the number of the run before its last token, which for a run of two is the form of the first, and
/// by the form of the last. It holds for one ``TokenBuffer/generation``.
///
/// Unsafe for speed: what is found of a run goes with the senses that it was kept with.
final class RunMemory {
    struct Run {
        /// The number of the run before and of the last form, all bits turned; 0 for none.
        var key: UInt64 = 0
        /// The phrase that the run is, if ``hasHit``.
        var phrase: UInt32 = 0
        /// The number of the run, from 2³¹ on, so that it is none of a form. No other run ever has it.
        var number: UInt32 = 0
        var senses: UInt16 = 0
        var hasHit = false
        /// Whether longer phrases go on.
        var goesOn = false

        @inline(__always)
        static func key(_ first: UInt32, _ second: UInt32) -> UInt64 {
            ~(UInt64(first) &<< 32 | UInt64(second))
        }
    }

    /// Sizes of the table, as powers of two: a short text is read before the memory of the largest were cleared.
    private static let (first, last) = (10, 14)
    /// From place to place, so that no run lies in two lines of the cache.
    private static let stride = 32
    /// All 0 at first; of the runs that share a place the last one met.
    @exclusivity(unchecked) private var table: UnsafeMutableRawPointer
    /// Where the memory starts that has the table.
    @exclusivity(unchecked) private var memory: UnsafeMutableRawPointer
    @exclusivity(unchecked) private var size = first
    private var count: UInt32 = 0
    private let senses: SensesTable

    init(_ senses: SensesTable) {
        self.senses = senses
        memory = Self.memory(1 << size)
        table = memory.alignedUp(toMultipleOf: Self.stride)
    }

    deinit { free(memory) }

    /// Memory of a table, of which none is touched that is not used.
    private static func memory(_ count: Int) -> UnsafeMutableRawPointer {
        guard let memory = calloc(count + 1, stride) else { fatalError("out of memory") }
        return memory
    }

    func removeAll() {
        table.initializeMemory(as: UInt8.self, repeating: 0, count: Self.stride << size)
        count = 0
    }

    /// The place of a run.
    @inline(__always)
    private func place(_ key: UInt64) -> UnsafeMutablePointer<Run> {
        let number = (key &* 0x9E37_79B9_7F4A_7C15) &>> UInt64(64 &- size)
        return (table + Int(truncatingIfNeeded: number) &* Self.stride)
            .assumingMemoryBound(to: Run.self)
    }

    /// Makes the table the largest.
    private func grow() {
        let (old, oldTable, oldSize) = (memory, table, size)
        size = Self.last
        memory = Self.memory(1 << size)
        table = memory.alignedUp(toMultipleOf: Self.stride)
        for number in 0..<1 << oldSize {
            let run = (oldTable + number * Self.stride).assumingMemoryBound(to: Run.self).pointee
            if run.key != 0 { place(run.key).pointee = run }
        }
        free(old)
    }

    /// What is known of a run, if it is kept.
    @inline(__always)
    func run(_ before: UInt32, _ last: UInt32) -> Run? {
        let key = Run.key(before, last)
        let place = place(key)
        return place.pointee.key == key ? place.pointee : nil
    }

    /// Keeps what a run starts; nil if it cannot be kept.
    func keep(_ hit: Hit?, goesOn: Bool, _ before: UInt32, _ last: UInt32) -> Run? {
        var run = Run(key: Run.key(before, last), number: 1 << 31 | count, goesOn: goesOn)
        if let hit {
            guard let senses = senses.number(of: .init(hit)) else { return nil }
            run.hasHit = true
            run.phrase = hit.phrase.index
            run.senses = senses
        }
        guard count < 1 << 31 - 1 else { return nil }
        count += 1
        if count > 1 << Self.first, size == Self.first { grow() }
        place(run.key).pointee = run
        return run
    }

    /// The hit of a run over its tokens.
    @inline(__always)
    func hit(_ run: Run, _ tokens: Range<Int>) -> Hit {
        let found = senses.elements![Int(run.senses)]
        return Hit(
            start: UInt32(tokens.lowerBound), end: UInt32(tokens.upperBound),
            phrase: PhraseID(image: 0, index: run.phrase), classes: found.classes,
            lowered: found.lowered)
    }
}
