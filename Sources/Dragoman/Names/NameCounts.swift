/// How often a spelling was given each tag in a document, and whether an organization's initials are spelled so.
///
/// Counts are kept by the two higher bits of the tags, the part, in one number each, sixteen bits for each of the two
/// lower bits: outside of names or the kind of name.
struct NameCounts: BitwiseCopyable, Equatable {
    private var units: UInt64 = 0
    private var begins: UInt64 = 0
    private var insides: UInt64 = 0
    private var lasts: UInt64 = 0
    var isAcronym = false

    /// Counts stop there, so that sums of them stay within sixteen bits.
    static let most: UInt16 = 4_095

    init() {}

    /// - Parameter counts: by tag, at most ``most`` each.
    @inline(__always)
    init(_ counts: UnsafePointer<UInt16>, isAcronym: Bool) {
        let parts = UnsafeRawPointer(counts).loadUnaligned(as: SIMD4<UInt64>.self)
        (units, begins, insides, lasts) = (
            UInt64(littleEndian: parts[0]), UInt64(littleEndian: parts[1]),
            UInt64(littleEndian: parts[2]), UInt64(littleEndian: parts[3])
        )
        self.isAcronym = isAcronym
    }

    /// The same without one occurrence that was given `tag`.
    @inline(__always)
    func without(_ tag: Int) -> NameCounts {
        let one: UInt64 = 1 &<< UInt64(truncatingIfNeeded: (tag & 3) &* 16)
        let part = tag &>> 2
        var result = self
        result.units &-= part == 0 ? one : 0
        result.begins &-= part == 1 ? one : 0
        result.insides &-= part == 2 ? one : 0
        result.lasts &-= part == 3 ? one : 0
        return result
    }

    /// Which counts by the lower bits are more than half of all: one bit each.
    @inline(__always)
    private var majority: Int {
        let all = units &+ begins &+ insides &+ lasts
        let total = Int(truncatingIfNeeded: (all &* 0x0001_0001_0001_0001) &>> 48)
        func bit(_ lane: Int) -> Int {
            let count = Int(truncatingIfNeeded: (all &>> UInt64(lane &* 16)) & 0xFFFF)
            return count &* 2 > total ? 1 &<< lane : 0
        }
        return bit(0) | bit(1) | bit(2) | bit(3)
    }

    /// Whether most of the counted occurrences were found to be something else than what `tag` says.
    @inline(__always)
    func speaks(against tag: Int) -> Bool {
        let own = tag & 3
        return isAcronym && own != NameTag.tag(.unit, 1) || majority & ~(1 &<< own) != 0
    }

    /// The marks that these counts give: a bit for each ``NameMark/Fact``.
    @inline(__always)
    var facts: UInt32 {
        let unit = Self.nonzero(units)
        let part = Self.nonzero(begins &+ insides &+ lasts)
        let majority = majority
        var facts = (unit &>> 1) &<< NameMark.Fact.elsewherePerson.rawValue
        facts |= (part &>> 1) &<< NameMark.Fact.insidePerson.rawValue
        facts |= (Self.nonzero(lasts) &>> 1 & 1) &<< NameMark.Fact.elsewhereSurname.rawValue
        facts |= (Self.nonzero(begins) &>> 1 & 1) &<< NameMark.Fact.elsewhereGiven.rawValue
        facts |= (majority &>> 1) &<< NameMark.Fact.mostlyPerson.rawValue
        facts |= (majority & 1) &<< NameMark.Fact.mostlyNothing.rawValue
        facts |= isAcronym ? 1 &<< NameMark.Fact.acronym.rawValue : 0
        return UInt32(truncatingIfNeeded: facts)
    }

    /// Which of the four counts are not 0: one bit each.
    @inline(__always)
    private static func nonzero(_ counts: UInt64) -> Int {
        // The highest bits of the counts, then side by side.
        let high = (counts &+ 0x7FFF_7FFF_7FFF_7FFF) & 0x8000_8000_8000_8000
        let bits = ((high &>> 15) &* 0x0001_0002_0004_0008) &>> 48
        return Int(truncatingIfNeeded: bits & 15)
    }
}
