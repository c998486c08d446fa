import Lexicon
import Segmentation

/// Puts what the kinds found into one list of mentions and one of entities.
///
/// The total order that settles overlaps: the span that starts first, of those the longest, of those the order
/// treaty, organization, person, place, date. A name inside another is dropped unless nested names are wanted; a
/// date inside a treaty or a name stays, with ``Mention/inside``.
///
/// A worker keeps one for document after document.
struct DocumentAssembler {
    /// What was found; each list in the order of the text, none overlapping another of its list.
    struct Input {
        var names: [FoundName]
        var dates: [FoundDate]
        var treaties: [FoundTreaty]
        var treatyEntities: [FoundTreatyEntity]
        var explanations: [Int: [Evidence]]
        var labels: LabelSet
        var nested: Bool
    }

    /// A mention that stays.
    struct Item {
        var tokens: Range<Int>
        /// Number of the group, counted over names first, then treaties; -1 for dates.
        var group: Int
        var isOuter: Bool
    }

    private enum Source { case name, date, treaty }

    private(set) var items: [Item] = []
    private var mentions: [Mention] = []
    /// The mention of each name by its number, -1 for a name that was dropped.
    private(set) var mentionOfName: [Int32] = []
    /// The entity of each group, -1 where none of its mentions stays.
    private(set) var entityOfGroup: [Int32] = []
    /// Groups and numbers of mentions by entity.
    private(set) var groupOfEntity: [Int] = []
    private(set) var mentionCounts: [Int] = []
    var members: [Int] = []
    var ids = EntityIDs()
    /// Mentions looked at for evidence since the assembler was made: the measure of that work.
    var steps = 0

    mutating func assemble(
        _ input: Input, _ groups: EntityGroups, _ memory: NameMemory, roles: [FoundRole],
        _ text: TokenBuffer
    ) -> (mentions: [Mention], entities: [Entity]) {
        reset(input, groups)
        merge(input, groups, text)
        var entities = entities(input, groups, memory)
        addRoles(roles, groups, &entities)
        addEvidence(input, groups.count, &entities)
        let result = mentions
        mentions = []
        return (result, entities)
    }

    private mutating func reset(_ input: Input, _ groups: EntityGroups) {
        items.removeAll(keepingCapacity: true)
        mentionOfName.removeAll(keepingCapacity: true)
        mentionOfName.append(contentsOf: repeatElement(-1, count: input.names.count))
        entityOfGroup.removeAll(keepingCapacity: true)
        entityOfGroup.append(
            contentsOf: repeatElement(-1, count: groups.count + input.treatyEntities.count))
        groupOfEntity.removeAll(keepingCapacity: true)
        mentionCounts.removeAll(keepingCapacity: true)
        mentions.reserveCapacity(
            input.names.count + input.dates.count + input.treaties.count)
    }

    /// Takes the three lists together in the total order.
    private mutating func merge(_ input: Input, _ groups: EntityGroups, _ text: TokenBuffer) {
        var (name, date, treaty) = (0, 0, 0)
        var outer = -1
        while true {
            var next: Range<Int>?
            var source = Source.treaty
            if treaty < input.treaties.count { next = input.treaties[treaty].tokens }
            if name < input.names.count, Self.isFirst(input.names[name].tokens, next) {
                next = input.names[name].tokens
                source = .name
            }
            if date < input.dates.count, Self.isFirst(input.dates[date].tokens, next) {
                next = input.dates[date].tokens
                source = .date
            }
            guard let tokens = next else { return }
            switch source {
            case .name:
                let label = input.names[name].label
                if input.labels.contains(label), stays(tokens, input.nested, outer),
                    !isTreaty(tokens, treaty, input, text)
                {
                    mentionOfName[name] = Int32(mentions.count)
                    add(
                        tokens, label, input.names[name].rule, Int(groups.ofName[name]), &outer,
                        text)
                    if !input.explanations.isEmpty {
                        mentions[mentions.count - 1].explanation = input.explanations[name] ?? []
                    }
                }
                name += 1
            case .date:
                let label = input.dates[date].label
                if input.labels.contains(label), stays(tokens, true, outer) {
                    add(
                        tokens, label, input.dates[date].rule, -1, &outer, text,
                        date: input.dates[date].value)
                }
                date += 1
            case .treaty:
                if input.labels.contains(.treaty), stays(tokens, input.nested, outer) {
                    add(
                        tokens, .treaty, input.treaties[treaty].rule,
                        groups.count + input.treaties[treaty].record, &outer, text,
                        treaty: input.treaties[treaty].mention)
                }
                treaty += 1
            }
        }
    }

    /// Whether a name is a treaty with its article, `The [Hague Evidence Convention]`, or runs into one that it does not
    /// hold: `Conference of the Parties to the [United Nations Framework Convention on Climate Change]`.
    private func isTreaty(
        _ tokens: Range<Int>, _ treaty: Int, _ input: Input, _ text: TokenBuffer
    ) -> Bool {
        guard treaty < input.treaties.count else { return false }
        let next = input.treaties[treaty].tokens
        if next.lowerBound <= tokens.lowerBound || next.lowerBound >= tokens.upperBound {
            return false
        }
        if next.upperBound > tokens.upperBound { return true }
        return next.upperBound == tokens.upperBound && next.lowerBound == tokens.lowerBound + 1
            && text.tokens[tokens.lowerBound].hash == Self.article
    }

    private static let article = TokenHash.of("the")

    @inline(__always)
    private static func isFirst(_ a: Range<Int>, _ b: Range<Int>?) -> Bool {
        guard let b else { return true }
        return a.lowerBound != b.lowerBound
            ? a.lowerBound < b.lowerBound : a.upperBound > b.upperBound
    }

    /// Whether a span stays beside the outer one before it.
    private func stays(_ tokens: Range<Int>, _ mayNest: Bool, _ outer: Int) -> Bool {
        guard outer >= 0 else { return true }
        let around = items[outer].tokens
        if tokens.lowerBound >= around.upperBound { return true }
        return mayNest && tokens.upperBound <= around.upperBound && tokens != around
    }

    @inline(__always)
    private mutating func add(
        _ tokens: Range<Int>, _ label: Label, _ rule: String, _ group: Int, _ outer: inout Int,
        _ text: TokenBuffer, date: DateValue? = nil, treaty: TreatyMention? = nil
    ) {
        let isInside = outer >= 0 && tokens.lowerBound < items[outer].tokens.upperBound
        let start = Int(text.tokens[tokens.lowerBound].start)
        let end = Int(text.tokens[tokens.upperBound - 1].end)
        mentions.append(
            Mention(
                utf8Range: start..<end, label: label, entity: entity(of: group), date: date,
                treatyMention: treaty, rule: rule, inside: isInside ? outer : nil))
        items.append(Item(tokens: tokens, group: group, isOuter: !isInside))
        if !isInside { outer = items.count - 1 }
    }

    /// The entity of a group, which counts one mention more.
    @inline(__always)
    private mutating func entity(of group: Int) -> Int? {
        guard group >= 0 else { return nil }
        let known = Int(entityOfGroup[group])
        if known >= 0 {
            mentionCounts[known] += 1
            return known
        }
        entityOfGroup[group] = Int32(groupOfEntity.count)
        groupOfEntity.append(group)
        mentionCounts.append(1)
        return groupOfEntity.count - 1
    }
}
