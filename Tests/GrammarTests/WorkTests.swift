import Grammar
import Lexicon
import Segmentation
import Testing

/// Work grows with the text and never with the ways in which a pattern can match.
@Suite struct WorkTests {
    private func steps(_ lines: String, _ text: String) throws -> Int {
        let workshop = try Workshop()
        let rules = try workshop.rules(Workshop.file(lines))
        let matcher = Matcher(rules)
        var tokens = TokenBuffer()
        var hits = HitBuffer()
        var matches = RuleMatches(rules)
        workshop.read(text, &tokens, &hits)
        matcher.match(tokens, hits: hits, into: &matches)
        return matcher.steps
    }

    /// Patterns that make a matcher without memory take exponential time.
    static let hardPatterns = [
        "pattern (\"q\"+)+ upper",
        "pattern ((\"q\" | \"q\" \"q\" | any)*){0,2} upper",
        "pattern (\"q\"? \"q\"? \"q\"? \"q\"?)+ upper",
        "pattern \"q\"\nleft upper (\"q\"+ \"q\"+)+",
        "pattern \"q\"+\nright (\"q\"* \"q\"*)* upper",
        "pattern (<x>+ | <y>+)+ upper",
    ]

    @Test(arguments: hardPatterns)
    func growsWithTheText(lines: String) throws {
        let words = lines.contains("<x>") ? "a b c " : "q q q "
        let work = try [25, 50, 75].map { try steps(lines, String(repeating: words, count: $0)) }
        #expect(work[0] > 0)
        #expect(work[2] - work[1] == work[1] - work[0])
    }

    @Test func rulesThatCannotStartCostNothing() throws {
        let text = String(repeating: "nothing here begins with it, ", count: 100)
        #expect(try steps("pattern \"treaty\" any*", text) == 0)
        #expect(try steps("pattern <month> any*", text) == 0)
        #expect(try steps("pattern any{0,3} (\"treaty\" | <month> | 'Pact')", text) == 0)
        #expect(try steps("pattern x:(cap | num(1,31) | 'Treaty')+ any*", text) == 0)
    }

    @Test func rulesThatCannotReachTheirAnchorCostNothing() throws {
        let rule = "pattern cap{0,5} \"zebra\""
        let alone = try steps(rule, "zebra")
        #expect(alone > 0)
        #expect(try steps(rule, "Aa Bb cc zebra") == alone)
        #expect(try steps(rule, "Aa Bb. Zebra") == steps(rule, "Zebra"))
        #expect(try steps(rule, "Aa Bb zebra") > alone)
    }

    @Test func tokensWithDigitsAreMarked() throws {
        let workshop = try Workshop()
        let rules = try workshop.rules(Workshop.file("pattern x:<place>"))
        let matcher = Matcher(rules)
        var matches = RuleMatches(rules)
        for text in ["in 1990 a b2", "", String(repeating: "a 7 ", count: 70), "none"] {
            var tokens = TokenBuffer()
            var hits = HitBuffer()
            workshop.read(text, &tokens, &hits)
            matcher.match(tokens, hits: hits, into: &matches)
            #expect(matches.digits.count == (tokens.tokens.count + 63) / 64)
            for (place, token) in tokens.tokens.enumerated() {
                let isMarked = matches.digits[place / 64] >> UInt64(place % 64) & 1 != 0
                #expect(isMarked == token.flags.contains(.hasDigit), "\(place) in “\(text)”")
            }
        }
    }

    @Test func buffersAreUsedAgain() throws {
        let workshop = try Workshop()
        let rules = try workshop.rules(Workshop.file("pattern x:<place>"))
        let matcher = Matcher(rules)
        var tokens = TokenBuffer()
        var hits = HitBuffer()
        var matches = RuleMatches(rules)
        for (text, count) in [("Japan and Seoul", 2), ("", 0), ("Seoul", 1), ("none", 0)] {
            workshop.read(text, &tokens, &hits)
            matcher.match(tokens, hits: hits, into: &matches)
            #expect(matches.count == count)
            #expect(matches.captures.count == count)
        }
    }
}
