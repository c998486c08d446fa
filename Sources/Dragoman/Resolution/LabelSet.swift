/// Labels as bits.
struct LabelSet: Sendable {
    private var bits: UInt16 = 0

    init(_ labels: Set<Label>) {
        for label in labels { bits |= Self.bit(label) }
    }

    func contains(_ label: Label) -> Bool { bits & Self.bit(label) != 0 }

    func isDisjoint(with other: LabelSet) -> Bool { bits & other.bits == 0 }

    static func bit(_ label: Label) -> UInt16 {
        switch label {
        case .person: 1
        case .organization: 2
        case .place: 4
        case .date: 8
        case .treaty: 16
        case .time: 32
        case .duration: 64
        case .set: 128
        }
    }
}
