import Dragoman
import Segmentation

extension AnnotatedDocument {
    /// An extraction as a system's annotations: offsets in code points, TIMEX3's types for dates.
    public init(_ document: Document) {
        let text = MeasuredText(document.text, unit: .codepoint)
        let entities = document.mentions.map { mention in
            Annotation(
                start: text.offset(mention.utf8Range.lowerBound),
                end: text.offset(mention.utf8Range.upperBound),
                type: (mention.date?.type ?? mention.label.rawValue).lowercased(),
                value: mention.date?.timex)
        }
        self.init(id: document.id ?? "", text: document.text, entities: entities)
    }
}
