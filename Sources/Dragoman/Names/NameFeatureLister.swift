import Lexicon
import Segmentation

/// Lists the features of tokens one by one: for fitting, for explanations, and as the plain twin of the sums that
/// ``NameFinder`` makes by form.
struct NameFeatureLister {
    let text: MarkedText
    let knowledge: NameKnowledge
    let isSport: Bool
    private let phrases = NamePhrases()
    /// By token of the windows: bits of ``NameContext`` that other occurrences of its spelling have.
    private var contexts: [Int: UInt64] = [:]

    /// - Parameter windows: those of the whole text.
    init(
        text: MarkedText, knowledge: NameKnowledge, isSport: Bool,
        windows: some Sequence<NameWindow>
    ) {
        self.text = text
        self.knowledge = knowledge
        self.isSport = isSport
        phrases.read(text, knowledge.marker)
        let places = windows.flatMap(\.tokens)
            .filter { DocumentForms.isCounted(text.tokens[$0]) }
            .map {
                (
                    $0,
                    NameContext.bits(
                        before: category($0 - 1, beside: $0), after: category($0 + 1, beside: $0))
                )
            }
        var spellings: [UInt64: NameContexts] = [:]
        for (token, bits) in places {
            spellings[text.tokens[token].hash, default: NameContexts()].add(bits)
        }
        for (token, bits) in places {
            contexts[token] = spellings[text.tokens[token].hash]?.others(than: bits)
        }
    }

    /// By token of a window; windows in their order.
    func features(_ window: NameWindow) -> [[NameFeature]] {
        var result = window.tokens.map(ofForms)
        let marks = GrowingBuffer<NameMarker.Mark>()
        let marker = knowledge.marker
        var date = 0
        marker.mark(
            window, text, isSport: isSport, date: &date, category: { form($0).category },
            into: marks)
        phrases.forEach(near: window) { marker.mark($0, into: marks) }
        for (offset, token) in window.tokens.enumerated() {
            NameContext.forEach(of: contexts[token] ?? 0) {
                result[offset].append(NameFeature(dense: NameFeature.context($0)))
            }
        }
        for mark in marks.elements {
            for offset in -1...1 where window.tokens.contains(mark.token - offset) {
                result[mark.token - offset - window.tokens.lowerBound].append(
                    NameFeature(dense: NameFeature.mark(mark.mark, at: offset)))
            }
        }
        return result
    }

    private func ofForms(_ index: Int) -> [NameFeature] {
        var result = [NameFeature.bias]
        var categories: [TokenCategory] = []
        for offset in NameFeature.offsets {
            guard isNear(index, offset) else {
                result.append(.category(.edge, at: offset))
                categories.append(.edge)
                continue
            }
            let form = form(index + offset)
            form.forEachFeature(at: offset) { result.append($0) }
            categories.append(form.category)
        }
        let (before, here, after) = (categories[1], categories[2], categories[3])
        result.append(NameFeature(dense: NameFeature.pair(.before, before, here)))
        result.append(NameFeature(dense: NameFeature.pair(.after, here, after)))
        result.append(NameFeature(dense: NameFeature.pair(.around, before, after)))
        return result
    }

    private func category(_ other: Int, beside index: Int) -> TokenCategory {
        isNear(index, other - index) ? form(other).category : .edge
    }

    /// Whether the token at an offset is there and in the same sentence.
    private func isNear(_ index: Int, _ offset: Int) -> Bool {
        let other = index + offset
        guard text.tokens.indices.contains(other) else { return false }
        let later = max(index, other)
        let earlier = min(index, other)
        return !(earlier..<later).contains { text.isEdge($0 + 1) }
    }

    private func form(_ index: Int) -> NameForm {
        knowledge.reader.read(
            text.tokens[index], text.utf8, text.hits.startingAt(index), knowledge.lexicon)
    }
}
