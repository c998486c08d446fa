import Dragoman

/// The card of a treaty.
extension HTMLArticle {
    func write(_ record: TreatyRecord, of entity: Entity, _ html: inout HTMLWriter) {
        html.markup("<dl>")
        func field(_ title: StaticString, _ name: String, _ value: String?) {
            guard let value else { return }
            term(title, &html)
            bdi(value, &html)
            end(name, record, &html)
        }
        func date(_ title: StaticString, _ name: String, _ value: String?) {
            guard let value else { return }
            guard let date = TimelineEvent.Date(timex: value) else {
                return field(title, name, value)
            }
            term(title, &html)
            write(date, &html)
            end(name, record, &html)
        }
        field("Kind", "kind", record.kind)
        field("Status", "status", record.status)
        if !record.parties.isEmpty {
            term("Parties", &html)
            for (number, party) in record.parties.enumerated() {
                if number > 0 { html.markup(", ") }
                bdi(state(party), &html)
            }
            end("parties", record, &html)
        }
        field("Subject", "subject", record.subject)
        field("Place", "place", record.place)
        date("Opened", "opened", record.opened)
        date("Signed", "signed", record.signed)
        date("Ratified", "ratified", record.ratified)
        date("In force", "inForce", record.inForce)
        date("Amended", "amended", record.amended)
        date("Suspended", "suspended", record.suspended)
        date("Denounced", "denounced", record.denounced)
        date("Ended", "ended", record.ended)
        writeEvidence(of: record, &html)
        html.markup("<dt>Mentions</dt><dd class=\"said\">")
        writeMentions(of: entity, &html)
        html.markup("</dd></dl>")
        for contradiction in record.contradictions { write(contradiction, &html) }
    }

    private func term(_ title: StaticString, _ html: inout HTMLWriter) {
        html.markup("<dt>")
        html.markup(title)
        html.markup("</dt><dd>")
    }

    private func end(_ field: String, _ record: TreatyRecord, _ html: inout HTMLWriter) {
        if record.fromLexicon.contains(field) { writeSource(&html) }
        html.markup("</dd>")
    }

    /// Links to what the record was read from.
    private func writeEvidence(of record: TreatyRecord, _ html: inout HTMLWriter) {
        if record.evidence.isEmpty { return }
        term("Read from", &html)
        for (number, mention) in record.evidence.enumerated() {
            html.markup(number > 0 ? ", <a" : "<a")
            href("m", mention + 1, &html)
            html.markup(">")
            let range = document.mentions[mention].utf8Range.clamped(to: 0..<utf8.count)
            bdi(Self.shortened(String(decoding: utf8[range], as: UTF8.self)), &html)
            html.markup("</a>")
        }
        html.markup("</dd>")
    }

    private func write(
        _ contradiction: TreatyRecord.Contradiction, _ html: inout HTMLWriter
    ) {
        html.markup("<p class=\"contradiction\"><strong>Contradiction</strong> (")
        html.text(contradiction.field)
        html.markup("): the text says ")
        bdi(contradiction.text, &html)
        html.markup(", the catalogue ")
        bdi(contradiction.lexicon, &html)
        html.markup(".</p>")
    }
}
