/// What a text says happened to a treaty that it mentions, and when.
struct TreatyFacts {
    /// Numbers of dates (``TreatySource/dates``); -1 where none is said.
    var opened: Int32 = -1
    var signed: Int32 = -1
    var ratified: Int32 = -1
    var inForce: Int32 = -1
    var amended: Int32 = -1
    var suspended: Int32 = -1
    var denounced: Int32 = -1
    var ended: Int32 = -1
    /// Of these, what the text does not say outright: `16 months ago`.
    var inferred: [Int32] = []
    var status: Status?
    var parties: [String] = []
    /// Who ratified, each once, and the number of the date or -1.
    var ratifications: [(code: String, date: Int32)] = []
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
        Self.fill(&opened, other.opened)
        Self.fill(&signed, other.signed)
        Self.fill(&ratified, other.ratified)
        Self.fill(&inForce, other.inForce)
        Self.fill(&amended, other.amended)
        Self.fill(&suspended, other.suspended)
        Self.fill(&denounced, other.denounced)
        Self.fill(&ended, other.ended)
        if let status = other.status { raise(to: status) }
        if parties.isEmpty { parties = other.parties }
        for other in other.ratifications { addRatification(by: other.code, other.date) }
        if !other.inferred.isEmpty { inferred += other.inferred }
        if !other.evidence.isEmpty { evidence += other.evidence }
    }

    /// Notes that a state ratified.
    mutating func addRatification(by code: String, _ date: Int32) {
        if let known = ratifications.firstIndex(where: { $0.code == code }) {
            Self.fill(&ratifications[known].date, date)
        } else {
            ratifications.append((code, date))
        }
    }

    /// Whether no date is said.
    var hasNoDate: Bool {
        opened & signed & ratified & inForce & amended & suspended & denounced & ended == -1
    }

    /// Notes a date where none is known.
    static func fill(_ field: inout Int32, _ date: Int32) {
        if field < 0 { field = date }
    }

    /// Takes over a status if it is a later one.
    mutating func raise(to new: Status) {
        if status.map({ $0 < new }) ?? true { status = new }
    }
}
