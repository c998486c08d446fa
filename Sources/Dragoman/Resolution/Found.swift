/// A temporal expression before it is a mention.
package struct FoundDate {
    var tokens: Range<Int>
    var label: Label
    package var value: DateValue
    package var rule: String
}

/// A treaty mention before it is a mention, and the number of its record.
package struct FoundTreaty {
    var tokens: Range<Int>
    package var mention: TreatyMention
    package var rule: String
    var record: Int
}

/// A treaty as an entity before it has mentions.
package struct FoundTreatyEntity {
    package var name: String
    package var ids: [(scheme: String, value: String)] = []
    package var inLexicon = false
    package var record: TreatyRecord
    /// Tokens of the dates and places that the record was read from.
    var evidence: [Range<Int>] = []
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
