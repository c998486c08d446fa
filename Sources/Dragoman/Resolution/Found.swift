/// A temporal expression before it is a mention.
struct FoundDate {
    var tokens: Range<Int>
    var label: Label
    var value: DateValue
    var rule: String
}

/// A treaty mention before it is a mention, and the number of its record.
struct FoundTreaty {
    var tokens: Range<Int>
    var mention: TreatyMention
    var rule: String
    var record: Int
}

/// A treaty as an entity before it has mentions.
struct FoundTreatyEntity {
    var name: String
    var ids: [(scheme: String, value: String)] = []
    var inLexicon = false
    var record: TreatyRecord
    /// Tokens of the dates and places that the record was read from.
    var evidence: [Range<Int>] = []
}
