import Lexicon
import Segmentation

/// Puts what the kinds found into one list of mentions and one of entities.
///
/// The total order that settles overlaps: the span that starts first, of those the longest, of those the order
/// treaty, organization, person, place, date. A name inside another is dropped unless nested names are wanted; a
/// date inside a treaty or a name stays, with ``Mention/inside``.
///
/// A worker keeps one for document after document.
final class DocumentAssembler {
    /// What was found; each list in the order of the text, none overlapping another of its list.
    struct Input {
        var names: [NameSpan]
        var dates: [FoundDate]
        var treaties: [FoundTreaty]
        var treatyEntities: [FoundTreatyEntity]
        var labels: LabelSet
        var nested: Bool
    }

    let mentions = GrowingBuffer<Findings.Mention>()
    let entities = GrowingBuffer<Findings.Entity>()
    /// Numbers of mentions, entity after entity.
    let members = GrowingBuffer<Int32>()
    var roles: [Findings.Role] = []
    /// The treaties, with the evidence for their records.
    var treaties: [FoundTreatyEntity] = []
    /// The mention of each name by its number, -1 for a name that was dropped.
    let mentionOfName = GrowingBuffer<Int32>()
    /// The entity of each group, counted over names first, then treaties; -1 where none of its mentions stays.
    let entityOfGroup = GrowingBuffer<Int32>()
    /// Mentions looked at for evidence since the assembler was made: the measure of that work.
    var steps = 0

    /// Fills ``mentions``, ``entities`` and what goes with them.
    func assemble(
        _ input: consuming Input, _ groups: EntityGroups, roles found: [FoundRole],
        _ text: TokenBuffer
    ) {
        mentions.removeAll()
        entities.removeAll()
        roles.removeAll(keepingCapacity: true)
        mentionOfName.fill(count: input.names.count)
        entityOfGroup.fill(count: groups.count + input.treatyEntities.count)
        text.tokens.withUnsafeBufferPointer { merge(input, groups, $0) }
        list(groups)
        if !found.isEmpty { addRoles(found, groups) }
        treaties = input.treatyEntities
        if !treaties.isEmpty { addEvidence(groups.count) }
    }

    /// Takes the three lists together in the total order.
    private func merge(
        _ input: borrowing Input, _ groups: EntityGroups, _ tokens: UnsafeBufferPointer<Token>
    ) {
        let text = tokens
        let labels = input.labels
        let nested = input.nested
        input.names.withUnsafeBufferPointer { names in
            input.dates.withUnsafeBufferPointer { dates in
                input.treaties.withUnsafeBufferPointer { treaties in
                    var (name, date, treaty) = (0, 0, 0)
                    // The last span that stands inside no other.
                    var outer = Outer()
                    while true {
                        // What comes next but for names, which are most.
                        var next = Self.none
                        if treaty < treaties.count { next = treaties[treaty].tokens }
                        let isDate =
                            date < dates.count && Self.isFirst(dates[date].tokens, next)
                        if isDate { next = dates[date].tokens }
                        while name < names.count {
                            let tokens = names[name].tokens
                            // Of equals the treaty comes first, and the date last.
                            guard
                                isDate
                                    ? !Self.isFirst(next, tokens) : Self.isFirst(tokens, next)
                            else { break }
                            let label = names[name].kind
                            if labels.contains(label), outer.admits(tokens, nested),
                                treaty == treaties.count
                                    || !Self.isTreaty(tokens, treaties[treaty].tokens, text)
                            {
                                mentionOfName[name] = Int32(truncatingIfNeeded: mentions.count)
                                add(tokens, label, name, Int(groups.ofName[name]), &outer, text)
                            }
                            name &+= 1
                        }
                        if isDate {
                            let label = dates[date].label
                            if labels.contains(label), outer.admits(next, true) {
                                add(next, label, date, -1, &outer, text)
                            }
                            date &+= 1
                        } else {
                            if next.lowerBound == .max { return }
                            if labels.contains(.treaty), outer.admits(next, nested) {
                                let group = groups.count + treaties[treaty].record
                                add(next, .treaty, treaty, group, &outer, text)
                            }
                            treaty &+= 1
                        }
                    }
                }
            }
        }
    }

    /// What comes after every span.
    private static let none = Int.max..<Int.max

    /// Whether a name is a treaty with its article, `The [Hague Evidence Convention]`, or runs into one that it does not
    /// hold: `Conference of the Parties to the [United Nations Framework Convention on Climate Change]`.
    private static func isTreaty(
        _ tokens: Range<Int>, _ next: Range<Int>, _ text: UnsafeBufferPointer<Token>
    ) -> Bool {
        if next.lowerBound <= tokens.lowerBound || next.lowerBound >= tokens.upperBound {
            return false
        }
        if next.upperBound > tokens.upperBound { return true }
        return next.upperBound == tokens.upperBound && next.lowerBound == tokens.lowerBound + 1
            && text[tokens.lowerBound].hash == Self.article
    }

    private static let article = TokenHash.of("the")

    @inline(__always)
    private static func isFirst(_ a: Range<Int>, _ b: Range<Int>) -> Bool {
        a.lowerBound != b.lowerBound
            ? a.lowerBound < b.lowerBound : a.upperBound > b.upperBound
    }

    /// The last mention that stands inside no other.
    private struct Outer {
        var mention: Int32 = -1
        var tokens = 0..<0

        /// Whether a span stays beside it.
        @inline(__always)
        func admits(_ span: Range<Int>, _ mayNest: Bool) -> Bool {
            if span.lowerBound >= tokens.upperBound { return true }
            return mayNest && span.upperBound <= tokens.upperBound && span != tokens
        }
    }

    @inline(__always)
    private func add(
        _ tokens: Range<Int>, _ label: Label, _ source: Int, _ group: Int, _ outer: inout Outer,
        _ text: UnsafeBufferPointer<Token>
    ) {
        let isInside = tokens.lowerBound < outer.tokens.upperBound
        if !isInside {
            outer = Outer(mention: Int32(truncatingIfNeeded: mentions.count), tokens: tokens)
        }
        mentions.append(
            Findings.Mention(
                start: text[tokens.lowerBound].start, end: text[tokens.upperBound &- 1].end,
                firstToken: UInt32(truncatingIfNeeded: tokens.lowerBound),
                endToken: UInt32(truncatingIfNeeded: tokens.upperBound),
                entity: group < 0 ? -1 : entity(of: group, label),
                inside: isInside ? outer.mention : -1, source: Int32(truncatingIfNeeded: source),
                label: label))
    }

    /// The entity of a group, which has one mention more.
    @inline(__always)
    private func entity(of group: Int, _ label: Label) -> Int32 {
        let known = entityOfGroup[group]
        if known >= 0 {
            entities.start[Int(known)].memberCount &+= 1
            return known
        }
        let next = Int32(truncatingIfNeeded: entities.count)
        entityOfGroup[group] = next
        entities.append(
            Findings.Entity(
                label: label, source: .memory, number: Int32(truncatingIfNeeded: group),
                firstMember: 0, memberCount: 1))
        return next
    }
}

extension GrowingBuffer<Int32> {
    /// Makes it `count` times -1.
    fileprivate func fill(count: Int) {
        removeAll()
        append(count: count).initialize(repeating: -1, count: count)
    }
}
