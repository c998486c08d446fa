extension Document {
    /// The document that findings make, without its text.
    package init(_ findings: Findings) {
        self.init(
            text: "", language: findings.language, anchor: findings.anchor,
            sentences: findings.text.sentenceRanges, mentions: findings.publicMentions,
            entities: findings.entities.indices.map { findings.publicEntity($0) })
    }
}

extension Findings {
    /// The mentions as a document has them: what dates were counted from is told by the number of a mention.
    fileprivate var publicMentions: [Dragoman.Mention] {
        var result = mentions.map { publicMention($0) }
        var mentionOfDate: [Int: Int] = [:]
        for (number, mention) in mentions.enumerated() where result[number].date != nil {
            mentionOfDate[Int(mention.source)] = number
        }
        for index in result.indices {
            guard case .mention(let date)? = result[index].date?.reference else { continue }
            result[index].date?.reference = mentionOfDate[date].map(DateReference.mention)
        }
        return result
    }

    private func publicMention(_ found: Mention) -> Dragoman.Mention {
        var mention = Dragoman.Mention(
            utf8Range: Int(found.start)..<Int(found.end), label: found.label,
            entity: found.entity < 0 ? nil : Int(found.entity), rule: "",
            inside: found.inside < 0 ? nil : Int(found.inside))
        switch found.label {
        case .person, .organization, .place:
            mention.rule = NameSpan.rule(of: found.label)
            mention.explanation = explanations[Int(found.source)] ?? []
            if !confidences.isEmpty { mention.confidence = confidences[Int(found.source)] }
        case .treaty:
            mention.rule = treaty(of: found).pointee.rule
            mention.treatyMention = treaty(of: found).pointee.mention
            mention.provisions = treaty(of: found).pointee.provisions
        case .date, .time, .duration, .set:
            mention.rule = date(of: found).pointee.rule
            mention.date = DateValue(date(of: found).pointee)
        }
        return mention
    }

    /// An entity as a document has it.
    package func publicEntity(_ number: Int) -> Dragoman.Entity {
        let found = entities[number]
        let id = "e\(number + 1)"
        let members = members(of: found).map { Int($0) }
        if let treaty = treaty(of: found)?.pointee {
            return Dragoman.Entity(
                id: id, label: .treaty, name: treaty.name, mentions: members, ids: treaty.ids,
                treaty: treaty.record, inLexicon: treaty.inLexicon)
        }
        let facts = facts(of: found).pointee
        return Dragoman.Entity(
            id: id, label: found.label, name: facts.name, mentions: members, ids: facts.ids,
            coordinates: facts.coordinates,
            roles: roles(of: found), inLexicon: facts.inLexicon)
    }
}
