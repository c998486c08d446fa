/// Which names of places are one place: two forms of one record (`US`, `United States`), or the same form.
struct PlaceLinker {
    private var byRecord = KeyTable()
    private var byForm = KeyTable()

    mutating func reset() {
        byRecord.removeAll()
        byForm.removeAll()
    }

    mutating func link(_ name: Int, _ facts: Int, _ keys: NameKeys, _ groups: inout EntityGroups) {
        if let group = byForm.value(of: keys.form) {
            groups.join(name, to: group)
        } else if keys.record != NameKeys.none, let group = byRecord.value(of: keys.record) {
            groups.join(name, to: group)
            byForm.set(keys.form, to: group)
        } else {
            let group = groups.open(.place, facts, with: name)
            byForm.set(keys.form, to: group)
            if keys.record != NameKeys.none { byRecord.set(keys.record, to: group) }
        }
    }
}
