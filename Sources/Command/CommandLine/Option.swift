/// An option of the command or of a sub-command: all that the parser, the help, the manual page and the completions know
/// of it. To add one is to add an entry to a table.
struct Option: Sendable {
    /// Without dashes: `labels`.
    let name: String
    /// A letter that stands for it: `o` for `-o`.
    let short: Character?
    /// What its value is called in the help; `nil` for a switch.
    let value: String?
    /// Which values there are.
    let values: Values
    /// Whether it may be given again, and each value counts.
    let repeats: Bool
    /// What it does, without a full stop.
    let summary: String

    init(
        _ name: String, short: Character? = nil, value: String? = nil, values: Values = .any,
        repeats: Bool = false, _ summary: String
    ) {
        self.name = name
        self.short = short
        self.value = value
        self.values = values
        self.repeats = repeats
        self.summary = summary
    }

    /// The values that an option or an operand may have. Choices are made when they are asked for, and not at start.
    enum Values: Sendable {
        case any
        case file
        case folder
        /// One of these.
        case one(@Sendable () -> [Choice])
        /// Some of these, with commas between them.
        case several(@Sendable () -> [Choice])

        var choices: [Choice] {
            switch self {
            case .any, .file, .folder: []
            case .one(let choices), .several(let choices): choices()
            }
        }
    }

    /// The start of ``summary``, for a menu.
    var brief: String { Choice(name: name, summary: summary).brief }

    /// ``summary``, and whether it may be repeated.
    var fullSummary: String { summary + (repeats ? "; may be given again" : "") }

    /// How it is written: `-o` and `--output`.
    var spellings: [String] { (short.map { ["-\($0)"] } ?? []) + ["--\(name)"] }
}

/// Options that the help gives a heading of their own.
struct OptionGroup: Sendable {
    let title: String
    let options: [Option]

    init(_ title: String, _ options: [Option]) {
        self.title = title
        self.options = options
    }
}
