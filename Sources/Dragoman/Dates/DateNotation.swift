import Chronology

/// How a temporal value is written down: the same for all expressions of one value, of which ``DateMemory`` keeps one.
package final class DateNotation: Sendable {
    /// What ``DateValue`` has of the same name.
    package let type: String
    package let timex: String
    package let edtf: String?
    package let earliest: String?
    package let latest: String?
    package let grain: String?
    package let mod: String?
    package let alternatives: [String]

    init(
        type: String, timex: String, edtf: String? = nil, earliest: String? = nil,
        latest: String? = nil, grain: String? = nil, mod: String? = nil,
        alternatives: [String] = []
    ) {
        self.type = type
        self.timex = timex
        self.edtf = edtf
        self.earliest = earliest
        self.latest = latest
        self.grain = grain
        self.mod = mod
        self.alternatives = alternatives
    }

    /// - Parameters:
    ///   - grain: how fine the expression is, if its value does not say so.
    ///   - swapped: the day if day and month are the other way round, where that could be.
    convenience init(
        _ value: TimexValue, _ label: Label, mod: String?, grain: Grain? = nil,
        swapped: DatePoint? = nil
    ) {
        let plain: String? = if case .date(let point) = value { point.plain } else { nil }
        let isSet = label == .set
        let isApproximate = mod == "APPROX"
        let ends = isSet ? nil : value.ends
        let edtf =
            isApproximate || plain == nil && !isSet
            ? value.edtf(isApproximate: isApproximate) : plain
        self.init(
            type: label.rawValue, timex: plain ?? value.description, edtf: isSet ? nil : edtf,
            earliest: ends?.first, latest: ends?.last,
            grain: isSet ? nil : (grain ?? value.grain)?.rawValue, mod: mod,
            alternatives: swapped.map { [$0.description] } ?? [])
    }
}

extension DateValue {
    /// What was found, as a document has it.
    init(_ found: FoundDate) {
        let notation = found.notation
        self.init(
            type: notation.type, timex: notation.timex, edtf: notation.edtf,
            earliest: notation.earliest, latest: notation.latest, grain: notation.grain,
            mod: notation.mod, resolution: found.resolution, alternatives: notation.alternatives)
        box = found.box
        referenceNumber = found.referenceNumber
    }
}
