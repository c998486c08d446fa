import Dragoman

/// The timeline.
extension HTMLArticle {
    func writeTimeline(_ html: inout HTMLWriter) {
        html.markup("<section class=\"timeline\"")
        html.attribute("aria-labelledby") { anchor("h", 3, &$0) }
        html.markup("><h3")
        id("h", 3, &html)
        html.markup(">Timeline</h3>\n<ol>\n")
        for (number, event) in timeline.events.enumerated() { write(event, number, &html) }
        html.markup("</ol></section>\n")
    }

    private func write(_ event: TimelineEvent, _ number: Int, _ html: inout HTMLWriter) {
        html.markup("<li tabindex=\"-1\"")
        id("t", number + 1, &html)
        html.markup("><p class=\"when\">")
        if let mention = event.mention {
            html.markup("<a")
            href("m", mention + 1, &html)
            html.markup(">")
            write(event.date, &html)
            html.markup("</a>")
        } else {
            write(event.date, &html)
        }
        html.markup("</p><div>")
        if let title = event.what.title, let treaty = event.treaties.first {
            html.markup("<p class=\"what\"><strong>")
            html.markup(title)
            html.markup(":</strong> ")
            link(to: treaty, &html)
            if event.isFromLexicon { writeSource(&html) }
            html.markup("</p>")
        }
        if event.mention != nil {
            html.markup("<blockquote><p dir=\"auto\">")
            html.text(utf8: UnsafeBufferPointer(rebasing: utf8[event.span]))
            html.markup("</p></blockquote>")
        }
        let names =
            event.mention == nil ? [] : event.who + (event.what == .mention ? event.treaties : [])
        if !names.isEmpty {
            html.markup("<ul class=\"names\">")
            for name in names {
                html.markup("<li>")
                link(to: name, &html)
                html.markup("</li>")
            }
            html.markup("</ul>")
        }
        html.markup("</div></li>\n")
    }

    /// A link to an entity.
    private func link(to entity: Int, _ html: inout HTMLWriter) {
        html.markup("<a")
        html.attribute("class") { $0.markup(document.entities[entity].label.style) }
        href("e", entity + 1, &html)
        html.markup(">")
        bdi(shortNames[entity], &html)
        html.markup("</a>")
    }
}

extension TimelineEvent.What {
    /// What happened to the treaty, if it happened to one.
    fileprivate var title: StaticString? {
        switch self {
        case .mention: nil
        case .opened: "Opened"
        case .signed: "Signed"
        case .ratified: "Ratified"
        case .inForce: "In force"
        case .amended: "Amended"
        case .suspended: "Suspended"
        case .denounced: "Denounced"
        case .ended: "Ended"
        }
    }
}
