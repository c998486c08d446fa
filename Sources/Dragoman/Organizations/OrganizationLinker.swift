import Lexicon
import Segmentation

/// Which names of organizations are one: two forms of one record (`UN`, `United Nations`), the same form, an
/// acronym of a name, a name without its legal form.
struct OrganizationLinker {
    private var byRecord = KeyTable()
    private var byForm = KeyTable()

    mutating func reset() {
        byRecord.removeAll()
        byForm.removeAll()
    }

    mutating func link(
        _ name: Int, _ tokens: Range<Int>, _ facts: Int, _ keys: NameKeys, _ text: TokenBuffer,
        _ hits: HitBuffer, _ known: ResolutionFacts, _ groups: inout EntityGroups
    ) {
        var found = byForm.value(of: keys.form)
        if found == nil, keys.record != NameKeys.none {
            found = byRecord.value(of: keys.record)
        }
        if let found {
            groups.join(name, to: found)
            return
        }
        let group = groups.open(.organization, facts, with: name)
        if keys.acronym != NameKeys.none { byForm.setFirst(keys.acronym, to: group) }
        if let start = legalForm(tokens, hits, known.legalForms) {
            byForm.setFirst(text.phraseHash(tokens.lowerBound..<start), to: group)
        }
        byForm.setFirst(keys.form, to: group)
        if keys.record != NameKeys.none { byRecord.set(keys.record, to: group) }
    }

    /// The first token of the legal form that a name ends with.
    private func legalForm(
        _ tokens: Range<Int>, _ hits: HitBuffer, _ classes: ClassSet
    ) -> Int? {
        for start in tokens.dropFirst() {
            for hit in hits.startingAt(start)
            where Int(hit.end) >= tokens.upperBound - 1 && !hit.classes.isDisjoint(with: classes) {
                return start
            }
        }
        return nil
    }
}
