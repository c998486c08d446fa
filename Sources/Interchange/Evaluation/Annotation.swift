/// A labelled span, of a gold file or of a system's output, in code points.
public struct Annotation: Sendable, Equatable {
    public var start: Int
    public var end: Int
    /// Lower case: `person`, `date`, …
    public var type: String
    /// TIMEX3 value.
    public var value: String?

    public init(start: Int, end: Int, type: String, value: String? = nil) {
        self.start = start
        self.end = end
        self.type = type
        self.value = value
    }
}

/// A document's annotations.
public struct AnnotatedDocument: Sendable {
    public var id: String
    public var text: String
    /// Document creation time.
    public var date: String?
    /// Spans of `entities`, or of a system's `mentions`.
    public var entities: [Annotation]
    /// Spans of `timex`.
    public var timexes: [Annotation]

    public init(
        id: String, text: String = "", date: String? = nil, entities: [Annotation],
        timexes: [Annotation] = []
    ) {
        self.id = id
        self.text = text
        self.date = date
        self.entities = entities
        self.timexes = timexes
    }

    /// Reads a line: `entities` or `timex` as gold files have them, or `mentions` as this project writes them.
    ///
    /// - Returns: `nil` if the line has no `id` or a span lacks its offsets or type.
    public init?(_ json: JSONValue) {
        guard let id = json["id"]?.identifier else { return nil }
        func spans(_ values: [JSONValue]?, type: (JSONValue) -> String?) -> [Annotation]? {
            var result: [Annotation] = []
            for value in values ?? [] {
                guard let start = value["start"]?.integer, let end = value["end"]?.integer,
                    let type = type(value)
                else { return nil }
                let timex = value["date"]?["timex"]?.string ?? value["value"]?.string
                result.append(
                    Annotation(start: start, end: end, type: type.lowercased(), value: timex))
            }
            return result
        }
        let own = json["mentions"]?.array
        let entities = spans(own ?? json["entities"]?.array) {
            own == nil
                ? ($0["type"] ?? $0["label"])?.string : ($0["date"]?["type"] ?? $0["label"])?.string
        }
        guard let entities, let timexes = spans(json["timex"]?.array, type: { $0["type"]?.string })
        else { return nil }
        self.init(
            id: id, text: json["text"]?.string ?? "",
            date: json["dct"]?.identifier ?? json["date"]?.identifier, entities: entities,
            timexes: timexes)
    }
}
