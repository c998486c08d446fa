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
    let windows = GrowingBuffer<NameWindow>()
    private let marks = GrowingBuffer<NameMarker.Mark>()
    /// By token of the windows, one window after another.
    let emissions = GrowingBuffer<NameVector>()
    private let tags = GrowingBuffer<UInt8>()
    private var forms = DocumentForms()
    /// Whether the last text was about sport.
    private(set) var isSport = false
    private var spans: [NameSpan] = []

    init(_ knowledge: NameKnowledge) {
        self.knowledge = knowledge
        vectors = NameVectors(
            reader: knowledge.reader, lexicon: knowledge.lexicon, model: knowledge.model)
        decoder = NameDecoder(knowledge.model)
    }

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
            let teacher = DocumentTeacher(tokens: marked.tokens, utf8: marked.utf8)
            learn(teacher)
            teach(teacher)
            collect()
        }
        return spans
    }

    /// Finds the windows of a text, and sums what speaks for the tags of their tokens.
    func read(_ marked: MarkedText, _ text: TokenBuffer) {
        vectors.prepare(for: text)
        isSport = NameWindows.find(marked, vectors, into: windows)
        emit(marked)
    }

    /// Sums what speaks for the tags of all tokens of the windows.
    private func emit(_ text: MarkedText) {
        emissions.removeAll()
        var phrase = 0
        let pointers = vectors.pointers
        let rows = knowledge.model.denseRows
        for window in windows.elements {
            let sums = emissions.append(count: window.count)
            emit(window.tokens, text, pointers, rows, sums)
            knowledge.marker.mark(
                window, text, isSport: isSport,
                category: { pointers.entries[Int(text.tokens[$0].form)].category },
                state: { state(of: $0, text, pointers) }, phrase: &phrase, into: marks)
            for mark in marks.elements { Self.add(mark.mark, mark.token, window, rows, sums) }
        }
    }

    /// What is known of the form of a token, which is read if it never was.
    @inline(__always)
    private func state(
        of index: Int, _ text: MarkedText, _ pointers: NameVectors.Pointers
    ) -> NameVectors.State {
        let form = Int(text.tokens[index].form)
        if !pointers.entries[form].state.contains(.isKnown) { vectors.read(text, index) }
        return pointers.entries[form].state
    }

    /// Sums the vectors of the forms in and around a window.
    @inline(__always)
    private func emit(
        _ window: Range<Int>, _ text: MarkedText, _ pointers: NameVectors.Pointers,
        _ rows: NameModel.DenseRows, _ sums: UnsafeMutablePointer<NameVector>
    ) {
        let reach = NameFeature.reach
        let tokens = text.tokens
        var first = window.lowerBound
        while window.lowerBound &- first < reach, !text.isEdge(first) { first &-= 1 }
        var end = window.upperBound
        while end &- window.upperBound < reach, !text.isEdge(end) { end &+= 1 }
        for index in first..<end {
            let state = pointers.entries[Int(tokens[index].form)].state
            if !state.contains(.hasVectors) {
                if !state.contains(.isKnown) { vectors.read(text, index) }
                vectors.addVectors(text, index)
            }
        }
        func category(_ index: Int) -> TokenCategory {
            index >= first && index < end
                ? pointers.entries[Int(tokens[index].form)].category : .edge
        }
        func vector(_ index: Int, at offset: Int) -> NameVector {
            index >= first && index < end
                ? pointers.vector(of: tokens[index].form, at: offset) : pointers.edge(offset)
        }
        var before = category(window.lowerBound &- 1)
        var here = category(window.lowerBound)
        for index in window {
            let after = category(index &+ 1)
            var sum = pointers.vector(of: tokens[index].form, at: 0)
            sum &+= vector(index &- 1, at: -1) &+ vector(index &- 2, at: -2)
            sum &+= vector(index &+ 1, at: 1) &+ vector(index &+ 2, at: 2)
            sum &+= rows[NameFeature.pair(.before, before, here)]
            sum &+= rows[NameFeature.pair(.after, here, after)]
            sum &+= rows[NameFeature.pair(.around, before, after)]
            sums[index &- window.lowerBound] = sum
            before = here
            here = after
        }
    }

    /// Adds what a mark on a token says to the tokens of a window that it stands beside.
    @inline(__always)
    private static func add(
        _ mark: Int, _ token: Int, _ window: NameWindow, _ rows: NameModel.DenseRows,
        _ sums: UnsafeMutablePointer<NameVector>
    ) {
        for offset in -1...1 {
            let place = token &- offset &- Int(window.lowerBound)
            guard place >= 0, place < window.count else { continue }
            sums[place] &+= rows[NameFeature.mark(mark, at: offset)]
        }
    }

    /// Adds what rules and the user's lexicons say of spans.
    private func add(_ evidence: [NameEvidence]) {
        var base = 0
        var next = 0
        for window in windows.elements {
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
                    let place = base + token - Int(window.lowerBound)
                    emissions.start[place][NameTag.tag(part, item.label)] &+= item.weight
                }
            }
            base += window.count
        }
    }

    /// Tags all windows.
    private func decode() {
        tags.removeAll()
        let tags = tags.append(count: emissions.count)
        var base = 0
        for window in windows.elements {
            decoder.decode(emissions.start + base, count: window.count, into: tags + base)
            base &+= window.count
        }
    }

    /// Counts what each form was found to be.
    private func learn(_ teacher: DocumentTeacher) {
        forms.removeAll()
        var base = 0
        for window in windows.elements {
            teacher.learn(window.tokens, tags.start + base, &forms)
            base &+= window.count
        }
    }

    /// Reads the windows again in which a form was found to be something else than elsewhere.
    private func teach(_ teacher: DocumentTeacher) {
        var base = 0
        let rows = knowledge.model.denseRows
        for window in windows.elements {
            let own = tags.start + base
            let sums = emissions.start + base
            if teacher.isDoubtful(window.tokens, own, forms) {
                teacher.teach(window.tokens, own, forms) { token, mark in
                    Self.add(mark, token, window, rows, sums)
                }
                decoder.decode(sums, count: window.count, into: own)
            }
            base &+= window.count
        }
    }

    /// Reads the spans off the tags.
    private func collect() {
        spans.removeAll(keepingCapacity: true)
        var base = 0
        for window in windows.elements {
            var start = window.tokens.lowerBound
            for token in window.tokens {
                let tag = Int(tags[base &+ token &- Int(window.lowerBound)])
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
