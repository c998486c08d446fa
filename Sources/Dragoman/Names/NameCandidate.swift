import Segmentation

/// A span of tokens that may be a name, with its label.
package struct NameSpan: Equatable {
    package var tokens: Range<Int>
    /// Index into ``NameWeights/labels``.
    package var label: Int
    /// The sum of the evidence for this label, against reading no name there.
    var score: Float = 0
    /// How far ahead of the best reading with another label, or none.
    var margin: Float = 0
}

/// What the rest of the document says of forms, by token hashes.
package struct DocumentFacts {
    /// Hash of a whole form → its label, where it was sure in some place.
    var known: [UInt64: Int] = [:]
    /// Hash of the last token of people with two names or more.
    var surnames: Set<UInt64> = []
    /// Hash of acronyms of organizations that the document names in full.
    var acronyms: Set<UInt64> = []
    /// Hash of forms that occur more than once.
    var repeated: Set<UInt64> = []
    /// Hash of tokens that the document writes small.
    var lower: Set<UInt64> = []
    /// Hash of tokens that are part of sure names of people.
    var personParts: Set<UInt64> = []

    init() {}

    /// What can be known before anything was read.
    init(lowerTokensOf text: TokenBuffer) {
        for token in text.tokens where token.shape == .lower { lower.insert(token.hash) }
    }
}
