import Dragoman

extension JSONWriter {
    /// Writes an entity, which stays as it is.
    mutating func write(_ entity: inout Entity) {
        openObject()
        key("id")
        string(entity.id)
        key("label")
        constant(entity.label.constant)
        key("name")
        string(entity.name)
        integers("mentions", entity.mentions)
        write(entity.ids)
        if let coordinates = entity.coordinates {
            key("coordinates")
            object { json in
                json.member("latitude", coordinates.latitude)
                json.member("longitude", coordinates.longitude)
            }
        }
        if entity.inLexicon {
            key("source")
            constant("lexicon")
        }
        if !entity.roles.isEmpty { write(entity.roles) }
        if case .some(let treaty) = entity.treaty { write(treaty) }
        closeObject()
    }

    private mutating func write(_ ids: [(scheme: String, value: String)]) {
        key("ids")
        openObject()
        ids.withUnsafeBufferPointer { ids in
            for index in ids.indices {
                key(ids[index].scheme)
                string(ids[index].value)
            }
        }
        closeObject()
    }

    private mutating func write(_ roles: [Role]) {
        key("roles")
        array { json in
            for role in roles { json.write(role) }
        }
    }

    private mutating func write(_ role: Role) {
        openObject()
        key("title")
        string(role.title)
        member("of", role.of)
        member("tenure", role.tenure)
        integers("evidence", role.evidence)
        if role.evidence.isEmpty {
            key("source")
            constant("lexicon")
        }
        closeObject()
    }

    private mutating func write(_ treaty: TreatyRecord) {
        key("treaty")
        openObject()
        key("kind")
        string(treaty.kind)
        strings("parties", treaty.parties)
        member("subject", treaty.subject)
        member("place", treaty.place)
        member("opened", treaty.opened)
        member("signed", treaty.signed)
        member("ratified", treaty.ratified)
        objects("ratifications", treaty.ratifications) { json, ratification in
            json.member("by", ratification.by)
            json.member("date", ratification.date)
        }
        member("inForce", treaty.inForce)
        member("amended", treaty.amended)
        member("suspended", treaty.suspended)
        member("denounced", treaty.denounced)
        member("ended", treaty.ended)
        member("status", treaty.status)
        integers("evidence", treaty.evidence)
        objects("contradictions", treaty.contradictions) { json, contradiction in
            json.member("field", contradiction.field)
            json.member("text", contradiction.text)
            json.member("lexicon", contradiction.lexicon)
        }
        if !treaty.candidates.isEmpty {
            key("resolution")
            constant("ambiguous")
        }
        objects("candidates", treaty.candidates) { json, candidate in
            json.member("name", candidate.name)
            json.member("made", candidate.made)
        }
        if !treaty.fromLexicon.isEmpty {
            key("source")
            object { json in json.strings("lexicon", treaty.fromLexicon) }
        }
        closeObject()
    }

    /// Writes a list of objects, if there are some.
    private mutating func objects<Item>(
        _ name: StaticString, _ items: [Item], _ members: (inout JSONWriter, Item) -> Void
    ) {
        if items.isEmpty { return }
        key(name)
        array { json in
            for item in items { json.object { members(&$0, item) } }
        }
    }
}
