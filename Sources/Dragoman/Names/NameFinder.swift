import Lexicon
import Segmentation

/// A name that was found: its tokens, and which of ``NameTag/labels`` it is.
package struct NameSpan: Equatable {
    package var tokens: Range<Int>
    package var label: Int
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
    let emissions: NameEmissions
    /// By token of the windows.
    private let tags = GrowingBuffer<UInt8>()
    private var spans: [NameSpan] = []

    /// What is known of a form, for `FormNote.names`.
    func note(of form: Int) -> UInt32 { vectors.note(of: form) }

    init(_ knowledge: NameKnowledge) {
        self.knowledge = knowledge
        vectors = NameVectors(
            reader: knowledge.reader, lexicon: knowledge.lexicon, model: knowledge.model)
        emissions = NameEmissions(knowledge, vectors)
        decoder = NameDecoder(knowledge.model)
    }

    /// The windows of the last text.
    var windows: UnsafeBufferPointer<NameWindow> { search.windows.elements }
    /// Whether it was about sport.
    var isSport: Bool { search.isSport }

    /// Finds the names of a text, in its order.
    ///
    /// - Parameter dates: tokens of dates, ascending.
    func find(
        _ text: TokenBuffer, _ hits: HitBuffer, dates: [Range<Int>], evidence: [NameEvidence]
    ) -> [NameSpan] {
        MarkedText.with(text, hits, dates: dates) { marked in
            read(marked, text)
            if !evidence.isEmpty { add(evidence) }
            decode()
            learn(DocumentTeacher(tokens: marked.tokens, utf8: marked.utf8))
            teach()
            collect()
        }
        return spans
    }

    /// Finds the windows of a text, and sums what speaks for the tags of their tokens.
    func read(_ marked: MarkedText, _ text: TokenBuffer) {
        vectors.prepare(for: text)
        search.find(marked, vectors)
        emissions.read(search, marked)
    }

    /// Adds what rules and the user's lexicons say of spans.
    private func add(_ evidence: [NameEvidence]) {
        var base = 0
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
                    let place = base + token - window.lowerBound
                    emissions.sums.start[place][NameTag.tag(part, item.label)] &+= item.weight
                }
            }
            base += window.count
        }
    }

    /// Tags all windows.
    private func decode() {
        tags.removeAll()
        let sums = emissions.sums
        let tags = tags.append(count: sums.count)
        var base = 0
        for window in windows {
            decoder.decode(sums.start + base, count: window.count, into: tags + base)
            base &+= window.count
        }
    }

    /// Counts what each spelling was found to be.
    private func learn(_ teacher: DocumentTeacher) {
        learner.learn(
            emissions.spellings.start, tags.start, count: tags.count,
            spellingCount: vectors.spellings.count)
        let last = UInt8(NameTag.tag(.last, 1))
        let inside = UInt8(NameTag.tag(.inside, 1))
        var base = 0
        for window in windows {
            let own = tags.start + base
            base &+= window.count
            if window.count < 3 { continue }
            for index in 2..<window.count where own[index] == last && own[index &- 1] == inside {
                var first = index &- 1
                while own[first] == inside { first &-= 1 }
                let start = window.lowerBound
                let hash = teacher.acronym(start &+ first...start &+ index)
                learner.addAcronym(vectors.spellings.number(of: hash))
            }
        }
    }

    /// Reads the windows again in which a form was found to be something else than elsewhere.
    private func teach() {
        let rows = knowledge.model.denseRows
        let tags = tags.start
        var base = 0
        for window in windows {
            let end = base &+ window.count
            defer { base = end }
            guard (base..<end).contains(where: { learner.isDoubtful($0, tags[$0]) }) else {
                continue
            }
            let sums = emissions.sums.start + base
            for index in base..<end {
                learner.taught(index, than: tags[index])?.forEachMark { mark in
                    NameEmissions.add(
                        NameMark.fact(mark), index &- base, sums, window.count, rows)
                }
            }
            decoder.decode(sums, count: window.count, into: tags + base)
        }
    }

    /// Reads the spans off the tags.
    private func collect() {
        spans.removeAll(keepingCapacity: true)
        var base = 0
        for window in windows {
            var start = window.lowerBound
            for token in window.tokens {
                let tag = Int(tags[base &+ token &- window.lowerBound])
                if tag == NameTag.outside { continue }
                let part = NameTag.part(of: tag)
                if part == .begin || part == .unit { start = token }
                if part == .last || part == .unit {
                    spans.append(
                        NameSpan(tokens: start..<token + 1, label: NameTag.kind(of: tag)))
                }
            }
            base &+= window.count
        }
    }
}
