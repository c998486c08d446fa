/// The thing that one or more mentions of a document stand for.
public struct Entity: Sendable, Equatable {
    /// `e1`, `e2`, … in the order of first mentions.
    public var id: String
    /// Person, organization, place or treaty.
    public var label: Label
    /// The best name: the lexicon's, or the fullest in the text.
    public var name: String
    /// Indices into ``Document/mentions``, ascending.
    public var mentions: [Int]
    /// Ids in public knowledge bases and code lists, by scheme, in order: `iso3166`, `wikidata`, `geonames`; one a
    /// scheme. Of a treaty, where it was published, if the text says so: `unts`, `ets`.
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

    /// An entity; what is not given is empty.
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

    /// Whether all that is known of them is the same, ids in their order.
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

    /// A place by its degrees.
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
    /// The office or title, as the lexicon or the text has it.
    public var title: String
    /// ISO 3166 code of the country, or name of the organization.
    public var of: String?
    /// What the text says of the time in office: `former`, `acting`, `outgoing`, `incoming`, `interim`, `then`, `elect`;
    /// `nil` for a plain holder.
    public var tenure: String?
    /// Indices of the mentions that said so; empty when the lexicon says it.
    public var evidence: [Int]

    /// A role; what is not given is not known.
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
    /// Where it was made.
    public var place: String?
    /// When it was opened for signature, as a TIMEX3 value like all dates here.
    public var opened: String?
    /// When it was signed or adopted.
    public var signed: String?
    /// When it was ratified.
    public var ratified: String?
    /// When it entered into force.
    public var inForce: String?
    /// When it was amended.
    public var amended: String?
    /// When it was suspended.
    public var suspended: String?
    /// When a party denounced it or withdrew.
    public var denounced: String?
    /// When it ended.
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

        /// A ratification.
        public init(by: String, date: String? = nil) {
            self.by = by
            self.date = date
        }
    }

    /// A treaty of the catalogue that may be meant.
    public struct Candidate: Sendable, Equatable {
        /// Its name in the catalogue.
        public var name: String
        /// When it was signed or adopted, TIMEX3.
        public var made: String?

        /// A candidate.
        public init(name: String, made: String? = nil) {
            self.name = name
            self.made = made
        }
    }

    /// A field of which text and catalogue say different things.
    public struct Contradiction: Sendable, Equatable {
        /// Name of the field of the record.
        public var field: String
        /// What the text says.
        public var text: String
        /// What the catalogue says, and the record has.
        public var lexicon: String

        /// A contradiction.
        public init(field: String, text: String, lexicon: String) {
            self.field = field
            self.text = text
            self.lexicon = lexicon
        }
    }

    /// A record; what is not given is not known.
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
