/// What a text says happened to a treaty that it mentions, and when.
struct TreatyFacts {
    var opened: String?
    var signed: String?
    var ratified: String?
    var inForce: String?
    var amended: String?
    var suspended: String?
    var denounced: String?
    var ended: String?
    /// Of these, what the text does not say outright: `16 months ago`.
    var inferred: [String] = []
    var status: Status?
    var parties: [String] = []
    /// Tokens of the dates and states that these were read from; some may stand more than once.
    var evidence: [Range<Int>] = []

    /// What is known to have happened, the later the higher.
    enum Status: Int, Comparable {
        case proposed, negotiated, initialled, signed, ratified, inForce, suspended, ended, annulled

        static func < (a: Status, b: Status) -> Bool { a.rawValue < b.rawValue }

        var name: String {
            switch self {
            case .proposed: "proposed"
            case .negotiated: "under negotiation"
            case .initialled: "initialled"
            case .signed: "signed"
            case .ratified: "ratified"
            case .inForce: "in force"
            case .suspended: "suspended"
            case .ended: "terminated"
            case .annulled: "annulled"
            }
        }
    }

    /// Whether two dates can be one: equal, one less exact than the other, or one not known.
    static func isSame(_ a: String?, _ b: String?) -> Bool {
        guard let a, let b else { return true }
        return a.hasPrefix(b) || b.hasPrefix(a)
    }

    /// Takes over what `other` knows and this does not; the later status wins.
    mutating func merge(_ other: TreatyFacts) {
        opened = opened ?? other.opened
        signed = signed ?? other.signed
        ratified = ratified ?? other.ratified
        inForce = inForce ?? other.inForce
        amended = amended ?? other.amended
        suspended = suspended ?? other.suspended
        denounced = denounced ?? other.denounced
        ended = ended ?? other.ended
        if let status = other.status { raise(to: status) }
        if parties.isEmpty { parties = other.parties }
        if !other.inferred.isEmpty { inferred += other.inferred }
        if !other.evidence.isEmpty { evidence += other.evidence }
    }

    /// Takes over a status if it is a later one.
    mutating func raise(to new: Status) {
        if status.map({ $0 < new }) ?? true { status = new }
    }
}
