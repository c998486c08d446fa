import Dragoman
import Segmentation

extension AnnotatedDocument {
    /// An extraction as a system's annotations: offsets in code points, TIMEX3's types for dates.
    public init(_ document: Document) {
        var text = document.text
        let entities = text.withUTF8 { utf8 in
            let text = MeasuredText(utf8, unit: .codepoint)
            return document.mentions.map { mention in
                let (start, end) = text.offsets(of: mention.utf8Range)
                return Annotation(
                    start: start, end: end,
                    type: (mention.date?.type ?? mention.label.rawValue).lowercased(),
                    value: mention.date?.timex)
            }
        }
        self.init(id: document.id ?? "", text: document.text, entities: entities)
    }
}
