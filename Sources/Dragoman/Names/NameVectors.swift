import Lexicon
import Segmentation

/// What the model of names says of spelled forms, each looked at once; a worker has one.
///
/// By the number of the form (``Token/form``), for one ``TokenBuffer/generation``: its traits, its category, and the
/// sums of the weights of all its features for the tokens up to two places around it.
///
/// Unsafe for speed. What must hold: ``prepare(for:)`` was called for the text, and forms are below its count.
final class NameVectors {
    /// What is known of a form besides its ``NameTraits``.
    struct Entry: BitwiseCopyable {
        var state: State = []
        var category = TokenCategory.lowerOther
        /// The number of its spelling in ``SpellingNumbers``; 0 for a form that other occurrences do not teach.
        var spelling: UInt32 = 0
    }

    struct State: OptionSet, BitwiseCopyable {
        let rawValue: UInt8
        static let hasVectors = State(rawValue: 1)
        static let joins = State(rawValue: 2)
        static let ends = State(rawValue: 4)
        static let isAbbreviation = State(rawValue: 8)
        /// A word of four letters and more with a capital; one in capitals.
        static let isLongCapital = State(rawValue: 16)
        static let isLongUpper = State(rawValue: 32)
    }

    let reader: FormReader
    let lexicon: Lexicon
    let model: NameModel
    private(set) var spellings = SpellingNumbers()
    /// By form.
    private var traits: UnsafeMutablePointer<NameTraits>
    /// By row: the first is of the edge of a sentence, the others of forms.
    private var entries: UnsafeMutablePointer<Entry>
    /// ``NameFeature/reach`` to the left first: five a row.
    private var vectors: UnsafeMutablePointer<NameVector>
    private var capacity = 1 << 12
    private var count = 0
    private var generation = -1

    init(reader: FormReader, lexicon: Lexicon, model: NameModel) {
        self.reader = reader
        self.lexicon = lexicon
        self.model = model
        traits = .allocate(capacity: capacity)
        entries = .allocate(capacity: capacity + 1)
        vectors = .allocate(capacity: (capacity + 1) * NameFeature.offsets.count)
        entries.initialize(to: Entry(state: .hasVectors, category: .edge))
        for offset in NameFeature.offsets {
            (vectors + offset + NameFeature.reach).initialize(
                to: model.row(NameFeature.category(.edge, at: offset)))
        }
    }

    deinit {
        traits.deallocate()
        entries.deallocate()
        vectors.deallocate()
    }

    /// What loops read: valid until the next ``prepare(for:)``.
    struct Pointers: BitwiseCopyable {
        let traits: UnsafeMutablePointer<NameTraits>
        fileprivate let entries: UnsafeMutablePointer<Entry>
        let vectors: UnsafeMutablePointer<NameVector>

        @inline(__always)
        func entry(_ form: UInt32) -> Entry { entries[Int(form) &+ 1] }

        /// Where the vectors of a form start.
        @inline(__always)
        static func place(of form: UInt32) -> UInt32 { (form &+ 1) &* 5 }
        /// Where those of the edge of a sentence do.
        static let edge: UInt32 = 0
    }

    var pointers: Pointers { Pointers(traits: traits, entries: entries, vectors: vectors) }

    /// Makes room for the forms of a text, and forgets those of another generation.
    func prepare(for text: TokenBuffer) {
        if text.generation != generation {
            count = 0
            spellings.removeAll()
            generation = text.generation
        }
        if text.formCount > capacity { grow(to: text.formCount) }
        if text.formCount > count {
            let added = text.formCount - count
            (traits + count).initialize(repeating: [], count: added)
            (entries + count + 1).initialize(repeating: Entry(), count: added)
            count = text.formCount
        }
    }

    private func grow(to least: Int) {
        func moved<Element: BitwiseCopyable>(
            _ old: UnsafeMutablePointer<Element>, _ count: Int, capacity: Int
        ) -> UnsafeMutablePointer<Element> {
            let new = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
            new.update(from: old, count: count)
            old.deallocate()
            return new
        }
        capacity = max(capacity * 2, least)
        traits = moved(traits, count, capacity: capacity)
        entries = moved(entries, count + 1, capacity: capacity + 1)
        let offsets = NameFeature.offsets.count
        vectors = moved(vectors, (count + 1) * offsets, capacity: (capacity + 1) * offsets)
    }

    /// The traits of a token's form, which is looked at if it was not yet.
    func traits(_ text: MarkedText, _ index: Int) -> NameTraits {
        let form = Int(text.tokens[index].form)
        if !traits[form].contains(.isKnown) { read(text, index) }
        return traits[form]
    }

    /// Looks at the form of a token for the first time.
    @inline(never)
    private func read(_ text: MarkedText, _ index: Int) {
        let token = text.tokens[index]
        let form = reader.read(token, text.utf8, text.hits(startingAt: index), lexicon)
        let isLongWord = token.kind == .word && token.end - token.start >= 4
        var traits: NameTraits = .isKnown
        if form.isNameable { traits.insert(.isNameable) }
        if form.isNameable, form.isWeak { traits.insert(.isWeak) }
        if form.joins || form.ends { traits.insert(.goesOn) }
        if form.isSport { traits.insert(.isSport) }
        if token.kind == .number { traits.insert(.isNumber) }
        if isLongWord { traits.insert(.isLongWord) }
        self.traits[Int(token.form)] = traits

        var entry = Entry(category: form.category)
        if form.joins { entry.state.insert(.joins) }
        if form.ends { entry.state.insert(.ends) }
        let p = form.properties
        if p.contains(.orgSuffix) || p.contains(.nameSuffix) || p.contains(.initial)
            || p.contains(.dotted) && p.contains(.upper)
        {
            entry.state.insert(.isAbbreviation)
        }
        if isLongWord, token.shape.startsWithCapital { entry.state.insert(.isLongCapital) }
        if isLongWord, token.shape == .upper { entry.state.insert(.isLongUpper) }
        if DocumentForms.isCounted(token) { entry.spelling = spellings.add(token.hash) }
        entries[Int(token.form) + 1] = entry
    }

    /// Sums the weights of the features of a token's form, if that was not done yet.
    @inline(never)
    func addVectors(_ text: MarkedText, _ index: Int) {
        let token = text.tokens[index]
        let row = Int(token.form) + 1
        if entries[row].state.contains(.hasVectors) { return }
        let form = reader.read(token, text.utf8, text.hits(startingAt: index), lexicon)
        let start = row * NameFeature.offsets.count
        for offset in NameFeature.offsets {
            var sum = offset == 0 ? model.row(NameFeature.bias) : NameVector()
            // The form that stands `offset` away from a token speaks for it.
            form.forEachFeature(at: offset) { sum &+= model.row($0) }
            vectors[start + offset + NameFeature.reach] = sum
        }
        entries[row].state.insert(.hasVectors)
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
