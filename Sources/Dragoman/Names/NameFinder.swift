import Lexicon
import Segmentation

/// A name that was found: its tokens, and which of ``NameTag/labels`` it is.
struct NameSpan: Equatable, BitwiseCopyable {
    private let first: UInt32
    private let last: UInt32
    let label: Int

    @inline(__always)
    init(first: UInt32, last: UInt32, label: Int) {
        self.first = first
        self.last = last
        self.label = label
    }

    var tokens: Range<Int> { Int(first)..<Int(last) + 1 }
}

/// What every worker's ``NameFinder`` reads.
final class NameKnowledge: Sendable {
    let lexicon: Lexicon
    let reader: FormReader
    let marker: NameMarker
    let model: NameModel

    init(lexicon: Lexicon, model: NameModel) {
        self.lexicon = lexicon
        self.model = model
        reader = FormReader(lexicon: lexicon)
        marker = NameMarker(lexicon: lexicon)
    }
}

/// Finds people, organizations and places: each window on its own, then doubtful ones again with what the document
/// taught.
///
/// Two passes, after Mikheev, Moens and Grover (LTG at MUC-7, 1999): the second reads windows in which some form was
/// found to be something else than elsewhere in the document. A worker has one finder, whose storage is used again
/// from text to text.
final class NameFinder {
    private let knowledge: NameKnowledge
    private let vectors: NameVectors
    private let decoder: NameDecoder
    private let search = NameWindows()
    private let learner = NameLearner()
    private let factSums: MarkSums
    let emissions: NameEmissions
    /// By token of the windows.
    private let tags = GrowingBuffer<UInt8>()
    private let spans = GrowingBuffer<NameSpan>()

    /// What is known of a form, for `FormNote.names`.
    func note(of form: Int) -> UInt8 { vectors.note(of: form) }

    init(_ knowledge: NameKnowledge) {
        self.knowledge = knowledge
        vectors = NameVectors(
            reader: knowledge.reader, lexicon: knowledge.lexicon, model: knowledge.model)
        emissions = NameEmissions(knowledge, vectors)
        decoder = NameDecoder(knowledge.model)
        factSums = MarkSums(knowledge.model, partCount: 1) { facts, _, body in
            NameMark.forEach(ofFacts: facts, body)
        }
    }

    /// By name that was found in the last text, its margin: the least of its tokens' (``NameMargins``).
    func margins() -> [Int] {
        let margins = NameMargins(knowledge.model)
        var result: [Int] = []
        var next = 0
        for window in windows where next < spans.count {
            guard window.tokens.contains(spans[next].tokens.lowerBound) else { continue }
            let found = margins.margins(
                .init(start: emissions.sums.start + window.base, count: window.count),
                .init(start: tags.start + window.base, count: window.count))
            while next < spans.count, window.tokens.contains(spans[next].tokens.lowerBound) {
                let tokens = spans[next].tokens
                result.append(tokens.map { Int(found[$0 - window.lowerBound]) }.min() ?? 0)
                next += 1
            }
        }
        return result
    }

    /// The windows of the last text.
    var windows: UnsafeBufferPointer<NameWindow> { search.windows.elements }
    /// Whether it was about sport.
    var isSport: Bool { search.isSport }

    /// Finds the names of a text, in its order: valid until the next text.
    ///
    /// - Parameter dates: tokens of dates, ascending.
    func find(
        _ text: TokenBuffer, _ hits: HitBuffer, dates: [Range<Int>], evidence: [NameEvidence]
    ) -> UnsafeBufferPointer<NameSpan> {
        MarkedText.with(text, hits, dates: dates) { marked in
            read(
                marked, text,
                wanted: Array(evidence.lazy.filter { $0.isOfLexicon }.map { $0.tokens }))
            if !evidence.isEmpty { add(fitting(evidence)) }
            decode()
            learn(DocumentTeacher(tokens: marked.tokens, utf8: marked.utf8))
            teach()
            learner.forget()
            collect()
            leaveOutInitials(marked.tokens, evidence)
        }
        return spans.elements
    }

    /// Finds the windows of a text, and sums what speaks for the tags of their tokens.
    ///
    /// - Parameter wanted: tokens of which a name may be made however they are written.
    func read(_ marked: MarkedText, _ text: TokenBuffer, wanted: [Range<Int>] = []) {
        vectors.prepare(for: text)
        search.find(marked, vectors, wanted: wanted)
        emissions.read(search, marked)
        learner.read(
            emissions.spellings.start, count: search.tokenCount,
            spellingCount: vectors.spellings.count)
        emissions.addContexts(learner)
    }

    /// Leaves out names of a user's lexicons that stand inside longer names: `Washington` in `George Washington`.
    private func fitting(_ evidence: [NameEvidence]) -> [NameEvidence] {
        guard evidence.contains(where: \.isOfLexicon) else { return evidence }
        decode()
        collect()
        let longer = spans.elements.map(\.tokens)
        return evidence.filter { item in
            guard item.isOfLexicon else { return true }
            let next = longer.partitioningIndex { $0.upperBound > item.tokens.lowerBound }
            return next == longer.count || longer[next].lowerBound > item.tokens.lowerBound
                || longer[next].count <= item.tokens.count
        }
    }

    /// Adds what rules and the user's lexicons say of spans.
    private func add(_ evidence: [NameEvidence]) {
        var next = 0
        for window in windows {
            while next < evidence.count, evidence[next].tokens.lowerBound < window.lowerBound {
                next += 1
            }
            while next < evidence.count, evidence[next].tokens.lowerBound < window.upperBound {
                let item = evidence[next]
                next += 1
                guard item.tokens.upperBound <= window.upperBound else { continue }
                for token in item.tokens {
                    let part = NameTag.part(
                        at: token - item.tokens.lowerBound, of: item.tokens.count)
                    let place = window.base + token - window.lowerBound
                    emissions.sums.start[place][NameTag.tag(part, item.label)] &+= item.weight
                }
            }
        }
    }

    /// Tags all windows.
    private func decode() {
        tags.resize(to: search.tokenCount)
        let (windows, sums, tags) = (search.windows.start, emissions.sums.start, tags.start)
        for number in search.single.elements {
            let base = windows[Int(number)].base
            tags[base] = decoder.tag(ofSingle: sums[base])
        }
        for number in search.several.elements {
            let window = windows[Int(number)]
            decoder.decode(sums + window.base, count: window.count, into: tags + window.base)
        }
    }

    /// Counts what each spelling was found to be.
    private func learn(_ teacher: DocumentTeacher) {
        let tags = tags.start
        learner.learn(tags, count: search.tokenCount)
        let last = UInt8(NameTag.tag(.last, 1))
        let inside = UInt8(NameTag.tag(.inside, 1))
        for index in 2..<max(search.tokenCount, 2)
        where tags[index] == last && tags[index &- 1] == inside {
            var first = index &- 1
            while tags[first] == inside { first &-= 1 }
            let tokens = Int(emissions.tokens[first])...Int(emissions.tokens[index])
            learner.addAcronym(vectors.spellings.number(of: teacher.acronym(tokens)))
        }
    }

    /// Reads the windows again in which a form was found to be something else than elsewhere.
    private func teach() {
        let (windows, tags) = (search.windows.start, tags.start)
        let count = search.tokenCount
        var number = 0
        var index = learner.doubtful(from: 0, below: count, tags)
        while index < count {
            while windows[number].base &+ windows[number].count <= index { number &+= 1 }
            teach(windows[number])
            let next = windows[number].base &+ windows[number].count
            index = learner.doubtful(from: next, below: count, tags)
        }
    }

    private func teach(_ window: NameWindow) {
        let (sums, tags) = (emissions.sums.start + window.base, tags.start + window.base)
        for index in 0..<window.count {
            let facts = learner.facts(window.base &+ index, tags[index])
            if facts == 0 { continue }
            MarkSums.add(factSums.rows(of: facts), index, to: sums, window.count)
        }
        decoder.decode(sums, count: window.count, into: tags)
    }

    /// Leaves out letters that are all of a name, but those that a user's lexicon or a rule calls one.
    private func leaveOutInitials(
        _ tokens: UnsafeBufferPointer<Token>, _ evidence: [NameEvidence]
    ) {
        let (spans, count) = (spans.start, spans.count)
        var kept = 0
        for index in 0..<count {
            let span = spans[index]
            spans[kept] = span
            let isLeftOut =
                NameTag.isInitial(tokens, span.tokens)
                && !evidence.contains { $0.tokens.lowerBound == span.tokens.lowerBound }
            kept &+= isLeftOut ? 0 : 1
        }
        self.spans.resize(to: kept)
    }

    /// Reads the spans off the tags.
    private func collect() {
        let count = search.tokenCount
        spans.resize(to: count)
        let (tags, tokens, spans) = (tags.start, emissions.tokens.start, spans.start)
        var found = 0
        var start = 0
        for index in 0..<count {
            let tag = Int(tags[index])
            let part = tag &>> 2
            start = part <= 1 ? index : start
            // Written always and counted if it is one, for want of a branch that could be foretold.
            spans[found] = NameSpan(
                first: tokens[start], last: tokens[index], label: NameTag.kind(of: tag))
            found &+= tag != NameTag.outside && (part == 0 || part == 3) ? 1 : 0
        }
        self.spans.resize(to: found)
    }
}
