import Dragoman

/// A document on its way into a page.
struct HTMLArticle {
    let document: Document
    let place: DocumentPlace
    let utf8: UnsafeBufferPointer<UInt8>
    let states: StateNames
    let timeline: Timeline
    /// Names of entities, shortened: what may be said again and again.
    let shortNames: [String]

    init(
        _ document: Document, at place: DocumentPlace, utf8: UnsafeBufferPointer<UInt8>,
        states: StateNames
    ) {
        self.document = document
        self.place = place
        self.utf8 = utf8
        self.states = states
        timeline = Timeline(document, utf8: utf8)
        shortNames = document.entities.map { Self.shortened($0.name) }
    }

    func write(_ html: inout HTMLWriter) {
        html.markup("<article")
        html.attribute("aria-labelledby") { anchor("h", 1, &$0) }
        html.markup(">\n")
        writeHead(&html)
        html.markup("<section class=\"reading\"")
        html.attribute("aria-labelledby") { anchor("h", 2, &$0) }
        html.markup("><h3 class=\"unseen\"")
        id("h", 2, &html)
        html.markup(">Text</h3>\n<div class=\"text\">")
        writeText(&html)
        html.markup("</div></section>\n")
        if !document.entities.isEmpty { writeEntities(&html) }
        if !timeline.events.isEmpty { writeTimeline(&html) }
        html.markup("</article>\n")
    }

    private func writeHead(_ html: inout HTMLWriter) {
        html.markup("<header><h2")
        id("h", 1, &html)
        html.markup(">")
        if let id = document.id {
            bdi(id, &html)
        } else {
            html.markup("Document ")
            if place.input > 1 {
                html.number(place.input)
                html.markup(":")
            }
            html.number(place.line)
        }
        html.markup("</h2>\n")
        if let anchor = document.anchor {
            html.markup("<p class=\"soft\">Dates count from ")
            if let date = TimelineEvent.Date(timex: anchor.value) {
                write(date, &html)
            } else {
                html.text(anchor.value)
            }
            switch anchor.source {
            case .given: html.markup(", as given")
            case .dateline: html.markup(", as the dateline says")
            case .inferred: html.markup(", inferred")
            case .ambiguous: html.markup(", of which the year is not sure")
            }
            html.markup(".</p>\n")
        }
        writeParts(&html)
        writeWarnings(&html)
        html.markup("</header>\n")
    }

    /// Links to the parts of the document.
    private func writeParts(_ html: inout HTMLWriter) {
        if document.entities.isEmpty && timeline.events.isEmpty { return }
        html.markup("<nav aria-label=\"Parts of the document\"><ul>")
        link(to: "h", 2, "Text", nil, &html)
        for (number, group) in EntityGroup.allCases.enumerated() {
            let count = document.entities.count { $0.label == group.label }
            if count > 0 { link(to: "g", number + 1, group.title, count, &html) }
        }
        if !timeline.events.isEmpty {
            link(to: "h", 3, "Timeline", timeline.events.count, &html)
        }
        html.markup("</ul></nav>\n")
    }

    private func link(
        to kind: StaticString, _ number: Int, _ title: StaticString, _ count: Int?,
        _ html: inout HTMLWriter
    ) {
        html.markup("<li><a")
        href(kind, number, &html)
        html.markup(">")
        html.markup(title)
        if let count {
            html.markup(" <span class=\"count\">")
            html.number(count)
            html.markup("</span>")
        }
        html.markup("</a></li>")
    }

    private func writeWarnings(_ html: inout HTMLWriter) {
        if document.warnings.isEmpty { return }
        html.markup(
            "<details class=\"warnings\"><summary>Warnings about the input <span class=\"count\">")
        html.number(document.warnings.count)
        html.markup("</span></summary><ul>")
        for warning in document.warnings {
            html.markup("<li>Byte ")
            html.number(warning.byteOffset)
            html.markup(": ")
            bdi(warning.message, &html)
            html.markup("</li>")
        }
        html.markup("</ul></details>\n")
    }
}

/// What the parts of an article have in common.
extension HTMLArticle {
    /// Writes the name of a place in the page: `d1-12e3` is the third entity of the document in line 12 of input 1.
    func anchor(_ kind: StaticString, _ number: Int, _ html: inout HTMLWriter) {
        html.markup("d")
        html.number(place.input)
        html.markup("-")
        html.number(place.line)
        html.markup(kind)
        html.number(number)
    }

    func id(_ kind: StaticString, _ number: Int, _ html: inout HTMLWriter) {
        html.attribute("id") { anchor(kind, number, &$0) }
    }

    func href(_ kind: StaticString, _ number: Int, _ html: inout HTMLWriter) {
        html.attribute("href") { html in
            html.markup("#")
            anchor(kind, number, &html)
        }
    }

    /// Writes a name or another short text by itself, so that its direction is its own.
    func bdi(_ text: String, _ html: inout HTMLWriter) {
        html.markup("<bdi>")
        html.text(text)
        html.markup("</bdi>")
    }

    /// Writes a date as people write it.
    func write(_ date: TimelineEvent.Date, _ html: inout HTMLWriter) {
        if let machine = date.machine {
            html.markup("<time")
            html.attribute("datetime", machine)
            html.markup(">")
            html.text(date.words)
            html.markup("</time>")
        } else {
            html.text(date.words)
        }
    }

    /// The usual name of a state, or its code, or what is not a code as it is.
    func state(_ code: String) -> String { states[code] ?? code }

    static func shortened(_ text: some StringProtocol) -> String {
        text.cut(to: 100)
    }
}
