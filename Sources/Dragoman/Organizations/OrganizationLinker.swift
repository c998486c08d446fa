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

    /// - Returns: whether the next name of the same spelling is linked to the same group.
    mutating func link(
        _ name: Int, _ tokens: Range<Int>, _ facts: Int, _ keys: NameKeys, _ text: TokenBuffer,
        _ hits: HitBuffer, _ known: ResolutionFacts, _ groups: inout EntityGroups
    ) -> Bool {
        if let found = byForm.value(of: keys.form) {
            groups.join(name, to: found)
            return true
        }
        if keys.record != NameKeys.none, let found = byRecord.value(of: keys.record) {
            groups.join(name, to: found)
            return false
        }
        let group = groups.open(.organization, facts, with: name)
        if keys.acronym != NameKeys.none { byForm.setFirst(keys.acronym, to: group) }
        if let start = legalForm(tokens, hits, known.legalForms) {
            byForm.setFirst(text.phraseHash(tokens.lowerBound..<start), to: group)
        }
        byForm.setFirst(keys.form, to: group)
        if keys.record != NameKeys.none { byRecord.set(keys.record, to: group) }
        return true
    }

    /// The first token of the legal form that a name ends with.
    private func legalForm(
        _ tokens: Range<Int>, _ hits: HitBuffer, _ classes: ClassSet
    ) -> Int? {
        hits.withView { hits in
            tokens.dropFirst().first { start in
                hits.mayStart(classes, at: start)
                    && hits.startingAt(start).contains {
                        Int($0.end) >= tokens.upperBound - 1
                            && !$0.classes.isDisjoint(with: classes)
                    }
            }
        }
    }
}
