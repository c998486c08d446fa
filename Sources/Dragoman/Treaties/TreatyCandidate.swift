/// A span that a rule of ``Label/treaty`` marked.
struct TreatyCandidate {
    var tokens: Range<Int>
    /// The sentence that its first token stands in, and that sentence's number.
    var sentence: Range<Int>
    var sentenceNumber: Int
    var mention: TreatyMention
    var rule: String
    /// `treaty`, `joint declaration`: what the head noun means, with the theme where that is a kind of its own.
    var kind: TreatyKind
    /// What the catalogue knows under this name.
    var known: [KnownTreaty]
    /// What the noun means where it points back to nothing.
    var implied: KnownTreaty?
    /// Whether an anaphor counts without anything that it points back to: `the Charter`.
    var standsAlone: Bool
    /// Whether a description is the noun alone: `a treaty`, `the agreement signed in Rome`.
    var isBare: Bool
    /// Whether it counts only in a sentence that names a state, or where it points back: companies sign agreements too.
    var needsState: Bool
    /// The long form that this abbreviation was introduced for in brackets.
    var abbreviates: Range<Int>?
}
