import Lexicon
import Segmentation

/// A temporal expression before it is a mention.
struct FoundDate {
    var tokens: Range<Int>
    var label: Label
    var value: DateValue
    var rule: String
}

/// A treaty mention before it is a mention, and the number of its record.
struct FoundTreaty {
    var tokens: Range<Int>
    var mention: TreatyMention
    var rule: String
    var record: Int
}

/// A treaty as an entity before it has mentions.
struct FoundTreatyEntity {
    var name: String
    var ids: [(scheme: String, value: String)] = []
    var inLexicon = false
    var record: TreatyRecord
    /// Tokens of the dates and places that the record was read from.
    var evidence: [Range<Int>] = []
}

/// Puts what the kinds found into one list of mentions and one of entities.
///
/// The total order that settles overlaps: the span that starts first, of those the longest, of those the order
/// treaty, organization, person, place, date. A name inside another is dropped unless nested names are wanted; a
/// date inside a treaty or a name stays, with ``Mention/inside``.
struct DocumentAssembler {
    let text: TokenBuffer
    let labels: Set<Label>
    let nested: Bool

    private struct Item {
        var tokens: Range<Int>
        var rank: Int
        var mention: Mention
        /// Number of the entity group, counted over names first, then treaties.
        var group: Int?
    }

    struct Input {
        var names: [FoundName]
        var groups: [EntityResolver.Group]
        var roles: [Int: [FoundRole]]
        var dates: [FoundDate]
        var treaties: [FoundTreaty]
        var treatyEntities: [FoundTreatyEntity]
        var explanations: [Int: [Evidence]]
    }

    func assemble(_ input: Input) -> (mentions: [Mention], entities: [Entity]) {
        let items = settled(items(input))
        var mentions = items.map(\.mention)
        var entities: [Entity] = []
        var numbers: [Int: Int] = [:]
        for (index, item) in items.enumerated() {
            guard let group = item.group else { continue }
            if let known = numbers[group] {
                entities[known].mentions.append(index)
                mentions[index].entity = known
                continue
            }
            numbers[group] = entities.count
            mentions[index].entity = entities.count
            var entity = entity(group, input)
            entity.id = "e\(entities.count + 1)"
            entity.mentions = [index]
            entities.append(entity)
        }
        addEvidence(input, items, numbers, &entities)
        return (mentions, entities)
    }

    private func items(_ input: Input) -> [Item] {
        var groupOfName: [Int: Int] = [:]
        for (number, group) in input.groups.enumerated() {
            for member in group.members { groupOfName[member] = number }
        }
        var items: [Item] = []
        for (index, name) in input.names.enumerated() {
            let rank = name.label == .organization ? 1 : name.label == .person ? 2 : 3
            let mention = Mention(
                utf8Range: bytes(name.tokens), label: name.label, rule: name.rule,
                explanation: input.explanations[index] ?? [])
            items.append(
                Item(tokens: name.tokens, rank: rank, mention: mention, group: groupOfName[index]))
        }
        for treaty in input.treaties {
            let mention = Mention(
                utf8Range: bytes(treaty.tokens), label: .treaty, treatyMention: treaty.mention,
                rule: treaty.rule)
            items.append(
                Item(
                    tokens: treaty.tokens, rank: 0, mention: mention,
                    group: input.groups.count + treaty.record))
        }
        for date in input.dates {
            let mention = Mention(
                utf8Range: bytes(date.tokens), label: date.label, date: date.value, rule: date.rule)
            items.append(Item(tokens: date.tokens, rank: 4, mention: mention, group: nil))
        }
        return items
    }

    /// The items that stay, in order, with those that contain them noted.
    private func settled(_ items: [Item]) -> [Item] {
        let ordered = items.filter { labels.contains($0.mention.label) }.sorted { a, b in
            (a.tokens.lowerBound, b.tokens.upperBound, a.rank)
                < (b.tokens.lowerBound, a.tokens.upperBound, b.rank)
        }
        var result: [Item] = []
        var outer: Int?
        for var item in ordered {
            if let index = outer, item.tokens.lowerBound < result[index].tokens.upperBound {
                let contains = item.tokens.upperBound <= result[index].tokens.upperBound
                guard contains, item.rank == 4 || nested, item.tokens != result[index].tokens
                else { continue }
                item.mention.inside = index
                result.append(item)
            } else {
                outer = result.count
                result.append(item)
            }
        }
        return result
    }

    private func bytes(_ tokens: Range<Int>) -> Range<Int> {
        Int(text.tokens[tokens.lowerBound].start)..<Int(text.tokens[tokens.upperBound - 1].end)
    }

    private func entity(_ group: Int, _ input: Input) -> Entity {
        if group < input.groups.count {
            let found = input.groups[group]
            return Entity(
                label: found.label, name: found.name, ids: found.ids, inLexicon: found.inLexicon)
        }
        let treaty = input.treatyEntities[group - input.groups.count]
        return Entity(
            label: .treaty, name: treaty.name, ids: treaty.ids, treaty: treaty.record,
            inLexicon: treaty.inLexicon)
    }

    /// Fills in roles and evidence, which are indices of mentions.
    private func addEvidence(
        _ input: Input, _ items: [Item], _ numbers: [Int: Int], _ entities: inout [Entity]
    ) {
        for (group, roles) in input.roles {
            guard let entity = numbers[group] else { continue }
            for role in roles {
                let evidence = items.indices.filter {
                    items[$0].group == group && items[$0].tokens == role.person
                }
                let isKnown = entities[entity].roles.contains {
                    $0.title == role.title && $0.of == role.of
                }
                if !isKnown {
                    entities[entity].roles.append(
                        Role(title: role.title, of: role.of, evidence: evidence))
                }
            }
        }
        for (number, treaty) in input.treatyEntities.enumerated() {
            guard let entity = numbers[input.groups.count + number] else { continue }
            entities[entity].treaty?.evidence = items.indices.filter { index in
                treaty.evidence.contains { $0.overlaps(items[index].tokens) }
                    && items[index].group != input.groups.count + number
            }
        }
    }
}
