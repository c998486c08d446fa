/// The entities of the mentions.
extension DocumentAssembler {
    mutating func entities(
        _ input: Input, _ groups: EntityGroups, _ memory: NameMemory
    ) -> [Entity] {
        var places = mentionCounts
        var total = 0
        for entity in places.indices {
            places[entity] = total
            total += mentionCounts[entity]
        }
        members.removeAll(keepingCapacity: true)
        members.append(contentsOf: repeatElement(0, count: total))
        for mention in items.indices where items[mention].group >= 0 {
            let entity = Int(entityOfGroup[items[mention].group])
            members[places[entity]] = mention
            places[entity] += 1
        }
        var entities: [Entity] = []
        entities.reserveCapacity(groupOfEntity.count)
        for (entity, group) in groupOfEntity.enumerated() {
            let id = ids[entity]
            let mentions = Array(members[places[entity] - mentionCounts[entity]..<places[entity]])
            if group < groups.count {
                let found = groups.facts(of: group, memory)
                entities.append(
                    Entity(
                        id: id, label: groups.groups[group].label, name: found.name,
                        mentions: mentions,
                        ids: found.ids, inLexicon: found.inLexicon))
            } else {
                let treaty = input.treatyEntities[group - groups.count]
                entities.append(
                    Entity(
                        id: id, label: .treaty, name: treaty.name, mentions: mentions,
                        ids: treaty.ids, treaty: treaty.record, inLexicon: treaty.inLexicon))
            }
        }
        return entities
    }

    func addRoles(
        _ roles: [FoundRole], _ groups: EntityGroups, _ entities: inout [Entity]
    ) {
        for role in roles {
            let group = Int(groups.ofName[role.person])
            guard group >= 0, entityOfGroup[group] >= 0 else { continue }
            let entity = Int(entityOfGroup[group])
            let isKnown = entities[entity].roles.contains {
                $0.title == role.title && $0.of == role.of
            }
            if isKnown { continue }
            let mention = Int(mentionOfName[role.person])
            entities[entity].roles.append(
                Role(title: role.title, of: role.of, evidence: mention < 0 ? [] : [mention]))
        }
    }

    /// Fills in what the records of treaties were read from, as indices of mentions.
    mutating func addEvidence(_ input: Input, _ groupCount: Int, _ entities: inout [Entity]) {
        for (number, treaty) in input.treatyEntities.enumerated() {
            let entity = Int(entityOfGroup[groupCount + number])
            guard entity >= 0, !treaty.evidence.isEmpty else { continue }
            var evidence: [Int] = []
            for tokens in treaty.evidence {
                var index = items.partitioningIndex { $0.tokens.lowerBound >= tokens.upperBound }
                while index > 0 {
                    index -= 1
                    steps += 1
                    if items[index].tokens.overlaps(tokens) {
                        if items[index].group != groupCount + number { evidence.append(index) }
                    } else if items[index].isOuter {
                        break
                    }
                }
            }
            evidence.sort()
            entities[entity].treaty?.evidence = evidence.indices
                .filter { $0 == 0 || evidence[$0] != evidence[$0 - 1] }.map { evidence[$0] }
        }
    }
}

/// `e1`, `e2`, …: the first ones made once.
struct EntityIDs {
    private var made: [String] = []
    private static let most = 4096

    subscript(entity: Int) -> String {
        mutating get {
            guard entity < Self.most else { return "e\(entity + 1)" }
            while made.count <= entity { made.append("e\(made.count + 1)") }
            return made[entity]
        }
    }
}
