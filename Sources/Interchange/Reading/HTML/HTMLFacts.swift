/// What a page says of itself: its title, its language, and when it was published.
struct HTMLFacts {
    let bytes: UnsafeBufferPointer<UInt8>
    private(set) var language: String?
    private var date: (rank: Rank, value: String)?

    /// Where a date stands, the surest first.
    private enum Rank: Int {
        case linkedData, published, property, name, marked, time
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// When the page was published, as a day, month or year.
    var published: String? { date?.value }

    /// Reads what a start tag says.
    mutating func read(_ tag: HTMLTag, isContent: Bool) {
        if tag.name == Self.html, language == nil, let lang = tag[.lang] {
            let value = bytes.attribute(lang)
            if !value.isEmpty, value.utf8.count < 36 { language = value }
        }
        if tag.name == Self.meta { readMeta(tag) }
        if tag.name == Self.time { readTime(tag, isContent: isContent) }
    }

    /// Reads a script of JSON-LD.
    mutating func read(linkedData json: Range<Int>) {
        var reader = JSONReader(Array(bytes[json]))
        guard let value = try? reader.read() else { return }
        add(.linkedData, LinkedData.datePublished(in: value))
    }

    private mutating func readMeta(_ tag: HTMLTag) {
        guard let content = tag[.content] else { return }
        for attribute in [HTMLAttribute.property, .itemprop, .name] {
            guard let range = tag[attribute] else { continue }
            let name = bytes.attribute(range).lowercased()
            if Self.properties.contains(name) {
                add(
                    name == "article:published_time" ? .published : .property,
                    bytes.attribute(content))
            } else if Self.names.contains(name) {
                add(.name, bytes.attribute(content))
            }
        }
    }

    private mutating func readTime(_ tag: HTMLTag, isContent: Bool) {
        guard let datetime = tag[.datetime], isContent else { return }
        let value = bytes.attribute(datetime)
        let property = tag[.itemprop].map { bytes.attribute($0).lowercased() }
        if property == "datepublished" {
            add(.property, value)
        } else if tag[.pubdate] != nil || isMarked(tag) {
            add(.marked, value)
        } else if value.utf8.count >= 10 {
            add(.time, value)
        }
    }

    /// Whether the class says that the time is that of the page.
    private func isMarked(_ tag: HTMLTag) -> Bool {
        guard let classes = tag[.classes] else { return false }
        let value = bytes.attribute(classes).lowercased()
        return value.contains("publish") || value.contains("posted") || value.contains("pubdate")
            || value.contains("entry-date")
    }

    private mutating func add(_ rank: Rank, _ text: String?) {
        if let date, date.rank.rawValue <= rank.rawValue { return }
        if let value = text.flatMap(Self.day) { date = (rank, value) }
    }

    /// The date of ISO 8601 that a text starts with, to the day or as far as it goes: `2019-02-12T10:30:00Z`.
    static func day(_ text: String) -> String? {
        let text = text.trimming(\.isHTMLSpace)
        let end = text.utf8.firstIndex { $0 == UInt8(ascii: "T") || $0 == 0x20 }
        let date = text[..<(end ?? text.endIndex)].replacing("/", with: "-")
        let parts = date.split(separator: "-", omittingEmptySubsequences: false).map(\.utf8)
        guard parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }) else { return nil }
        let lengths = parts.map(\.count)
        guard lengths == [4] || lengths == [8] || lengths == [4, 2] || lengths == [4, 2, 2] else {
            return nil
        }
        return String(date)
    }

    private static let html = HTMLName("html")
    private static let meta = HTMLName("meta")
    private static let time = HTMLName("time")

    /// Of Open Graph and schema.org.
    private static let properties: Set<String> = [
        "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    ]

    /// Of Dublin Core, Highwire, and publishers.
    private static let names: Set<String> = [
        "citation_publication_date", "citation_date", "date", "dc.date", "dc.date.created",
        "dc.date.issued", "dcterms.created", "dcterms.date", "dcterms.issued", "parsely-pub-date",
        "pubdate", "publication_date", "publish-date", "publish_date", "publishdate",
        "sailthru.date",
    ]
}

/// JSON-LD with the words of schema.org.
enum LinkedData {
    /// The date of publication of the thing that is described, or of the first of its parts that has one: those that are
    /// nearer to the top come first.
    static func datePublished(in value: JSONValue) -> String? {
        var level = [value]
        while !level.isEmpty {
            if let date = level.lazy.compactMap({ $0["datePublished"]?.string }).first {
                return date
            }
            level = level.flatMap(parts)
        }
        return nil
    }

    private static func parts(_ value: JSONValue) -> [JSONValue] {
        switch value {
        case .array(let values): values
        case .object(let members): members.map(\.value)
        case .null, .bool, .number, .string: []
        }
    }
}
