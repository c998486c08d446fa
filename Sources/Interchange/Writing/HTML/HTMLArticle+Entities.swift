import Dragoman

/// A part of the panel: the entities of one label.
enum EntityGroup: CaseIterable {
    case treaties, people, organizations, places

    var label: Label {
        switch self {
        case .treaties: .treaty
        case .people: .person
        case .organizations: .organization
        case .places: .place
        }
    }

    var title: StaticString {
        switch self {
        case .treaties: "Treaties"
        case .people: "People"
        case .organizations: "Organizations"
        case .places: "Places"
        }
    }
}

/// The panel: what is known of the things that mentions stand for.
extension HTMLArticle {
    func writeEntities(_ html: inout HTMLWriter) {
        html.markup("<aside")
        html.attribute("aria-labelledby") { html in
            anchor("h", 4, &html)
            html.markup(" ")
            anchor("h", 1, &html)
        }
        html.markup("><h3 class=\"unseen\"")
        id("h", 4, &html)
        html.markup(">Who, where and which treaty</h3>\n")
        for (number, group) in EntityGroup.allCases.enumerated() {
            let members = document.entities.indices.filter {
                document.entities[$0].label == group.label
            }
            if !members.isEmpty { write(group, number + 1, members, &html) }
        }
        html.markup("</aside>\n")
    }

    private func write(
        _ group: EntityGroup, _ number: Int, _ members: [Int], _ html: inout HTMLWriter
    ) {
        html.markup("<details open=\"open\"")
        id("g", number, &html)
        html.markup("><summary><h4>")
        html.markup(group.title)
        html.markup(" <span class=\"count\">")
        html.number(members.count)
        html.markup("</span></h4></summary><ul>\n")
        for member in members { write(entity: member, &html) }
        html.markup("</ul></details>\n")
    }

    private func write(entity number: Int, _ html: inout HTMLWriter) {
        let entity = document.entities[number]
        html.markup("<li class=\"entity ")
        html.markup(entity.label.style)
        html.markup("\" tabindex=\"-1\"")
        id("e", number + 1, &html)
        html.markup("><h5>")
        bdi(entity.name, &html)
        html.markup("</h5>")
        if entity.treaty == nil {
            html.markup("<div class=\"said\"><span class=\"unseen\">Mentions: </span>")
            writeMentions(of: entity, &html)
            html.markup("</div>")
        }
        if !entity.roles.isEmpty {
            html.markup("<ul class=\"roles\">")
            for role in entity.roles { write(role, &html) }
            html.markup("</ul>")
        }
        if let record = entity.treaty { write(record, of: entity, &html) }
        if !entity.ids.isEmpty {
            html.markup("<p class=\"ids\">")
            for (scheme, value) in entity.ids {
                html.markup("<span>")
                html.text(scheme)
                html.markup("\u{A0}")
                bdi(value, &html)
                html.markup("</span> ")
            }
            html.markup("</p>")
        }
        html.markup("</li>\n")
    }

    private func write(_ role: Role, _ html: inout HTMLWriter) {
        html.markup("<li>")
        bdi(role.title, &html)
        if let state = role.of {
            html.markup(", ")
            bdi(self.state(state), &html)
        }
        if role.evidence.isEmpty { writeSource(&html) }
        html.markup("</li>")
    }

    /// Says that something is not from the text.
    func writeSource(_ html: inout HTMLWriter) {
        html.markup(" <span class=\"source\">catalogue</span>")
    }

    /// Links back to the text.
    func writeMentions(of entity: Entity, _ html: inout HTMLWriter) {
        let isLong = entity.mentions.count > 8
        if isLong {
            html.markup("<details><summary>")
            html.number(entity.mentions.count)
            html.markup(" in the text</summary>")
        }
        for (number, mention) in entity.mentions.enumerated() {
            html.markup(number == 0 ? "<a" : " <a")
            href("m", mention + 1, &html)
            html.attribute("aria-label") { html in
                html.markup("mention ")
                html.number(number + 1)
            }
            html.markup(">")
            html.number(number + 1)
            html.markup("</a>")
        }
        if isLong { html.markup("</details>") }
    }
}
