import Grammar
import SeededRandom
import Segmentation
import Testing

/// What a rule file says, and what is said of one that is wrong.
@Suite struct RuleParserTests {
    private func compile(_ text: String) throws -> RuleProgram {
        try RuleCompiler(segmenter: Segmenter()).compile([
            RuleSource(file: "t.rules", text: text)
        ])
    }

    @Test func aRuleWithEverything() throws {
        let program = try compile(
            """
            \u{FEFF}# A comment
            macro DAY = num(1,31)     # one a day
              | ordinal(1,31)

            rule date.month-day   # the id
              example  "He left on [February 12] and [May 3rd]."  "\\"[May 1]\\""
              counter  "See \\[\\u{65}\\]."
              pattern  month:<month|month.short>

                # comments and blank lines do not end a line
                day:DAY
              pattern  "the" day:DAY "of"
                       month:<month>
              left     not "page"
              right    not "/"
              mark     DATE day
              set      form=month-day grain=day
              set      note="a # b"
              priority -5
              across   sentences
            rule p
              evidence PERSON -1.5
              pattern cap
              example "[A]"
              counter "b"
            """)
        #expect(program.count == 2)
        let rule = program.rule(at: 0)
        #expect(rule.id == "date.month-day")
        #expect(rule.label == "DATE")
        #expect(rule.evidence == nil)
        #expect(rule.priority == -5)
        #expect(rule.crossesSentences)
        #expect(rule.file == "t.rules")
        #expect(rule.line == 5)
        #expect(rule.captures == ["month", "day"])
        #expect(rule.constants.map(\.key) == ["form", "grain", "note"])
        #expect(rule["form"] == "month-day")
        #expect(rule["note"] == "a # b")
        #expect(rule["nothing"] == nil)
        #expect(rule.examples.map(\.text) == ["He left on February 12 and May 3rd.", "\"May 1\""])
        #expect(rule.examples.map(\.spans) == [[11..<22, 27..<34], [1..<6]])
        #expect(rule.examples.map(\.line) == [6, 6])
        #expect(rule.counters == [.init(text: "See [e].", spans: [], line: 7)])
        #expect(program.classNames == ["month", "month.short"])
        let second = try #require(program.rule("p"))
        #expect(second.evidence == -1.5)
        #expect(second.priority == 0)
        #expect(!second.crossesSentences)
        #expect(second.line == 21)
    }

    struct Mistake: CustomTestStringConvertible, Sendable {
        let line: String
        let column: Int
        let message: String

        init(_ line: String, _ column: Int, _ message: String) {
            self.line = line
            self.column = column
            self.message = message
        }

        var testDescription: String { line }
    }

    /// One bad line in a rule that is right otherwise, where the mistake is and how its message starts.
    static let mistakes: [Mistake] = [
        Mistake("pattern", 10, "expected an element, found the end of the line"),
        Mistake("pattern \"a", 11, "the text that starts here has no closing `\"`"),
        Mistake("pattern 'a\"", 11, "the text that starts here has no closing `'`"),
        Mistake("pattern \"a\\q\"", 13, "unknown escape `\\q`"),
        Mistake("pattern \"\\u{110000}\"", 12, "expected a code point"),
        Mistake("pattern ( \"a\"", 16, "expected `)` for the group of line 6, column 11"),
        Mistake("pattern \"a\" )", 15, "expected an element, found `)`"),
        Mistake("pattern \"a\" | ", 17, "expected an element, found the end of the line"),
        Mistake("pattern (|\"a\")", 12, "expected an element, found `|`"),
        Mistake("pattern <>", 12, "expected the name of a lexicon class, found `>`"),
        Mistake("pattern <a b>", 14, "expected `|` or `>`, found `b`"),
        Mistake("pattern YEAR", 11, "unknown element `YEAR`"),
        Mistake("pattern \"a\" caps", 15, "unknown element `caps`"),
        Mistake("pattern num", 14, "expected `(` after `num`"),
        Mistake("pattern num(a,3)", 15, "expected a whole number, found `a`"),
        Mistake("pattern num(1 3)", 17, "expected `,`, found `3`"),
        Mistake("pattern num(5,3)", 14, "expected a range, found 5 above 3"),
        Mistake("pattern num(1,99999999999)", 17, "expected a number below"),
        Mistake("pattern digits(4", 19, "expected `)`, found the end of the line"),
        Mistake("pattern suffix(s)", 18, "expected `\"`, found `s`"),
        Mistake("pattern suffix(\"\")", 18, "expected some text"),
        Mistake("pattern cap{2,1}", 14, "expected `{m,n}` with m not above n"),
        Mistake("pattern cap{0,65}", 14, "expected `{m,n}`"),
        Mistake("pattern cap{1", 16, "expected `}`, found the end of the line"),
        Mistake("pattern x: cap", 13, "expected an element right after `x:`"),
        Mistake("pattern cap ?", 15, "expected text in quotes, <class>"),
        Mistake("pattern \"…a\" not \"b c\"", 16, "expected an element of one token"),
        Mistake("pattern cap not (cap lower)", 15, "expected an element of one token"),
        Mistake("pattern cap not (cap | start)", 15, "expected an element of one token"),
        Mistake("pattern \" \"", 11, "the text holds no token"),
        Mistake("left x:cap", 3, "a context cannot capture (`x`)"),
        Mistake("right", 8, "expected an element"),
        Mistake("mark PLACE", 3, "the rule already has a `mark`"),
        Mistake("evidence PLACE 1", 3, "the rule already has a `mark`"),
        Mistake("set form", 7, "expected `key=value`"),
        Mistake("set form=", 7, "expected a value for `form`"),
        Mistake("set a=1 a=2", 11, "`a` is already set"),
        Mistake("priority high", 12, "expected a whole number, found `h`"),
        Mistake("priority 99999999999", 12, "expected a 32-bit number"),
        Mistake("across pages", 3, "expected `across sentences`"),
        Mistake("across sentences now", 20, "expected the end of the line, found `n`"),
        Mistake("patern cap", 3, "expected `pattern`, `left`"),
        Mistake("example \"no brackets\"", 11, "expected brackets around"),
        Mistake("example \"[a\"", 11, "expected `]` in the text"),
        Mistake("example \"a]\"", 11, "expected `[` and some text before `]`"),
        Mistake("example \"[[a]]\"", 11, "brackets cannot be nested"),
        Mistake("example \"[]\"", 11, "expected `[` and some text"),
        Mistake("counter \"[a]\"", 11, "a counter-example has no brackets"),
        Mistake("counter none", 11, "expected `\"`, found `n`"),
    ]

    @Test(arguments: mistakes)
    func mistakesAreNamed(_ mistake: Mistake) throws {
        let text = """
            rule t
              example "[A]"
              counter "b"
              mark X
              pattern cap
              \(mistake.line)
            rule u
              example "[A]"
              counter "b"
              mark X
              pattern cap
            """
        let errors = try #require(throws: GrammarErrors.self) { try compile(text) }.errors
        #expect(errors.count == 1)
        #expect(errors.first?.file == "t.rules")
        #expect(errors.first?.position == SourcePosition(line: 6, column: mistake.column))
        #expect(errors.first?.message.hasPrefix(mistake.message) == true, "\(errors)")
    }

    @Test func allMistakesOfAFileAreNamed() throws {
        let text = """
            macro num = cap
            macro A cap
            macro B = (cap
            macro B = lower
            orphan
              pattern cap
            rule .bad
              pattern CAP
            rule empty
            rule twice
              pattern x:cap? B
              mark X y
              example "[A]"
              counter "b"
            rule twice
              pattern lower*
              mark X
              example "[A]"
              counter "b"
            """
        let errors = try #require(throws: GrammarErrors.self) { try compile(text) }
        #expect(
            errors.description == """
                t.rules:1:7: `num` is a predicate; expected another name
                t.rules:2:9: expected `=`, found `c`
                t.rules:3:15: expected `)` for the group of line 3, column 11; found the end of the line
                t.rules:4:7: the macro `B` is already defined in this file
                t.rules:5:1: expected `rule` or `macro` at the start of a line without indentation
                t.rules:7:1: rule `.bad`: expected a `pattern`
                t.rules:7:1: rule `.bad`: expected `mark` or `evidence`
                t.rules:7:1: rule `.bad`: expected at least one `example`
                t.rules:7:1: rule `.bad`: expected at least one `counter`
                t.rules:7:6: expected an id such as `date.month-day`
                t.rules:8:11: unknown element `CAP`; expected a predicate, a macro defined above, text in quotes or <class>
                t.rules:9:1: rule `empty`: expected a `pattern`
                t.rules:9:1: rule `empty`: expected `mark` or `evidence`
                t.rules:9:1: rule `empty`: expected at least one `example`
                t.rules:9:1: rule `empty`: expected at least one `counter`
                t.rules:12:3: rule `twice`: no capture `y` in the pattern
                t.rules:15:1: rule `twice`: the id is already taken in this file
                t.rules:15:1: rule `twice`: the pattern can match no token at all
                """)
    }

    @Test func idsAreUniqueOverFiles() throws {
        let text = "rule t\n mark X\n pattern cap\n example \"[A]\"\n counter \"b\"\n"
        let sources = ["a", "b"].map { RuleSource(file: $0, text: text) }
        let errors = try #require(throws: GrammarErrors.self) {
            try RuleCompiler(segmenter: Segmenter()).compile(sources)
        }
        #expect(errors.description == "b:1:1: rule `t`: the id is already taken in a")
    }

    @Test func repeatsOfRepeatsHaveABound() throws {
        let errors = try #require(throws: GrammarErrors.self) {
            try compile(Workshop.file("pattern ((((cap+ lower)+ cap)+ lower)+ cap)+"))
        }
        #expect(errors.errors.count == 1)
        #expect(errors.description.contains("the pattern is too large"))
    }

    /// It stands at each mention that the rule finds.
    @Test(arguments: [200, 201])
    func anIDHasAnEnd(length: Int) throws {
        let id = String(repeating: "x", count: length)
        let text = """
            rule \(id)
              pattern cap
              mark X
              example "[A]"
              counter "b"
            """
        if length <= 200 {
            _ = try compile(text)
        } else {
            let errors = try #require(throws: GrammarErrors.self) { try compile(text) }.errors
            #expect(errors.map(\.message) == ["an id of more than 200 bytes"])
        }
    }

    /// Any bytes give rules or errors, and soon.
    @Test func noiseIsRefusedInPeace() throws {
        var random = SplitMix64(seed: 7)
        let pieces = [
            "rule ", "macro ", "pattern ", "left ", "example ", "\n", "\n  ", "\"", "'", "(", ")",
            "<", ">", "|", "?", "*", "+", "{", "}", "1", ",", "a", "cap", "not ", ":", "=", "\\",
            "[", "]", "#", "\u{301}", "\t",
        ]
        for _ in 0..<300 {
            let count = Int.random(in: 0..<60, using: &random)
            let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }
            _ = try? compile(text.joined())
        }
    }
}
