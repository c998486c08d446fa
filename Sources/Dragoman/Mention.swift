/// A span of the text with a label.
public struct Mention: Sendable, Equatable {
    /// Half-open, in UTF-8 bytes of ``Document/text``.
    public var utf8Range: Range<Int>
    /// What it is a mention of.
    public var label: Label
    /// Index into ``Document/entities``; `nil` for dates, and for a person of whom there is but an initial: `B.`
    public var entity: Int?
    /// The value, for the temporal labels.
    public var date: DateValue?
    /// For treaties: named, described, or pointing back.
    public var treatyMention: TreatyMention?
    /// For treaties: the parts that the mention is about, as `Article 2(4)`, `Chapter VII`.
    public var provisions: [String]
    /// Id of the rule, or of the model's kind of name, that decided: `date.calendar`, `names.person`.
    public var rule: String
    /// Index of the mention that this one stands inside, for nested names.
    public var inside: Int?
    /// With ``Extractor/Options/confidence``: how often, of 1, names were right of which the model was as sure, on texts that
    /// it was not fitted to; `nil` where it was not measured, as for dates and treaties.
    public var confidence: Double?
    /// With ``Extractor/Options/explain``: what spoke for and against.
    public var explanation: [Evidence]

    /// A mention; what is not given is not there.
    @inline(__always)
    public init(
        utf8Range: Range<Int>, label: Label, entity: Int? = nil, date: DateValue? = nil,
        treatyMention: TreatyMention? = nil, provisions: [String] = [], rule: String,
        inside: Int? = nil, confidence: Double? = nil, explanation: [Evidence] = []
    ) {
        self.utf8Range = utf8Range
        self.label = label
        self.entity = entity
        self.date = date
        self.treatyMention = treatyMention
        self.provisions = provisions
        self.rule = rule
        self.inside = inside
        self.confidence = confidence
        self.explanation = explanation
    }

    /// The span as string indices of `text`.
    public func range(in text: String) -> Range<String.Index> {
        let utf8 = text.utf8
        return utf8.index(
            utf8.startIndex, offsetBy: utf8Range.lowerBound)..<utf8.index(
                utf8.startIndex, offsetBy: utf8Range.upperBound)
    }
}

/// How a treaty is mentioned.
public enum TreatyMention: String, Sendable {
    /// `Treaty of Rome`
    case name
    /// `a peace treaty with Japan`
    case description
    /// `the agreement`, of one that was mentioned before.
    case anaphor
}

/// One reason for or against a reading.
public struct Evidence: Sendable, Equatable {
    /// What spoke: a feature of the name, an entry of a lexicon, a rule.
    public var source: String
    /// What it adds to the sum; against it, if negative.
    public var weight: Double

    /// A reason and its weight.
    public init(source: String, weight: Double) {
        self.source = source
        self.weight = weight
    }
}

/// The value of a date, time, duration or set.
public struct DateValue: Sendable, Equatable {
    /// How the value was reached.
    public enum Resolution: String, Sendable {
        /// The text says it all.
        case explicit
        /// Resolved against the anchor or the narrative's date.
        case anchored
        /// Resolved against an inferred anchor.
        case inferred
        /// Several readings stand; see `alternatives`.
        case ambiguous
        /// No value can be known.
        case unresolved
    }

    /// TIMEX3 type: `DATE`, `TIME`, `DURATION` or `SET`.
    public var type: String
    /// TIMEX3 value: `2019-02-12`, `2019-02-15/2019-02-17`, `P3D`, `PRESENT_REF`.
    public var timex: String
    /// EDTF (ISO 8601-2), where there is one.
    public var edtf: String?
    /// The first day that it covers or lies in, ISO 8601, where that is known.
    public var earliest: String?
    /// The last such day.
    public var latest: String?
    /// `day`, `month`, `year`, `decade`, `century`…: never finer than the text.
    public var grain: String?
    /// TIMEX3 `mod`: `START`, `MID`, `END`, `APPROX`, …
    public var mod: String?
    /// How the value was reached.
    public var resolution: Resolution
    /// TIMEX3 values of the other readings.
    public var alternatives: [String]
    /// ``reference`` in four bytes.
    var referenceNumber = DateReference.noNumber
    /// ``details``, unless there are none.
    var box: Box?

    /// A value; what is not given is not known.
    public init(
        type: String, timex: String, edtf: String? = nil, earliest: String? = nil,
        latest: String? = nil, grain: String? = nil, mod: String? = nil, resolution: Resolution,
        alternatives: [String] = [], details: DateDetails? = nil
    ) {
        self.type = type
        self.timex = timex
        self.edtf = edtf
        self.earliest = earliest
        self.latest = latest
        self.grain = grain
        self.mod = mod
        self.resolution = resolution
        self.alternatives = alternatives
        box = details.map(Box.init)
    }

    /// Whether values, and what they were counted from, are the same.
    public static func == (a: DateValue, b: DateValue) -> Bool {
        a.type == b.type && a.timex == b.timex && a.edtf == b.edtf && a.earliest == b.earliest
            && a.latest == b.latest && a.grain == b.grain && a.mod == b.mod
            && a.resolution == b.resolution && a.alternatives == b.alternatives
            && a.referenceNumber == b.referenceNumber && a.box?.details == b.box?.details
    }
}
