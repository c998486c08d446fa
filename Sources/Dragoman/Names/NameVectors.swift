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
    struct Facts: BitwiseCopyable {
        var state: State = []
        var category = TokenCategory.lowerOther
    }

    struct State: OptionSet, BitwiseCopyable {
        let rawValue: UInt8
        /// What it says of tokens that it stands before, of itself, and of tokens that it follows is summed.
        static let saysBefore = State(rawValue: 1)
        static let saysItself = State(rawValue: 2)
        static let saysAfter = State(rawValue: 4)
        static let isAbbreviation = State(rawValue: 8)
        /// A word of four letters and more with a capital; one in capitals.
        static let isLongCapital = State(rawValue: 16)
        static let isLongUpper = State(rawValue: 32)
    }

    /// What a form says of the tags of the tokens around it, in three lines of the cache: of a token one and two before
    /// which it stands, of itself, of one that it follows.
    struct Row: BitwiseCopyable {
        var twoBefore = NameVector()
        var before = NameVector()
        var itself = NameVector()
        /// The number of its spelling in ``SpellingNumbers``; 0 for a form that other occurrences do not teach.
        var spelling: UInt32 = 0
        private let nothing = SIMD4<UInt32>()
        var after = NameVector()
        var twoAfter = NameVector()
    }

    let reader: FormReader
    let lexicon: Lexicon
    let model: NameModel
    /// Features of a form, in the order in which they are asked for.
    private let pieces = GrowingBuffer<NameFeature>()
    @exclusivity(unchecked) private(set) var spellings = SpellingNumbers()
    /// By form.
    private var traits: UnsafeMutablePointer<NameTraits>
    /// By form, one further on: the first is the edge of a sentence.
    private var facts: UnsafeMutablePointer<Facts>
    private var rows: UnsafeMutablePointer<Row>
    /// By form.
    private var properties: UnsafeMutablePointer<TokenProperties>
    /// As many forms as a segmenter knows before it forgets them: memory that is not used is not touched, and moving rows costs
    /// more than all else that growing does.
    private var capacity = 1 << 16
    private var count = 0
    private var generation = -1

    init(reader: FormReader, lexicon: Lexicon, model: NameModel) {
        self.reader = reader
        self.lexicon = lexicon
        self.model = model
        traits = .allocate(capacity: capacity)
        facts = .allocate(capacity: capacity + 1)
        facts.initialize(to: Facts(state: [.saysBefore, .saysAfter], category: .edge))
        rows = Self.allocateRows(capacity + 1)
        properties = .allocate(capacity: capacity)
        func edge(_ offset: Int) -> NameVector {
            model.row(NameFeature.category(.edge, at: offset))
        }
        var row = Row()
        (row.twoBefore, row.before) = (edge(-2), edge(-1))
        (row.after, row.twoAfter) = (edge(1), edge(2))
        rows.initialize(to: row)
    }

    deinit {
        traits.deallocate()
        facts.deallocate()
        rows.deallocate()
        properties.deallocate()
    }

    private static func allocateRows(_ count: Int) -> UnsafeMutablePointer<Row> {
        UnsafeMutableRawPointer.allocate(
            byteCount: count * MemoryLayout<Row>.stride, alignment: 64
        ).bindMemory(to: Row.self, capacity: count)
    }

    /// What loops read: valid until the next ``prepare(for:)``.
    struct Pointers: BitwiseCopyable {
        let traits: UnsafeMutablePointer<NameTraits>
        private let facts: UnsafeMutablePointer<Facts>
        private let rows: UnsafeMutablePointer<Row>

        fileprivate init(_ vectors: NameVectors) {
            traits = vectors.traits
            facts = vectors.facts + 1
            rows = vectors.rows + 1
        }

        /// Stands for the edge of a sentence.
        static let edgeForm = -1

        @inline(__always)
        func facts(_ form: Int) -> Facts { facts[form] }
        @inline(__always)
        func row(_ form: Int) -> UnsafeMutablePointer<Row> { rows + form }
    }

    var pointers: Pointers { Pointers(self) }

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
            (facts + count + 1).initialize(repeating: Facts(), count: added)
            count = text.formCount
        }
    }

    private func grow(to least: Int) {
        let wider = max(capacity * 2, least)
        func moved<Element>(
            _ old: UnsafeMutablePointer<Element>, _ count: Int,
            to new: UnsafeMutablePointer<Element>
        ) -> UnsafeMutablePointer<Element> {
            new.moveInitialize(from: old, count: count)
            old.deallocate()
            return new
        }
        traits = moved(traits, count, to: .allocate(capacity: wider))
        facts = moved(facts, count + 1, to: .allocate(capacity: wider + 1))
        rows = moved(rows, count + 1, to: Self.allocateRows(wider + 1))
        properties = moved(properties, count, to: .allocate(capacity: wider))
        capacity = wider
    }

    /// What is known of a form, for `FormNote.names`.
    func note(of form: Int) -> UInt8 { form < count ? traits[form].rawValue : 0 }

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
        let form = reader.readProperties(
            token, text.utf8, text.hits.startingAt(index), lexicon)
        let isLongWord = token.kind == .word && token.end - token.start >= 4
        var traits: NameTraits = .isKnown
        if form.isNameable { traits.insert(.isNameable) }
        if form.isNameable ? form.isWeak : form.category == .period {
            traits.insert(.isWeakOrPeriod)
        }
        if form.joins { traits.insert(.joins) }
        if form.ends { traits.insert(.ends) }
        if form.isSport { traits.insert(.isSport) }
        if token.kind == .number { traits.insert(.isNumber) }
        if isLongWord { traits.insert(.isLongWord) }
        self.traits[Int(token.form)] = traits

        var facts = Facts(category: form.category)
        let p = form.properties
        if p.contains(.orgSuffix) || p.contains(.nameSuffix) || p.contains(.initial)
            || p.contains(.dotted) && p.contains(.upper)
        {
            facts.state.insert(.isAbbreviation)
        }
        if isLongWord, token.shape.startsWithCapital { facts.state.insert(.isLongCapital) }
        if isLongWord, token.shape == .upper { facts.state.insert(.isLongUpper) }
        self.facts[Int(token.form) + 1] = facts
        properties[Int(token.form)] = p
    }

    /// Sums the weights of the features of a token's form that are wanted and were not summed yet.
    @inline(__always)
    func sum(_ wanted: State, _ text: MarkedText, _ index: Int) {
        let place = Int(text.tokens[index].form) + 1
        let missing = wanted.subtracting(facts[place].state)
        if !missing.isEmpty { sum(missing: missing, text, index, place) }
    }

    @inline(never)
    private func sum(missing: State, _ text: MarkedText, _ index: Int, _ place: Int) {
        facts[place].state.formUnion(missing)
        let token = text.tokens[index]
        var form = NameForm()
        form.properties = properties[place - 1]
        form.category = facts[place].category
        reader.readPieces(token, text.utf8, &form)
        // Look-ups mostly wait for memory: all of them are asked for first.
        pieces.removeAll()
        if missing.contains(.saysBefore) {
            prefetch(form, -2)
            prefetch(form, -1)
        }
        if missing.contains(.saysItself) { prefetch(form, 0) }
        if missing.contains(.saysAfter) {
            prefetch(form, 1)
            prefetch(form, 2)
        }
        var next = 0
        if missing.contains(.saysBefore) {
            rows[place].twoBefore = sum(form, -2, &next)
            rows[place].before = sum(form, -1, &next)
        }
        if missing.contains(.saysItself) {
            rows[place].itself = sum(form, 0, &next) &+ model.row(NameFeature.bias)
            rows[place].spelling =
                DocumentForms.isCounted(token) ? spellings.add(token.hash) : 0
        }
        if missing.contains(.saysAfter) {
            rows[place].after = sum(form, 1, &next)
            rows[place].twoAfter = sum(form, 2, &next)
        }
    }

    /// Asks for the weights of the pieces of a form, which ``pieces`` keeps.
    private func prefetch(_ form: NameForm, _ offset: Int) {
        let hashed = model.hashedRows
        form.forEachPiece(at: offset) {
            let piece = NameFeature.hashed($0, at: offset, $1)
            hashed.prefetch(piece)
            pieces.append(piece)
        }
    }

    /// What a form says of a token from which it stands `offset` away.
    ///
    /// - Parameter next: the first of its pieces among ``pieces``, and afterwards the one behind them.
    private func sum(_ form: NameForm, _ offset: Int, _ next: inout Int) -> NameVector {
        let (dense, hashed) = (model.denseRows, model.hashedRows)
        var sum = dense[Int(NameFeature.category(form.category, at: offset).id)]
        form.properties.forEachMember {
            sum &+= dense[Int(NameFeature.property($0, at: offset).id)]
        }
        form.forEachPiece(at: offset) { _, _ in
            sum &+= hashed.row(pieces[next])
            next &+= 1
        }
        return sum
    }
}

extension NameForm {
    /// The features of the form for a token from which it stands `offset` away.
    @inline(__always)
    func forEachFeature(at offset: Int, _ body: (NameFeature) -> Void) {
        properties.forEachMember { body(.property($0, at: offset)) }
        body(.category(category, at: offset))
        forEachPiece(at: offset) { body(.hashed($0, at: offset, $1)) }
    }

    /// Those of them that hold a piece of the text.
    @inline(__always)
    func forEachPiece(
        at offset: Int, _ body: (_ template: NameFeature.Template, _ value: UInt64) -> Void
    ) {
        if word != 0 { body(.word, word) }
        guard abs(offset) <= 1 else { return }
        if suffix3 != 0 { body(.suffix3, suffix3) }
        body(.shape, shape)
        guard offset == 0 else { return }
        if suffix2 != 0 { body(.suffix2, suffix2) }
        if suffix4 != 0 { body(.suffix4, suffix4) }
        if prefix3 != 0 { body(.prefix3, prefix3) }
    }
}
