import Lexicon
import Segmentation

/// Which names of organizations are one: two forms of one record (`UN`, `United Nations`), the same form, an
/// acronym of a name, a name without its legal form.
struct OrganizationLinker {
    let text: TokenBuffer
    let hits: HitBuffer
    let lexicon: Lexicon

    func link(_ names: [FoundName], _ indices: [Int]) -> [EntityResolver.Group] {
        let classes = lexicon.classes(matching: "org")
        var groups: [EntityResolver.Group] = []
        var byRecord: [UInt64: Int] = [:]
        var byForm: [UInt64: Int] = [:]
        // Longer names first, so that an acronym or a short form finds its name wherever it stands.
        let order = indices.sorted {
            let (a, b) = (names[$0].tokens, names[$1].tokens)
            return (b.count, a.lowerBound) < (a.count, b.lowerBound)
        }
        for index in order {
            let tokens = names[index].tokens
            let form = text.phraseHash(tokens)
            let sense = lexicon.senses(over: tokens, in: classes, text, hits).first
            let record = sense?.recordKey
            if let known = byForm[form] ?? record.flatMap({ byRecord[$0] }) {
                groups[known].members.append(index)
                continue
            }
            var group = EntityResolver.Group(
                label: .organization, name: text.name(of: tokens), members: [index])
            if let sense {
                group.name = lexicon.name(of: sense)
                group.ids = lexicon.ids(of: sense)
                group.inLexicon = true
            }
            for key in shortForms(tokens) + [form] where byForm[key] == nil {
                byForm[key] = groups.count
            }
            if let record { byRecord[record] = groups.count }
            groups.append(group)
        }
        return groups.map {
            var group = $0
            group.members.sort()
            return group
        }
    }

    /// Hashes of the acronym, and of the name without its legal form.
    private func shortForms(_ tokens: Range<Int>) -> [UInt64] {
        guard tokens.count > 1 else { return [] }
        var forms: [UInt64] = []
        let initials = tokens.compactMap { index in
            text.tokens[index].shape.startsWithCapital
                ? text.utf8[Int(text.tokens[index].start)] : nil
        }
        if initials.count > 1 { forms.append(TokenHash.of(initials)) }
        let suffixes = lexicon.classes(matching: "org.suffix")
        for start in tokens.dropFirst() {
            let isSuffix = hits.startingAt(start).contains {
                Int($0.end) >= tokens.upperBound - 1 && !$0.classes.isDisjoint(with: suffixes)
            }
            if isSuffix {
                forms.append(text.phraseHash(tokens.lowerBound..<start))
                break
            }
        }
        return forms
    }
}
