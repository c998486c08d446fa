/// A start or end tag.
struct HTMLTag {
    /// From `<` to behind `>`.
    var range = 0..<0
    var name = HTMLName("")
    /// Where its name stands.
    var nameRange = 0..<0
    var isSelfClosing = false
    /// The spans of the values of those attributes that are there: of two of one name, the first.
    private var values = [Range<Int>?](repeating: nil, count: HTMLAttribute.allCases.count)

    /// The attribute's value as it is spelled; `nil` if the tag has none.
    subscript(attribute: HTMLAttribute) -> Range<Int>? { values[Int(attribute.rawValue)] }

    /// Starts on another tag.
    mutating func reset(at start: Int) {
        range = start..<start
        isSelfClosing = false
        for index in values.indices { values[index] = nil }
    }

    mutating func add(_ attribute: HTMLAttribute, _ value: Range<Int>) {
        let index = Int(attribute.rawValue)
        if values[index] == nil { values[index] = value }
    }
}

/// The attributes that are read.
enum HTMLAttribute: UInt8, CaseIterable {
    case charset, classes, content, datetime, hidden, httpEquiv, id, itemprop, lang, name, property
    case pubdate, role, style, type

    private static let names: [HTMLName: HTMLAttribute] = [
        HTMLName("charset"): .charset, HTMLName("class"): .classes, HTMLName("content"): .content,
        HTMLName("datetime"): .datetime, HTMLName("hidden"): .hidden,
        HTMLName("http-equiv"): .httpEquiv, HTMLName("id"): .id, HTMLName("itemprop"): .itemprop,
        HTMLName("lang"): .lang, HTMLName("name"): .name, HTMLName("property"): .property,
        HTMLName("pubdate"): .pubdate, HTMLName("role"): .role, HTMLName("style"): .style,
        HTMLName("type"): .type,
    ]

    init?(_ name: Slice<UnsafeBufferPointer<UInt8>>) {
        guard 2...10 ~= name.count, let attribute = Self.names[HTMLName(name)] else { return nil }
        self = attribute
    }
}
