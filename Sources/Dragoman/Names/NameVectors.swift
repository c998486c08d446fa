import Lexicon
import Segmentation

/// What the model of names says of spelled forms, each looked at once; a worker has one.
///
/// By the number of the form (``Token/form``), for one ``TokenBuffer/generation``: whether a name may start with it, its
/// category, and the sums of the weights of all its features for the tokens up to two places around it.
///
/// Unsafe for speed. What must hold: ``prepare(for:)`` was called for the text, and forms are below its count.
final class NameVectors {
    /// What is known of a form.
    struct Entry: BitwiseCopyable {
        var state: State = []
        var category = TokenCategory.lowerOther
    }

    struct State: OptionSet, BitwiseCopyable {
        let rawValue: UInt16
        static let isKnown = State(rawValue: 1)
        static let isNameable = State(rawValue: 2)
        static let joins = State(rawValue: 4)
        static let hasVectors = State(rawValue: 8)
        static let isAbbreviation = State(rawValue: 16)
        static let isWeak = State(rawValue: 32)
        static let isSport = State(rawValue: 64)
        static let isNumber = State(rawValue: 128)
        /// A word of four letters and more; one with a capital; one in capitals.
        static let isLongWord = State(rawValue: 256)
        static let isLongCapital = State(rawValue: 512)
        static let isLongUpper = State(rawValue: 1024)
        static let ends = State(rawValue: 2048)
    }

    let reader: FormReader
    let lexicon: Lexicon
    let model: NameModel
    private var entries: UnsafeMutablePointer<Entry>
    /// ``NameFeature/reach`` to the left first: five a form.
    private var vectors: UnsafeMutablePointer<NameVector>
    private var capacity = 1 << 12
    private var count = 0
    private var generation = -1
    /// What stands beyond the edge of a sentence, by offset.
    private let edges: UnsafeMutablePointer<NameVector>

    init(reader: FormReader, lexicon: Lexicon, model: NameModel) {
        self.reader = reader
        self.lexicon = lexicon
        self.model = model
        entries = .allocate(capacity: capacity)
        vectors = .allocate(capacity: capacity * NameFeature.offsets.count)
        edges = .allocate(capacity: NameFeature.offsets.count)
        for offset in NameFeature.offsets {
            (edges + offset + NameFeature.reach).initialize(
                to: model.row(NameFeature.category(.edge, at: offset)))
        }
    }

    deinit {
        entries.deallocate()
        vectors.deallocate()
        edges.deallocate()
    }

    /// What loops read: valid until the next ``prepare(for:)``.
    struct Pointers: BitwiseCopyable {
        let entries: UnsafeMutablePointer<Entry>
        fileprivate let vectors: UnsafeMutablePointer<NameVector>
        fileprivate let edges: UnsafeMutablePointer<NameVector>

        /// What a form says of the tags of a token from which it stands `offset` away.
        @inline(__always)
        func vector(of form: UInt32, at offset: Int) -> NameVector {
            vectors[Int(form) &* 5 &+ offset &+ NameFeature.reach]
        }

        /// What the edge of a sentence says there.
        @inline(__always)
        func edge(_ offset: Int) -> NameVector { edges[offset &+ NameFeature.reach] }
    }

    var pointers: Pointers { Pointers(entries: entries, vectors: vectors, edges: edges) }

    /// Makes room for the forms of a text, and forgets those of another generation.
    func prepare(for text: TokenBuffer) {
        if text.generation != generation {
            count = 0
            generation = text.generation
        }
        if text.formCount > capacity { grow(to: text.formCount) }
        if text.formCount > count {
            (entries + count).initialize(repeating: Entry(), count: text.formCount - count)
            count = text.formCount
        }
    }

    private func grow(to least: Int) {
        let wider = max(capacity * 2, least)
        let (oldEntries, oldVectors) = (entries, vectors)
        entries = .allocate(capacity: wider)
        vectors = .allocate(capacity: wider * NameFeature.offsets.count)
        entries.update(from: oldEntries, count: count)
        vectors.update(from: oldVectors, count: count * NameFeature.offsets.count)
        oldEntries.deallocate()
        oldVectors.deallocate()
        capacity = wider
    }

    /// Looks at the form of a token for the first time.
    @inline(never)
    func read(_ text: MarkedText, _ index: Int) {
        let token = text.tokens[index]
        let form = reader.read(token, text.utf8, text.hits.startingAt(index), lexicon)
        var state: State = .isKnown
        if form.isNameable { state.insert(.isNameable) }
        if form.joins { state.insert(.joins) }
        if form.ends { state.insert(.ends) }
        if form.isSport { state.insert(.isSport) }
        if form.isWeak { state.insert(.isWeak) }
        let p = form.properties
        if p.contains(.orgSuffix) || p.contains(.nameSuffix) || p.contains(.initial)
            || p.contains(.dotted) && p.contains(.upper)
        {
            state.insert(.isAbbreviation)
        }
        if token.kind == .number { state.insert(.isNumber) }
        if token.kind == .word, token.end - token.start >= 4 {
            state.insert(.isLongWord)
            if token.shape.startsWithCapital { state.insert(.isLongCapital) }
            if token.shape == .upper { state.insert(.isLongUpper) }
        }
        entries[Int(token.form)] = Entry(state: state, category: form.category)
    }

    /// Sums the weights of the features of a token's form.
    @inline(never)
    func addVectors(_ text: MarkedText, _ index: Int) {
        let token = text.tokens[index]
        let form = reader.read(token, text.utf8, text.hits.startingAt(index), lexicon)
        let start = Int(token.form) * NameFeature.offsets.count
        for offset in NameFeature.offsets {
            var sum = offset == 0 ? model.row(NameFeature.bias) : NameVector()
            // The form that stands `offset` away from a token speaks for it.
            form.forEachFeature(at: offset) { sum &+= model.row($0) }
            vectors[start + offset + NameFeature.reach] = sum
        }
        entries[Int(token.form)].state.insert(.hasVectors)
    }
}

extension NameForm {
    /// The features of the form for a token from which it stands `offset` away.
    @inline(__always)
    func forEachFeature(at offset: Int, _ body: (NameFeature) -> Void) {
        properties.forEachMember { body(.property($0, at: offset)) }
        body(.category(category, at: offset))
        if word != 0 { body(.hashed(.word, at: offset, word)) }
        guard abs(offset) <= 1 else { return }
        if suffix3 != 0 { body(.hashed(.suffix3, at: offset, suffix3)) }
        body(.hashed(.shape, at: offset, shape))
        guard offset == 0 else { return }
        if suffix2 != 0 { body(.hashed(.suffix2, at: offset, suffix2)) }
        if suffix4 != 0 { body(.hashed(.suffix4, at: offset, suffix4)) }
        if prefix3 != 0 { body(.hashed(.prefix3, at: offset, prefix3)) }
    }
}
