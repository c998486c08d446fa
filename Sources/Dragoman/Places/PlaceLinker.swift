/// Which names of places are one place: two forms of one record (`US`, `United States`), or the same form.
struct PlaceLinker {
    private var byRecord = KeyTable()
    private var byForm = KeyTable()

    mutating func reset() {
        byRecord.removeAll()
        byForm.removeAll()
    }

    mutating func link(_ name: Int, _ facts: NameFacts, _ groups: inout EntityGroups) {
        if let group = byForm.value(of: facts.form) {
            groups.join(name, to: group)
        } else if let record = facts.record, let group = byRecord.value(of: record) {
            groups.join(name, to: group)
            byForm.set(facts.form, to: group)
        } else {
            let group = groups.open(.place, facts, with: name)
            byForm.set(facts.form, to: group)
            if let record = facts.record { byRecord.set(record, to: group) }
        }
    }
}
