import Dragoman
import Segmentation

extension AnnotatedDocument {
    /// An extraction as a system's annotations: offsets in code points, TIMEX3's types for dates.
    public init(_ document: Document) {
        let offsets = OffsetConverter(utf8: Array(document.text.utf8), unit: .codepoint)
        let entities = document.mentions.map { mention in
            Annotation(
                start: offsets.convert(mention.utf8Range.lowerBound),
                end: offsets.convert(mention.utf8Range.upperBound),
                type: (mention.date?.type ?? mention.label.rawValue).lowercased(),
                value: mention.date?.timex)
        }
        self.init(id: document.id ?? "", text: document.text, entities: entities)
    }
}
