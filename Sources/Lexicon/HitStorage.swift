/// Where a ``HitBuffer`` has its hits.
///
/// Unsafe for speed: written by one thread while no other sees it, and afterwards only read.
@usableFromInline
final class HitStorage: @unchecked Sendable {
    /// By pointer, so that access is not checked each time.
    let lists: UnsafeMutablePointer<HitLists>

    init() {
        lists = .allocate(capacity: 1)
        lists.initialize(to: HitLists())
    }

    deinit {
        lists.pointee.deallocate()
        lists.deinitialize(count: 1).deallocate()
    }
}

/// The hits of a text; see ``HitBuffer``.
struct HitLists {
    /// The hits of the tokens in ``marks``.
    private var listed = RawBuffer<Hit>()
    /// One bit a token: whether its hits are listed.
    private var marks = RawBuffer<UInt64>()
    /// By 64 tokens, how many before them have lists.
    private var ranks = RawBuffer<UInt32>()
    /// Where in ``listed`` each list starts, and where the last one ends.
    private var lists = RawBuffer<UInt32>()
    private var phraseStarts = RawBuffer<UInt32>()
    private(set) var longest = 1
    private(set) var tokenCount = 0
    /// What is known of the form of each token, and of the one after the last: ``FormMemory/Facts``.
    private var facts: [UInt64] = []
    /// The classes of the hits in ``facts``; `nil` where all hits are listed.
    private var senses: UnsafePointer<SensesTable.Senses>?
    private(set) var sensesOwner: SensesTable?

    func deallocate() {
        listed.deallocate()
        marks.deallocate()
        ranks.deallocate()
        lists.deallocate()
        phraseStarts.deallocate()
    }

    /// The facts stay where they are, since nobody writes in them until the next text is read.
    var view: HitView {
        HitView(
            phraseStarts: UnsafeBufferPointer(phraseStarts.elements), longest: longest,
            tokenCount: tokenCount, listedCount: listed.count, listed: listed.start,
            marks: marks.start, ranks: ranks.start, lists: lists.start,
            facts: facts.withUnsafeBufferPointer { $0.baseAddress }, senses: senses)
    }

    mutating func removeAll(tokenCount: Int, _ senses: SensesTable?) {
        listed.removeAll()
        marks.removeAll()
        ranks.removeAll()
        lists.removeAll()
        lists.append(0)
        phraseStarts.removeAll()
        longest = 1
        self.tokenCount = tokenCount
        if senses !== sensesOwner {
            sensesOwner = senses
            self.senses = senses?.elements
        }
    }

    /// Lends ``facts`` to `body`, after which they are as it left them.
    @inline(__always)
    mutating func lendFacts(_ body: (_ facts: inout [UInt64], _ hits: inout HitLists) -> Void) {
        var facts: [UInt64] = []
        swap(&facts, &self.facts)
        body(&facts, &self)
        swap(&facts, &self.facts)
    }

    var listedCount: Int { listed.count }

    /// Appends a hit to the list that is being made.
    @inline(__always)
    mutating func append(_ hit: Hit) { listed.append(hit) }

    /// Makes a list of the hits appended since the last one, which start at `token`.
    @inline(__always)
    mutating func endList(at token: Int) {
        let first = listed.elements[Int(lists.elements[lists.count &- 1])]
        let length = Int(first.end &- first.start)
        longest = max(longest, length)
        if length > 1 { phraseStarts.append(UInt32(truncatingIfNeeded: token)) }
        lists.append(UInt32(listed.count))
    }

    /// Puts the hits from the place `first` on in order: longest first, then the later image.
    func sort(from first: Int) {
        guard listed.count - first > 1 else { return }
        var found = listed.elements
        found[first...].sort { ($0.end, $0.phrase.image) > ($1.end, $1.phrase.image) }
    }

    /// Turns the hits from the place `first` on around.
    @inline(__always)
    func reverse(from first: Int) {
        guard listed.count &- first > 1 else { return }
        var found = listed.elements
        found[first...].reverse()
    }

    /// Says which of the next 64 tokens have lists, all of them made.
    @inline(__always)
    mutating func mark(_ bits: UInt64) {
        marks.append(bits)
        ranks.append(UInt32(lists.count &- 1 &- bits.nonzeroBitCount))
    }
}
