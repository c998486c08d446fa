import Dragoman

/// The text with its mentions marked.
extension HTMLArticle {
    func writeText(_ html: inout HTMLWriter) {
        var marks = HTMLMarks(article: self)
        for (number, mention) in document.mentions.enumerated() {
            marks.write(number, mention.utf8Range.clamped(to: 0..<utf8.count), &html)
        }
        marks.finish(&html)
    }

    /// Writes a part of a mention's text, as a link to what the mention stands for: HTML has no links within links.
    fileprivate func write(
        _ range: Range<Int>, of number: Int, isFirst: Bool, _ html: inout HTMLWriter
    ) {
        let mention = document.mentions[number]
        let event = timeline.eventOfMention[number]
        let isLink = mention.entity != nil || event != nil
        html.markup(isLink ? "<a" : "<span")
        if let entity = mention.entity {
            href("e", entity + 1, &html)
        } else if let event {
            href("t", event + 1, &html)
        }
        html.attribute("title", title(of: mention))
        // The tabulator stops once at a mention.
        if isLink, !isFirst { html.markup(" tabindex=\"-1\"") }
        html.markup(">")
        html.text(utf8: UnsafeBufferPointer(rebasing: utf8[range]))
        html.markup(isLink ? "</a>" : "</span>")
    }

    /// `Person: Taro Kono`, `Date: 3 May 1960`.
    private func title(of mention: Mention) -> String {
        if let entity = mention.entity { return "\(mention.label.title): \(shortNames[entity])" }
        guard let value = mention.date else { return mention.label.title }
        let words = TimelineEvent.Date(value)?.words ?? Self.shortened(value.timex)
        return "\(mention.label.title): \(words)"
    }
}

/// Mentions, one in another or side by side, and the text between them; one that crosses the end of another is left out.
private struct HTMLMarks {
    let article: HTMLArticle
    private var paragraphs: HTMLParagraphs
    private var open: [Open] = []
    /// How far the text was written.
    private var position = 0

    /// A mention that is being written.
    private struct Open {
        let number: Int
        let end: Int
        /// Whether some of its text was written that is not of mentions in it.
        var isLinked = false
    }

    init(article: HTMLArticle) {
        self.article = article
        paragraphs = HTMLParagraphs(article.utf8)
    }

    mutating func write(_ number: Int, _ range: Range<Int>, _ html: inout HTMLWriter) {
        guard !range.isEmpty, range.lowerBound >= position else { return }
        advance(to: range.lowerBound, &html)
        if let last = open.last, range.upperBound > last.end { return }
        if open.isEmpty { paragraphs.start(&html) }
        html.markup("<mark")
        html.attribute("class") { $0.markup(article.document.mentions[number].label.style) }
        article.id("m", number + 1, &html)
        html.markup(">")
        open.append(Open(number: number, end: range.upperBound))
    }

    mutating func finish(_ html: inout HTMLWriter) {
        advance(to: article.utf8.count, &html)
        paragraphs.finish(&html)
    }

    /// Writes the text up to a byte, closing the mentions that end on the way.
    private mutating func advance(to end: Int, _ html: inout HTMLWriter) {
        while let last = open.last, last.end <= end {
            writeInside(upTo: last.end, &html)
            open.removeLast()
            html.markup("</mark>")
        }
        if open.isEmpty {
            paragraphs.write(position..<end, &html)
            position = end
        } else {
            writeInside(upTo: end, &html)
        }
    }

    private mutating func writeInside(upTo end: Int, _ html: inout HTMLWriter) {
        guard position < end, let last = open.last else { return }
        article.write(position..<end, of: last.number, isFirst: !last.isLinked, &html)
        open[open.count - 1].isLinked = true
        position = end
    }
}

extension Label {
    /// What a mention is called for people.
    fileprivate var title: String { rawValue.prefix(1) + rawValue.dropFirst().lowercased() }

    /// The class of its marks.
    var style: StaticString {
        switch self {
        case .person: "person"
        case .organization: "organization"
        case .place: "place"
        case .treaty: "treaty"
        case .date, .time, .duration, .set: "date"
        }
    }
}
