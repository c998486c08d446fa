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
public struct AnnotatedDocument: Sendable, Equatable {
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
}

/// Why a line holds no annotations.
public struct AnnotationError: Error, Equatable, CustomStringConvertible {
    public let description: String
}

extension AnnotatedDocument {
    /// Reads a line: `entities` or `timex` as gold files have them, or `mentions` as ``JSONDocumentWriter`` writes them.
    ///
    /// - Throws: ``AnnotationError`` if the line has no `id`, a span lacks its offsets or type, or offsets do not count
    ///   code points.
    public init(_ json: JSONValue) throws(AnnotationError) {
        guard let id = json["id"]?.identifier else {
            throw AnnotationError(description: "no “id”")
        }
        let unit = json["offsets"]?.string ?? "codepoint"
        guard unit == "codepoint" else {
            throw AnnotationError(
                description: "offsets in \(unit): scores are of offsets in code points")
        }
        self.init(id: id, text: json["text"]?.string ?? "", entities: [])
        date = json["dct"]?.identifier ?? json["date"]?.identifier
        for mention in json["mentions"]?.array ?? [] {
            let value = mention["date"]?["timex"]?.string
            let type = mention["date"]?["type"] ?? mention["label"]
            entities.append(try Annotation(mention, type: type, value: value))
        }
        // Of a line that has both, the mentions count.
        if json["mentions"] == nil {
            for entity in json["entities"]?.array ?? [] {
                let type = entity["type"] ?? entity["label"]
                entities.append(
                    try Annotation(entity, type: type, value: entity["value"]?.string))
            }
        }
        for timex in json["timex"]?.array ?? [] {
            timexes.append(
                try Annotation(timex, type: timex["type"], value: timex["value"]?.string))
        }
    }
}

extension Annotation {
    fileprivate init(
        _ json: JSONValue, type: JSONValue?, value: String?
    ) throws(AnnotationError) {
        guard let start = json["start"]?.integer, let end = json["end"]?.integer else {
            throw AnnotationError(description: "a span without “start” and “end”")
        }
        guard 0 <= start, start <= end else {
            throw AnnotationError(description: "a span from \(start) to \(end)")
        }
        guard let type = type?.string else {
            throw AnnotationError(description: "a span without “type” or “label”")
        }
        self.init(start: start, end: end, type: type.lowercased(), value: value)
    }
}
