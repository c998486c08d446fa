/// A temporal expression before it is a mention.
package struct FoundDate {
    var tokens: Range<Int>
    var label: Label
    package var notation: DateNotation
    package var resolution: DateValue.Resolution
    /// ``DateReference/number``.
    var referenceNumber = DateReference.noNumber
    /// ``DateValue/details``, unless there are none.
    var box: DateValue.Box?
    package var rule: String

    package var details: DateDetails? { box?.details }
}

/// A treaty mention before it is a mention, and the number of its record.
package struct FoundTreaty {
    var tokens: Range<Int>
    package var mention: TreatyMention
    package var rule: String
    /// ``Mention/provisions``.
    package var provisions: [String] = []
    var record: Int
}

/// A treaty as an entity before it has mentions.
package final class FoundTreatyEntity {
    package let name: String
    package let ids: [(scheme: String, value: String)]
    package let inLexicon: Bool
    package internal(set) var record: TreatyRecord
    /// Tokens of the dates and places that the record was read from.
    let evidence: [Range<Int>]
    /// Its number in ``PlainTreaties``, or -1.
    var plain = -1

    init(
        name: String, ids: [(scheme: String, value: String)] = [], inLexicon: Bool = false,
        record: TreatyRecord, evidence: [Range<Int>] = []
    ) {
        self.name = name
        self.ids = ids
        self.inLexicon = inLexicon
        self.record = record
        self.evidence = evidence
    }
}

extension NameSpan {
    var kind: Label {
        switch label {
        case 0: .person
        case 1: .organization
        default: .place
        }
    }

    /// What decided, as mentions of names say it.
    package static func rule(of kind: Label) -> String {
        switch kind {
        case .person: "names.person"
        case .organization: "names.organization"
        default: "names.place"
        }
    }
}
