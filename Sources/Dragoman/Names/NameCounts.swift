/// How often a spelling was given each tag in a document, and whether an organization's initials are spelled so.
struct NameCounts: Equatable, BitwiseCopyable {
    /// By tag; the lanes that are no tags stay 0.
    var byTag = SIMD16<UInt16>()
    var isAcronym = false

    /// How often outside of names, and in names of each kind: by the two lowest bits of the tags.
    private var byKind: SIMD4<UInt16> {
        (byTag.lowHalf.lowHalf &+ byTag.lowHalf.highHalf)
            &+ (byTag.highHalf.lowHalf &+ byTag.highHalf.highHalf)
    }

    /// Which of these are more than half of all.
    private func most(_ byKind: SIMD4<UInt16>) -> SIMDMask<SIMD4<Int16>> {
        byKind &* 2 .> SIMD4(repeating: byKind.wrappedSum())
    }

    /// Whether most of the counted occurrences were found to be something else than what `tag` says.
    func speaks(against tag: Int) -> Bool {
        let own = tag & 3
        if isAcronym, own != NameTag.tag(.unit, 1) { return true }
        var most = most(byKind)
        most[own] = false
        return most[0] || most[1] || most[2] || most[3]
    }

    /// Calls `body` with the marks that these counts give.
    func forEachMark(_ body: (NameMark.Fact) -> Void) {
        if isAcronym { body(.acronym) }
        let unit = byTag.lowHalf.lowHalf
        if unit[1] > 0 { body(.elsewherePerson) }
        if unit[2] > 0 { body(.elsewhereOrganization) }
        if unit[3] > 0 { body(.elsewherePlace) }
        let part = byTag.lowHalf.highHalf &+ byTag.highHalf.lowHalf &+ byTag.highHalf.highHalf
        if part[1] > 0 { body(.insidePerson) }
        if part[2] > 0 { body(.insideOrganization) }
        if part[3] > 0 { body(.insidePlace) }
        if byTag[NameTag.tag(.last, 0)] > 0 { body(.elsewhereSurname) }
        if byTag[NameTag.tag(.begin, 0)] > 0 { body(.elsewhereGiven) }
        let most = most(byKind)
        if most[1] { body(.mostlyPerson) }
        if most[2] { body(.mostlyOrganization) }
        if most[3] { body(.mostlyPlace) }
        if most[0] { body(.mostlyNothing) }
    }
}
