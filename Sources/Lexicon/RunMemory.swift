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

    private static let size = 1 << 14
    /// From place to place, so that no run lies in two lines of the cache.
    private static let stride = 32
    /// All 0 at first; of the runs that share a place the last one met.
    private let table: UnsafeMutableRawPointer
    /// Where the memory starts that has the table.
    private let memory: UnsafeMutableRawPointer
    private var count: UInt32 = 0
    private let senses: SensesTable

    init(_ senses: SensesTable) {
        self.senses = senses
        // Memory that is not used is not touched.
        guard let memory = calloc(Self.size + 1, Self.stride) else { fatalError("out of memory") }
        self.memory = memory
        table = memory.alignedUp(toMultipleOf: Self.stride)
    }

    deinit { free(memory) }

    func removeAll() {
        table.initializeMemory(as: UInt8.self, repeating: 0, count: Self.size * Self.stride)
        count = 0
    }

    /// The place of a run.
    @inline(__always)
    private func place(_ key: UInt64) -> UnsafeMutablePointer<Run> {
        let number = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 50)
        return (table + number &* Self.stride).assumingMemoryBound(to: Run.self)
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
