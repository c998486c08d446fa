import Dragoman

extension JSONWriter {
    /// Writes an entity, read where it is.
    mutating func write(_ entity: UnsafePointer<Entity>) {
        object { json in
            json.member("id", entity.pointee.id)
            json.key("label")
            json.constant(entity.pointee.label.constant)
            json.member("name", entity.pointee.name)
            json.integers("mentions", entity.pointee.mentions)
            json.key("ids")
            json.object { json in
                entity.pointee.ids.withUnsafeBufferPointer { ids in
                    for index in ids.indices {
                        json.key(ids[index].scheme)
                        json.string(ids[index].value)
                    }
                }
            }
            if entity.pointee.inLexicon { json.member("source", "lexicon") }
            if !entity.pointee.roles.isEmpty {
                json.key("roles")
                json.array { json in
                    for role in entity.pointee.roles { json.write(role) }
                }
            }
            if let treaty = entity.pointee.treaty { json.write(treaty) }
        }
    }

    private mutating func write(_ role: Role) {
        object { json in
            json.member("title", role.title)
            json.member("of", role.of)
            json.integers("evidence", role.evidence)
            if role.evidence.isEmpty { json.member("source", "lexicon") }
        }
    }

    private mutating func write(_ treaty: TreatyRecord) {
        key("treaty")
        object { json in
            json.member("kind", treaty.kind)
            json.strings("parties", treaty.parties)
            json.member("subject", treaty.subject)
            json.member("place", treaty.place)
            json.member("opened", treaty.opened)
            json.member("signed", treaty.signed)
            json.member("ratified", treaty.ratified)
            json.member("inForce", treaty.inForce)
            json.member("amended", treaty.amended)
            json.member("suspended", treaty.suspended)
            json.member("denounced", treaty.denounced)
            json.member("ended", treaty.ended)
            json.member("status", treaty.status)
            json.integers("evidence", treaty.evidence)
            if !treaty.contradictions.isEmpty {
                json.key("contradictions")
                json.array { json in
                    for contradiction in treaty.contradictions {
                        json.object { json in
                            json.member("field", contradiction.field)
                            json.member("text", contradiction.text)
                            json.member("lexicon", contradiction.lexicon)
                        }
                    }
                }
            }
            if treaty.fromLexicon.isEmpty { return }
            json.key("source")
            json.object { json in json.strings("lexicon", treaty.fromLexicon) }
        }
    }
}
