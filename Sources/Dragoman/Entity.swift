/// The thing that one or more mentions of a document stand for.
public struct Entity: Sendable, Equatable {
    /// `e1`, `e2`, … in the order of first mentions.
    public var id: String
    public var label: Label
    /// The best name: the lexicon's, or the fullest in the text.
    public var name: String
    /// Indices into ``Document/mentions``, ascending.
    public var mentions: [Int]
    /// Ids in public knowledge bases and code lists, by scheme, in order: `iso3166`, `wikidata`, `geonames`.
    public var ids: [(scheme: String, value: String)]
    /// Where a place is, if the lexicon knows.
    public var coordinates: Coordinates?
    /// Offices and titles, for people.
    public var roles: [Role]
    /// The record, for treaties.
    public var treaty: TreatyRecord? {
        get { boxedTreaty?.record }
        set { boxedTreaty = newValue.map(TreatyBox.init) }
    }
    /// Few entities are treaties, so that the record stands apart: an entity stays small.
    private var boxedTreaty: TreatyBox?
    /// Whether the name is known from the lexicon.
    public var inLexicon: Bool

    @inline(__always)
    public init(
        id: String = "", label: Label, name: String, mentions: [Int] = [],
        ids: [(scheme: String, value: String)] = [], coordinates: Coordinates? = nil,
        roles: [Role] = [], treaty: TreatyRecord? = nil, inLexicon: Bool = false
    ) {
        self.id = id
        self.label = label
        self.name = name
        self.mentions = mentions
        self.ids = ids
        self.coordinates = coordinates
        self.roles = roles
        boxedTreaty = treaty.map(TreatyBox.init)
        self.inLexicon = inLexicon
    }

    public static func == (a: Entity, b: Entity) -> Bool {
        a.id == b.id && a.label == b.label && a.name == b.name && a.mentions == b.mentions
            && a.ids.elementsEqual(b.ids, by: ==) && a.coordinates == b.coordinates
            && a.roles == b.roles && a.treaty == b.treaty
            && a.inLexicon == b.inLexicon
    }
}

/// A place on the globe, WGS 84.
public struct Coordinates: Sendable, Equatable, BitwiseCopyable {
    /// Degrees north of the equator.
    public var latitude: Double
    /// Degrees east of Greenwich.
    public var longitude: Double

    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }
}

private final class TreatyBox: Sendable {
    let record: TreatyRecord

    init(_ record: TreatyRecord) { self.record = record }
}

/// What a person is or was: `Minister of Foreign Affairs` of `JP`.
public struct Role: Sendable, Equatable {
    public var title: String
    /// ISO 3166 code of the country, or name of the organization.
    public var of: String?
    /// What the text says of the time in office: `former`, `acting`, `outgoing`, `incoming`, `interim`, `then`, `elect`;
    /// `nil` for a plain holder.
    public var tenure: String?
    /// Indices of the mentions that said so; empty when the lexicon says it.
    public var evidence: [Int]

    public init(
        title: String, of: String? = nil, tenure: String? = nil, evidence: [Int] = []
    ) {
        self.title = title
        self.of = of
        self.tenure = tenure
        self.evidence = evidence
    }
}

/// What is known of a treaty, from the text and from the catalogue.
public struct TreatyRecord: Sendable, Equatable {
    /// `treaty`, `convention`, `protocol`, `joint declaration`, …
    public var kind: String
    /// ISO 3166 codes (3166-3 for former states), in the order of the text or the catalogue.
    public var parties: [String]
    /// What it is about, as the text says.
    public var subject: String?
    public var place: String?
    /// TIMEX3 values.
    public var opened: String?
    public var signed: String?
    public var ratified: String?
    public var inForce: String?
    public var amended: String?
    public var suspended: String?
    /// When a party denounced it or withdrew.
    public var denounced: String?
    public var ended: String?
    /// `proposed`, `under negotiation`, `initialled`, `signed`, `ratified`, `in force`, `suspended`, `terminated`,
    /// `annulled`; `nil` where unknown.
    public var status: String?
    /// Indices of the mentions that the fields were read from.
    public var evidence: [Int]
    /// Names of the fields that came from the catalogue and not from the text.
    public var fromLexicon: [String]
    /// Who ratified it, as the text says.
    public var ratifications: [Ratification] = []
    /// Where the text says otherwise than the catalogue.
    public var contradictions: [Contradiction] = []
    /// The treaties of the catalogue that the name may mean, where nothing decides between several.
    public var candidates: [Candidate] = []

    /// A state that ratified.
    public struct Ratification: Sendable, Equatable {
        /// ISO 3166 code.
        public var by: String
        /// TIMEX3 value, where the text gives it.
        public var date: String?

        public init(by: String, date: String? = nil) {
            self.by = by
            self.date = date
        }
    }

    /// A treaty of the catalogue that may be meant.
    public struct Candidate: Sendable, Equatable {
        public var name: String
        /// When it was signed or adopted, TIMEX3.
        public var made: String?

        public init(name: String, made: String? = nil) {
            self.name = name
            self.made = made
        }
    }

    /// A field of which text and catalogue say different things.
    public struct Contradiction: Sendable, Equatable {
        public var field: String
        public var text: String
        public var lexicon: String

        public init(field: String, text: String, lexicon: String) {
            self.field = field
            self.text = text
            self.lexicon = lexicon
        }
    }

    public init(
        kind: String, parties: [String] = [], subject: String? = nil, place: String? = nil,
        signed: String? = nil, ratified: String? = nil, inForce: String? = nil,
        ended: String? = nil, status: String? = nil, evidence: [Int] = [],
        fromLexicon: [String] = []
    ) {
        self.kind = kind
        self.parties = parties
        self.subject = subject
        self.place = place
        self.signed = signed
        self.ratified = ratified
        self.inForce = inForce
        self.ended = ended
        self.status = status
        self.evidence = evidence
        self.fromLexicon = fromLexicon
    }
}
