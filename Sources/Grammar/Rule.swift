/// One compiled rule, as the people who use its matches see it.
///
/// ## The rule language
///
/// A rule file holds macros and rules. `#` starts a comment. `rule` and `macro` stand at the start of a line, the
/// lines of a rule are indented, and a line that is indented deeper than the one before continues it.
/// ```
/// macro DAY = num(1,31) | ordinal(1,31)
/// rule date.month-day
///   example  "He left on [February 12]."    # one or more; brackets: what this rule marks, no more and no less
///   counter  "The February edition."        # one or more; this rule marks nothing here
///   pattern  month:<month> "."? day:DAY     # several `pattern` lines are alternatives; the longest match wins
///   left     not "page"                     # what must stand, or with `not` must not stand, right before
///   right    not "/"                        # … right after; several `left` and `right` lines must all hold
///   mark     DATE                           # `mark DATE day` marks the capture only
///   set      form=month-day                 # constants for whoever reads the match: key=value, any number
///   priority 50                             # default 0
/// ```
/// `evidence PERSON 2.5` (or `evidence PERSON 2.5 capture`) stands instead of `mark` where the span is not marked
/// but speaks for, or with a negative weight against, a label. `across sentences` lets a match go over a sentence's start.
///
/// Elements of a pattern, one token each unless said otherwise:
///
/// | element | holds for |
/// | --- | --- |
/// | `"text"` | these tokens, whatever their case; white space does not count |
/// | `'Text'` | these tokens, exactly so written |
/// | `<class>`, `<a\|b.c>` | a lexicon phrase of a class or of one below it, of any number of tokens; the longest is tried first |
/// | `cap` | a token that starts as a name does: `capitalized` (`Tokyo`), `upper` (`UN`) or `initial` (`T`) |
/// | `lower`, `mixed` | `tokyo`, `iPhone` |
/// | `word`, `number`, `punct`, `any` | by ICU's kind: letters, digits, symbols, anything |
/// | `num(a,b)` | a whole number from a to b (`1,000` counts) |
/// | `digits(n)` | n ASCII digits |
/// | `ordinal(a,b)` | `1st`, `22nd`, `15th` with a value from a to b |
/// | `decade` | `1990s`, `90s` |
/// | `prefix("mid")`, `suffix("s")` | a token that starts or ends so and has more, whatever its case |
/// | `space`, `nospace` | no token: white space, or none, before the next one |
/// | `start`, `para`, `line` | no token: the next one starts a sentence, a paragraph, a line |
/// | `end` | no token: a sentence starts next, or the text ends |
/// | `not x`, `not (x \| y)` | one token of which x does not hold (no phrase of the class starts there); of a gap, that it is otherwise |
/// | `( a b \| c )` | a group |
/// | `x?` `x*` `x+` `x{m,n}` `x{n}` | 0 or 1, 0 to 8, 1 to 8, m to n, n times; as many as possible |
/// | `name:x` | x, captured: `name:cap+` captures all of `cap+` |
/// | `NAME` | a macro defined above in the same file |
///
/// Quoted text knows `\"` `\'` `\\` `\[` `\]` `\n` `\t` `\u{2019}`. In examples `\n\n` makes a paragraph.
///
/// From one token a rule gives one match: of all ways to match, the longest that its contexts allow; among equally long
/// ones the first in the order of a regular expression (alternatives from left to right, repeats greedy). Matches of
/// different rules, and of one rule from different tokens, may overlap; their reader settles that. A match or a context
/// never goes over a paragraph's start unless `para` stands there, nor over a sentence's start without
/// `across sentences` (what is inside a lexicon phrase is the lexicon's business), and takes at most 64 tokens.
/// A context looks at tokens outside the match; at the edge of the sentence it finds none, so `left not "page"` holds there.
///
/// ## Use
/// ```swift
/// let compiler = RuleCompiler(segmenter: try Segmenter())
/// let program = try compiler.compile([RuleSource(file: "dates.rules", text: text)])   // or throws GrammarErrors
/// let bytes = program.write()                                                         // RuleProgram(bytes: bytes)
/// let rules = LinkedRules(program, lexicon: lexicon)                                  // rules.unknownClasses
/// let failures = RuleProof.check(rules, segmenter: segmenter, lexicon: lexicon)
///
/// let matcher = Matcher(rules)               // one a worker
/// var matches = RuleMatches(rules)           // used again for every text
/// matcher.match(tokens, hits: hits, into: &matches)
/// for match in matches {                     // by first token, then in the order of the rules
///     let rule = matches.rule(of: match)     // id, label, priority, evidence, constants: rule["form"]
///     match.span                             // tokens marked; match.whole: all of the match
///     if let day = matches[match, "day"] {   // Capture: day.tokens, day.hit (index into hits, or nil)
///         …
///     }
/// }
/// ```
/// In a hot path take names to numbers once: `rules.captureID("day")`, `rules.rules.map { $0["form"] }`.
public struct Rule: Sendable {
    /// A constant that a rule's `set` lines give to its matches.
    public struct Constant: Hashable, Sendable {
        /// What stands before the `=`.
        public var key: String
        /// What stands behind it.
        public var value: String

        /// The constant of a `set` line.
        public init(key: String, value: String) {
            self.key = key
            self.value = value
        }
    }

    /// A text of the rule's proof.
    public struct Example: Hashable, Sendable {
        /// The text, brackets taken out.
        public var text: String
        /// What the rule must mark, exactly, in UTF-8 bytes of ``text``; empty for a counter-example.
        public var spans: [Range<Int>]
        /// Line of the rule file.
        public var line: Int

        /// A text and what is marked in it.
        public init(text: String, spans: [Range<Int>], line: Int) {
            self.text = text
            self.spans = spans
            self.line = line
        }
    }

    /// The program that the rule belongs to.
    public let program: RuleProgram
    /// Its place there; ``RuleMatch/rule`` is this number.
    public let index: Int

    private var entry: Tables.RuleEntry { program.tables.rules[index] }

    /// `date.month-day`
    public var id: String { program.tables.string(entry.id) }
    /// What is marked, or what evidence is given for: `DATE`.
    public var label: String { program.tables.string(entry.label) }
    /// Higher comes first where matches compete; 0 if the rule does not say.
    public var priority: Int { Int(entry.priority) }
    /// The weight of an `evidence` rule, nil for one that marks.
    public var evidence: Double? {
        entry.flags & Tables.RuleEntry.isEvidence == 0 ? nil : entry.weight
    }
    /// Name of the rule file, as given to the compiler.
    public var file: String { program.tables.string(entry.file) }
    /// Line of `rule` in the file.
    public var line: Int { Int(entry.line) }
    /// Whether a match may cross the start of a sentence.
    public var crossesSentences: Bool { entry.flags & Tables.RuleEntry.crossesSentences != 0 }
    /// What the `set` lines say, in their order.
    public var constants: [Constant] {
        program.tables.constants[entry.constants.range].map {
            Constant(
                key: program.tables.string($0.start), value: program.tables.string($0.count))
        }
    }
    /// The value of a constant.
    public subscript(key: String) -> String? {
        program.tables.constants[entry.constants.range]
            .first { program.tables.isString($0.start, key) }
            .map { program.tables.string($0.count) }
    }
    /// The names of the captures.
    public var captures: [String] {
        program.tables.slotNames[entry.slots.range].map(program.tables.string)
    }
    /// The numbers of their names, as ``LinkedRules/captureID(_:)`` gives them.
    public var captureIDs: [CaptureID] {
        program.tables.slotNames[entry.slots.range].map { CaptureID(rawValue: $0) }
    }
    /// Texts in which the rule marks what stands in brackets.
    public var examples: [Example] { examples(entry.examples) }
    /// Texts in which the rule marks nothing.
    public var counters: [Example] { examples(entry.counters) }

    private func examples(_ slice: Tables.Slice) -> [Example] {
        program.tables.examples[slice.range].map { entry in
            Example(
                text: program.tables.string(entry.text),
                spans: program.tables.spans[entry.spans.range].map(\.range),
                line: Int(entry.line))
        }
    }
}
