/// The records: what the text says, filled up with what the catalogue knows.
extension TreatyLinker {
    /// The treaties, by the numbers that ``link(_:_:)`` gave.
    ///
    /// - Parameter negotiators: the two sides of the talks in the document: the parties of a treaty that is still
    ///   negotiated and of which nothing else is said.
    func entities(
        negotiators: (codes: [String], tokens: [Range<Int>])
    ) -> [FoundTreatyEntity] {
        treaties.indices.map { index in
            let treaty = treaties[index]
            guard Self.isPlain(treaty) else { return entity(treaty, negotiators) }
            return memory.plain.treaty(title: treaty.title, treaty.kind, treaty.known) {
                entity(treaty, negotiators)
            }
        }
    }

    /// Whether all that is said of it is its title.
    private static func isPlain(_ treaty: Entity) -> Bool {
        guard treaty.facts.hasNoDate, treaty.facts.evidence.isEmpty, treaty.references.isEmpty,
            treaty.candidates.isEmpty
        else { return false }
        // The catalogue knows better who the parties are, and what became of it.
        return treaty.known == nil
            ? treaty.facts.parties.isEmpty && treaty.facts.status == nil
            : treaty.facts.status ?? .inForce <= .inForce
    }

    private func entity(
        _ treaty: Entity, _ negotiators: (codes: [String], tokens: [Range<Int>])
    ) -> FoundTreatyEntity {
        let title = memory.title(treaty.title)
        var record = TreatyRecord(kind: treaty.known?.kind ?? memory.kinds.name(treaty.kind))
        var evidence = treaty.facts.evidence
        record.subject = title.subject
        record.place = title.place
        fillDates(&record, treaty)
        record.ratifications = treaty.facts.ratifications.map {
            .init(by: $0.code, date: source.value($0.date))
        }
        record.candidates = treaty.candidates.map { .init(name: $0.name, made: $0.made) }
        if let known = treaty.known {
            fill(&record, from: known, treaty.facts.inferred.map { source.dates[Int($0)].value })
        } else {
            record.parties = treaty.facts.parties
            if Self.wantsNegotiators(treaty), !negotiators.codes.isEmpty {
                record.parties = negotiators.codes
                evidence += negotiators.tokens
            }
        }
        fillStatus(&record, treaty)
        return FoundTreatyEntity(
            name: treaty.known?.name ?? title.name,
            ids: (treaty.known?.wikidata.map { [("wikidata", $0)] } ?? []) + treaty.references,
            inLexicon: treaty.known != nil, record: record, evidence: evidence)
    }

    /// Whether the sides of the talks that the document is about would fill a record.
    var wantsNegotiators: Bool {
        for index in treaties.indices where Self.wantsNegotiators(treaties[index]) {
            return true
        }
        return false
    }

    private static func wantsNegotiators(_ treaty: Entity) -> Bool {
        treaty.known == nil && treaty.facts.parties.count < 2
            && (treaty.facts.status == .negotiated || treaty.facts.status == .proposed)
    }

    /// Dates that the text gives. Of a treaty open to many states they may be one state's own, so there the
    /// catalogue's stand alone.
    private func fillDates(_ record: inout TreatyRecord, _ treaty: Entity) {
        record.opened = source.value(treaty.facts.opened)
        record.amended = source.value(treaty.facts.amended)
        if let made = treaty.known?.made, treaty.known?.parties.isEmpty == true {
            // `the 1951 Convention`: the year that the text says is that of the catalogue.
            if let signed = source.value(treaty.facts.signed), made.hasPrefix(signed) {
                record.signed = made
            }
            return
        }
        record.signed = source.value(treaty.facts.signed)
        record.ratified = source.value(treaty.facts.ratified)
        record.inForce = source.value(treaty.facts.inForce)
        record.suspended = source.value(treaty.facts.suspended)
        record.denounced = source.value(treaty.facts.denounced)
        record.ended = source.value(treaty.facts.ended)
    }

    private func fill(
        _ record: inout TreatyRecord, from known: KnownTreaty, _ inferred: [String]
    ) {
        var taken: [String] = []
        var contradictions: [TreatyRecord.Contradiction] = []
        func take(_ field: inout String?, _ value: String?, _ name: String, isDate: Bool = true) {
            guard let value else { return }
            // A date of the text that is only less exact gives way.
            if let said = field, !(value.hasPrefix(said) && value != said) {
                if isDate, !inferred.contains(said), !TreatyFacts.isSame(said, value) {
                    contradictions.append(.init(field: name, text: said, lexicon: value))
                }
                return
            }
            field = value
            taken.append(name)
        }
        if !known.parties.isEmpty {
            record.parties = known.parties
            taken.append("parties")
        }
        take(&record.subject, known.subject, "subject", isDate: false)
        take(&record.place, known.place, "place", isDate: false)
        take(&record.signed, known.signed, "signed")
        take(&record.ratified, known.ratified, "ratified")
        take(&record.inForce, known.inForce, "inForce")
        take(&record.ended, known.ended, "ended")
        record.fromLexicon += taken
        record.contradictions = contradictions
    }

    private func fillStatus(_ record: inout TreatyRecord, _ treaty: Entity) {
        if let known = treaty.known {
            record.status =
                known.ended != nil
                ? "terminated"
                : known.inForce != nil ? "in force" : known.ratified != nil ? "ratified" : "signed"
            record.fromLexicon.append("status")
            if known.ended == nil, !known.parties.isEmpty, let said = treaty.facts.status,
                said > .inForce
            {
                record.contradictions.append(
                    .init(field: "status", text: said.name, lexicon: record.status ?? ""))
            }
        } else {
            record.status = treaty.facts.status?.name
        }
    }
}
