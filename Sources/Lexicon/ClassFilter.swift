import Glibc

/// Finds the tokens at which hits of some classes start: what it learns of a pair of sets of classes holds for all hits
/// that have it, so that most tokens cost one look into a table of bytes.
///
/// Unsafe for speed: a worker has its own, and it is asked of one text at a time.
public final class ClassFilter {
    private enum Answer {
        static let unknown: UInt8 = 0
        static let none: UInt8 = 1
        static let some: UInt8 = 2
    }

    private let classes: ClassSet
    /// By number of senses; memory that is not used is not touched.
    private let answers: UnsafeMutablePointer<UInt8>
    /// The table whose numbers they are, held so that no other can stand in its place.
    private var senses: SensesTable?

    /// A filter of hits that have one of `classes`.
    public init(_ classes: ClassSet) {
        self.classes = classes
        guard let memory = calloc(SensesTable.capacity, 1) else { fatalError("out of memory") }
        answers = memory.bindMemory(to: UInt8.self, capacity: SensesTable.capacity)
    }

    deinit { free(answers) }

    /// Calls `body` with each of some tokens at which a hit may start that is of the classes: with no other of those that
    /// start no phrase, and with the hits of the text.
    @inlinable @inline(__always)
    public func forEachStart(
        in tokens: Range<Int>, _ hits: HitBuffer, _ body: (_ token: Int, HitView) -> Void
    ) {
        prepare(for: hits.sensesOwner)
        hits.withView { view in
            var first = tokens.lowerBound
            while first < tokens.upperBound {
                let end = min((first | 63) + 1, tokens.upperBound)
                var bits = starts(first..<end, view)
                while bits != 0 {
                    let token = first + bits.trailingZeroBitCount
                    bits &= bits &- 1
                    if mayStart(token, view) { body(token, view) }
                }
                first = end
            }
        }
    }

    @usableFromInline
    func prepare(for senses: SensesTable?) {
        guard self.senses !== senses else { return }
        self.senses = senses
        memset(answers, Int32(Answer.unknown), SensesTable.capacity)
    }

    /// One bit for each of up to 64 tokens of one word of marks, the first token's the lowest: 0 if it is known that no hit of
    /// the classes starts there.
    @usableFromInline
    func starts(_ tokens: Range<Int>, _ view: HitView) -> UInt64 {
        let all = UInt64.max &>> UInt64(64 &- tokens.count)
        guard view.senses != nil else { return all }
        let first = tokens.lowerBound
        var bits = view.marks[first &>> 6] &>> UInt64(first & 63)
        for place in 0..<tokens.count {
            let answer = answers[view.fact(first &+ place).senses]
            bits |= (answer != Answer.none ? 1 : 0) &<< UInt64(place)
        }
        return bits & all
    }

    /// Whether one of the token's hits may be of the classes.
    @usableFromInline
    func mayStart(_ token: Int, _ view: HitView) -> Bool {
        guard let senses = view.senses, view.listedIndices(startingAt: token) == nil else {
            return true
        }
        let number = view.fact(token).senses
        if answers[number] == Answer.unknown {
            answers[number] =
                senses[number].classes.isDisjoint(with: classes) ? Answer.none : Answer.some
        }
        return answers[number] == Answer.some
    }
}
