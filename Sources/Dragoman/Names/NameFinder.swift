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

/// Finds people, organizations and places: each window on its own, then again with what the document taught.
///
/// Two passes, after Mikheev, Moens and Grover (LTG at MUC-7, 1999): the second reads every form again with what the
/// first found of the same form elsewhere in the document. A worker has one finder, whose storage is used again from
/// text to text.
final class NameFinder {
    let knowledge: NameKnowledge
    let memory: NameVectors
    private var decoder: NameDecoder
    private var windows: [Range<Int>] = []
    private var marks: [NameMarker.Mark] = []
    /// By token of the windows, one window after another.
    private var emissions: [NameVector] = []
    private var tags: [UInt8] = []
    private var forms = DocumentForms()
    /// Whether the last text was about sport.
    private(set) var isSport = false
    private var isTaught: [Bool] = []
    private(set) var spans: [NameSpan] = []

    init(_ knowledge: NameKnowledge) {
        self.knowledge = knowledge
        memory = NameVectors(
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
            memory.prepare(for: text)
            isSport = NameWindows.find(marked, memory, into: &windows)
            emissions.removeAll(keepingCapacity: true)
            for window in windows { emit(window, marked) }
            add(evidence)
            tags.removeAll(keepingCapacity: true)
            tags.append(contentsOf: repeatElement(0, count: emissions.count))
            decode { _ in true }
            let teacher = DocumentTeacher(tokens: marked.tokens, utf8: text.utf8)
            learn(teacher)
            teach(teacher)
            collect()
            return spans
        }
    }

    /// Appends the sums for the tokens of a window.
    private func emit(_ window: Range<Int>, _ text: MarkedText) {
        let base = emissions.count
        let reach = NameFeature.reach
        let width = NameFeature.offsets.count
        var first = window.lowerBound
        while window.lowerBound - first < reach, !text.isEdge(first) { first -= 1 }
        var end = window.upperBound
        while end - window.upperBound < reach, !text.isEdge(end) { end += 1 }
        for index in first..<end {
            let state = memory.entries[Int(text.tokens[index].form)].state
            if !state.contains(.isKnown) { memory.read(text, index) }
            if !state.contains(.hasVectors) { memory.addVectors(text, index) }
        }
        for index in window {
            var sum = NameVector()
            for offset in NameFeature.offsets {
                let other = index &+ offset
                if other < first || other >= end {
                    sum &+= memory.edge[reach - offset]
                } else {
                    let form = Int(text.tokens[other].form)
                    sum &+= memory.vectors[form &* width &+ offset &+ reach]
                }
            }
            let before = category(index - 1, first..<end, text)
            let here = category(index, first..<end, text)
            let after = category(index + 1, first..<end, text)
            sum &+= knowledge.model.row(NameFeature.pair(.before, before, here))
            sum &+= knowledge.model.row(NameFeature.pair(.after, here, after))
            sum &+= knowledge.model.row(NameFeature.pair(.around, before, after))
            emissions.append(sum)
        }
        marks.removeAll(keepingCapacity: true)
        let entries = memory.entries
        knowledge.marker.mark(
            window, text, isSport: isSport,
            category: { entries[Int(text.tokens[$0].form)].category }, into: &marks)
        for mark in marks { add(mark.mark, at: mark.token, window, base) }
    }

    /// Adds what a mark on a token says to the tokens of a window that it stands beside.
    @inline(__always)
    private func add(_ mark: Int, at token: Int, _ window: Range<Int>, _ base: Int) {
        for offset in -1...1 {
            let target = token &- offset
            guard window.contains(target) else { continue }
            emissions[base &+ target &- window.lowerBound] &+=
                knowledge.model.row(NameFeature.mark(mark, at: offset))
        }
    }

    @inline(__always)
    private func category(
        _ index: Int, _ known: Range<Int>, _ text: MarkedText
    ) -> TokenCategory {
        known.contains(index) ? memory.entries[Int(text.tokens[index].form)].category : .edge
    }

    /// Adds what rules and the user's lexicons say of spans.
    private func add(_ evidence: [NameEvidence]) {
        guard !evidence.isEmpty else { return }
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
                    emissions[base + token - window.lowerBound][NameTag.tag(part, item.label)] &+=
                        item.weight
                }
            }
            base += window.count
        }
    }

    /// Tags the windows for which `isWanted` holds.
    private func decode(_ isWanted: (Int) -> Bool) {
        emissions.withUnsafeBufferPointer { emissions in
            tags.withUnsafeMutableBufferPointer { tags in
                var base = 0
                for (number, window) in windows.enumerated() {
                    let end = base + window.count
                    if isWanted(number) {
                        decoder.decode(
                            UnsafeBufferPointer(rebasing: emissions[base..<end]),
                            into: UnsafeMutableBufferPointer(rebasing: tags[base..<end]))
                    }
                    base = end
                }
            }
        }
    }

    /// Counts what each form was found to be.
    private func learn(_ teacher: DocumentTeacher) {
        forms.removeAll()
        var base = 0
        for window in windows {
            tags.withUnsafeBufferPointer {
                teacher.learn(
                    window, UnsafeBufferPointer(rebasing: $0[base..<base + window.count]), &forms)
            }
            base += window.count
        }
    }

    /// Reads the windows again whose forms stand elsewhere too.
    private func teach(_ teacher: DocumentTeacher) {
        var base = 0
        isTaught.removeAll(keepingCapacity: true)
        for window in windows {
            var isNew = false
            tags.withUnsafeBufferPointer { tags in
                let own = UnsafeBufferPointer(rebasing: tags[base..<base + window.count])
                teacher.teach(window, own, forms) { token, mark in
                    isNew = true
                    add(mark, at: token, window, base)
                }
            }
            isTaught.append(isNew)
            base += window.count
        }
        decode { isTaught[$0] }
    }

    /// Reads the spans off the tags.
    private func collect() {
        spans.removeAll(keepingCapacity: true)
        var base = 0
        for window in windows {
            var start = window.lowerBound
            for token in window {
                let tag = Int(tags[base + token - window.lowerBound])
                guard tag != NameTag.outside else { continue }
                let part = NameTag.part(of: tag)
                if part == .begin || part == .unit { start = token }
                if part == .last || part == .unit {
                    spans.append(
                        NameSpan(tokens: start..<token + 1, label: NameTag.kind(of: tag)))
                }
            }
            base += window.count
        }
    }
}

/// What speaks for or against a span as a name of a kind, besides the model.
struct NameEvidence {
    var tokens: Range<Int>
    /// Index into ``NameTag/labels``.
    var label: Int
    /// In hundredths, for every token of the span.
    var weight: Int16
}
