import Chronology

/// What is known at a place of the text of the time that it speaks of and in.
struct DateContext {
    /// How year-less dates are resolved.
    enum Mode {
        /// Against the day of writing.
        case news
        /// Against the day that is told of.
        case story
    }

    var mode: Mode
    /// The day of writing, or the month or year of it; its year may be unknown.
    var anchor: DatePoint?
    /// The day of the news where it is another than that of writing.
    var newsDay: Day?
    /// The last date that was told of, and the expression that did.
    var story: DatePoint?
    private var teller = 0
    /// The next date of the sentence that has a year.
    var ahead: DatePoint?
    /// Whether the expression is the first of its paragraph.
    var opensParagraph = false
    /// The last year that was named, and by which expression.
    var year: (number: Int, teller: Int)?
    /// What the expression at hand was counted from.
    var counted: DateReference?

    init(mode: Mode, anchor: DatePoint?) {
        self.mode = mode
        self.anchor = anchor
    }

    /// What an expression with this base counts from.
    mutating func point(of base: Base) -> DatePoint? {
        if mode == .news, base == .speech { return written() }
        return told() ?? written()
    }

    /// The day of writing, to count from.
    mutating func written() -> DatePoint? {
        counted = .creation
        return anchor
    }

    /// The day that is told of, to count from.
    mutating func told() -> DatePoint? {
        guard let story else { return nil }
        counted = .mention(teller)
        return story
    }

    /// Notes a date that an expression of the text told of.
    mutating func tell(_ point: DatePoint, by expression: Int) {
        guard point.days != nil, point.grain <= .year else { return }
        // `in 1865` after `April 9, 1865` says nothing new.
        if point.grain == .year, story?.year == point.year { return }
        story = point
        teller = expression
    }

    /// In tokens, a dateline among them.
    static let leadLength = 120

    /// Chooses by what the text is: an account of the past names its years, a report counts from its own day.
    static func mode(
        of expressions: [DateExpression], anchor: DatePoint?, hasDateline: Bool
    ) -> Mode {
        if hasDateline { return .news }
        guard anchor != nil else { return .story }
        var years = 0
        var near = 0
        for expression in expressions {
            switch expression.reading {
            case .calendar(let point, nil, _) where point.year != nil: years += 1
            case .interval(.calendar(let point, nil, _), _) where point.year != nil: years += 1
            case .weekday, .offset(_, _, _, .speech): near += 1
            case .part(_, let selector?): near += selector.base == .speech ? 1 : 0
            case .unit(_, let selector): near += selector.base == .speech ? 1 : 0
            default: continue
            }
            // A report opens with what is new, an account with when it begins.
            if near > 0, years == 0, expression.tokens.lowerBound < leadLength { return .news }
        }
        // Reports leave the year of what is new unsaid, and speak of weekdays and weeks.
        return years >= 4 && years >= 2 * near ? .story : .news
    }
}
