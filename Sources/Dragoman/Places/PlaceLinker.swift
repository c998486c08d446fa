import Lexicon
import Segmentation

/// Which names of places are one place: two forms of one record (`US`, `United States`), or the same form.
struct PlaceLinker {
    let text: TokenBuffer
    let hits: HitBuffer
    let lexicon: Lexicon

    func link(_ names: [FoundName], _ indices: [Int]) -> [EntityResolver.Group] {
        let classes = lexicon.classes(matching: "place")
        var groups: [EntityResolver.Group] = []
        var byRecord: [UInt64: Int] = [:]
        var byForm: [UInt64: Int] = [:]
        for index in indices {
            let tokens = names[index].tokens
            let form = text.phraseHash(tokens)
            let sense = best(lexicon.senses(over: tokens, in: classes, text, hits))
            let record = sense?.recordKey
            if let known = byForm[form] ?? record.flatMap({ byRecord[$0] }) {
                groups[known].members.append(index)
                byForm[form] = known
                continue
            }
            var group = EntityResolver.Group(
                label: .place, name: text.name(of: tokens), members: [index])
            if let sense {
                group.name = lexicon.name(of: sense)
                group.ids = lexicon.ids(of: sense)
                group.inLexicon = true
            }
            byForm[form] = groups.count
            if let record { byRecord[record] = groups.count }
            groups.append(group)
        }
        return groups
    }

    /// Countries before anything else of the name, then by weight; of equal ones the first by name.
    private func best(_ senses: [Sense]) -> Sense? {
        let countries = lexicon.classes(matching: "place.country")
            .union(lexicon.classes(matching: "place.former"))
        return senses.first { countries.contains($0.classID) } ?? senses.first
    }
}
