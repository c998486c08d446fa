import Lexicon
import Segmentation

/// Says what the features of a name's tokens added to the sum of its tags.
struct NameExplainer {
    private let text: MarkedText
    private let knowledge: NameKnowledge
    private let lister: NameFeatureLister

    /// - Parameter windows: those of the whole text.
    init(
        text: MarkedText, knowledge: NameKnowledge, isSport: Bool,
        windows: UnsafeBufferPointer<NameWindow>
    ) {
        self.text = text
        self.knowledge = knowledge
        lister = NameFeatureLister(
            text: text, knowledge: knowledge, isSport: isSport, windows: windows)
    }

    /// What each feature added over all tokens of a name, less what it adds for no name there; the strongest first.
    ///
    /// What the rest of the document taught is not among it.
    func evidence(of span: NameSpan) -> [Evidence] {
        var names = NameFeatureNames()
        for token in max(
            0, span.tokens.lowerBound - NameFeature.reach)..<min(
                text.tokens.count, span.tokens.upperBound + NameFeature.reach)
        {
            let bytes = UnsafeBufferPointer(rebasing: text.utf8[text.tokens[token].range])
            names.add(String(decoding: bytes, as: UTF8.self))
        }
        var sums: [String: Int] = [:]
        for (offset, features) in lister.features(window(of: span)).enumerated() {
            let tag = NameTag.tag(NameTag.part(at: offset, of: span.tokens.count), span.label)
            for feature in features {
                let row = knowledge.model.row(feature)
                let name = names.names[feature.id] ?? "?"
                sums[name, default: 0] += Int(row[tag]) - Int(row[NameTag.outside])
            }
        }
        return sums.filter { $0.value != 0 }
            .map { Evidence(source: "feature:\($0.key)", weight: Double($0.value) / 100) }
            .sorted { ($1.weight.magnitude, $0.source) < ($0.weight.magnitude, $1.source) }
    }

    /// The name as a window of its own, in a sentence of no manner.
    private func window(of span: NameSpan) -> NameWindow {
        NameWindow(span.tokens, in: text.sentence(of: span.tokens.lowerBound))
    }
}
