import Chronology
import Segmentation

/// Dates, times, durations and sets of one document.
extension Extraction {
    /// The temporal expressions in the order of the text, none overlapping another, and the date they count from.
    func dates() -> (found: [FoundDate], anchor: Anchor?) {
        let profile = options.dateProfile
        let source = dateText
        let expressions = DateReader(source: source, profile: profile).expressions()
        let tense = TenseReader(source: source)
        let anchor = AnchorFinder(source: source, tense: tense).find(
            given: date.flatMap { DocumentDate($0) }, expressions)
        let mode = DateContext.mode(
            of: expressions, anchor: anchor?.point,
            hasDateline: anchor?.hasDateline ?? DatelineFinder(text: tokens).isUndatedReport())
        let resolution: DateValue.Resolution =
            switch anchor?.anchor.source {
            case .inferred: .inferred
            case .ambiguous: .ambiguous
            case .given, .dateline, nil: .anchored
            }
        let resolver = DateResolver(
            text: tokens, tense: tense, context: DateContext(mode: mode, anchor: anchor?.point),
            anchored: resolution)
        let arranged = RangeJoiner(source: source, profile: profile).arranged(expressions)
        return (resolver.resolve(arranged), anchor?.anchor)
    }

    /// The text with the hits and matches of its language.
    @inline(__always)
    private var dateText: DateText {
        if let foreignDates { return DateText(text: tokens, foreignDates) }
        return DateText(
            text: tokens, hits: hits, matches: matches, lexicon: pipeline.lexicon,
            rules: pipeline.dates, memory: dateMemory)
    }
}
