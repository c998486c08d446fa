import Chronology
import Lexicon

/// How dates are written in a language, beyond its words: from the rows of the lexicon's classes `dateorder` and
/// `datelink`.
struct DateCustoms: Sendable {
    /// Whether the day stands first where day and month are numbers; if not, the order is open, as in English.
    let isDayFirst: Bool
    /// Whether numbers may be written in Chinese numerals: in languages that write the year first.
    let hasHanNumerals: Bool
    /// Words between two dates of which the first may leave its year to the second: `und`, `bis`.
    let links: ClassSet
    /// Those of them that make two dates of what they stand between: `und`.
    let pairs: ClassSet

    init(_ lexicon: Lexicon) {
        links = lexicon.classes(matching: "datelink")
        pairs = lexicon.classes(matching: "datelink.pair")
        let orders = lexicon.classes(matching: "dateorder")
        let row = orders.isEmpty ? nil : lexicon.recordSenses(in: orders).first
        let order = row.flatMap { lexicon.attribute("value", of: $0) }
        isDayFirst = order?.hasPrefix("D") ?? false
        hasHanNumerals = order?.hasPrefix("Y") ?? false
    }
}

/// What a rule for `three days ago` says of the direction, and what the days are counted from.
enum OffsetKind: String, CaseIterable {
    /// From the day of writing.
    case ago, hence
    /// From the day that is told of.
    case earlier, later

    var isBack: Bool { self == .ago || self == .earlier }
    var base: Base { self == .ago || self == .hence ? .speech : .story }
}
