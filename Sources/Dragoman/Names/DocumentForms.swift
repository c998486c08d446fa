import Segmentation

/// What the names that were found in a document say of forms: how often each stood where.
///
/// A table by ``Token/hash``, cleared for every document.
struct DocumentForms {
    /// Counts of one form's occurrences, by the tag that each was given.
    struct Counts {
        var hash: UInt64 = 0
        /// As the only token of a name, by kind.
        var unit = SIMD4<UInt16>()
        /// As a part of a longer name, by kind.
        var part = SIMD4<UInt16>()
        /// As the last token of a longer name of a person, as the first.
        var surname: UInt16 = 0
        var given: UInt16 = 0
        /// In no name, though with a capital.
        var nothing: UInt16 = 0
        var isAcronym = false

        mutating func add(_ tag: Int, _ amount: Int) {
            let amount = UInt16(truncatingIfNeeded: amount)
            guard tag != NameTag.outside else {
                nothing &+= amount
                return
            }
            let kind = NameTag.kind(of: tag)
            switch NameTag.part(of: tag) {
            case .unit: unit[kind] &+= amount
            case .begin:
                part[kind] &+= amount
                if kind == 0 { given &+= amount }
            case .inside: part[kind] &+= amount
            case .last:
                part[kind] &+= amount
                if kind == 0 { surname &+= amount }
            }
        }

        var isEmpty: Bool {
            unit == SIMD4() && part == SIMD4() && nothing == 0 && !isAcronym
        }
    }

    private var slots = [Counts](repeating: Counts(), count: 256)
    private var used: [Int] = []

    mutating func removeAll() {
        for slot in used { slots[slot] = Counts() }
        used.removeAll(keepingCapacity: true)
    }

    /// Counts an occurrence.
    mutating func add(_ hash: UInt64, _ tag: Int) {
        slots[slot(of: hash)].add(tag, 1)
    }

    mutating func addAcronym(_ hash: UInt64) { slots[slot(of: hash)].isAcronym = true }

    /// The counts of a form, without one occurrence that was given `tag`.
    func others(_ hash: UInt64, than tag: Int) -> Counts {
        var counts = slots[place(of: hash)]
        if counts.hash == hash { counts.add(tag, -1) }
        return counts
    }

    private func place(of hash: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot].hash != hash, slots[slot].hash != 0 { slot = (slot + 1) & mask }
        return slot
    }

    private mutating func slot(of hash: UInt64) -> Int {
        let slot = place(of: hash)
        if slots[slot].hash == hash { return slot }
        if used.count * 2 >= slots.count {
            grow()
            return self.slot(of: hash)
        }
        slots[slot].hash = hash
        used.append(slot)
        return slot
    }

    private mutating func grow() {
        let old = used.map { slots[$0] }
        slots = [Counts](repeating: Counts(), count: slots.count * 2)
        used.removeAll(keepingCapacity: true)
        for counts in old {
            let slot = place(of: counts.hash)
            slots[slot] = counts
            used.append(slot)
        }
    }
}

extension DocumentForms.Counts {
    /// Whether most of the counted occurrences were found to be something else than what `tag` says.
    func speaks(against tag: Int) -> Bool {
        let own = tag == NameTag.outside ? -1 : NameTag.kind(of: tag)
        if isAcronym, own != 1 { return true }
        let all = unit &+ part
        let total = all[0] &+ all[1] &+ all[2] &+ nothing
        if own != -1, nothing &* 2 > total { return true }
        for kind in 0..<3 where kind != own && all[kind] &* 2 > total { return true }
        return false
    }

    /// The marks that these counts of a form's other occurrences give.
    func forEachMark(_ body: (NameMark.Fact) -> Void) {
        if isAcronym { body(.acronym) }
        if unit[0] > 0 { body(.elsewherePerson) }
        if unit[1] > 0 { body(.elsewhereOrganization) }
        if unit[2] > 0 { body(.elsewherePlace) }
        if part[0] > 0 { body(.insidePerson) }
        if part[1] > 0 { body(.insideOrganization) }
        if part[2] > 0 { body(.insidePlace) }
        if surname > 0 { body(.elsewhereSurname) }
        if given > 0 { body(.elsewhereGiven) }
        let all = unit &+ part
        let total = all[0] &+ all[1] &+ all[2] &+ nothing
        if all[0] &* 2 > total { body(.mostlyPerson) }
        if all[1] &* 2 > total { body(.mostlyOrganization) }
        if all[2] &* 2 > total { body(.mostlyPlace) }
        if nothing &* 2 > total { body(.mostlyNothing) }
    }
}
