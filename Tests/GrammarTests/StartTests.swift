import Lexicon
import SeededRandom
import Segmentation
import Testing

@testable import Grammar

/// Rules are tried from few tokens, and nothing is missed by that.
@Suite struct StartTests {
    @Test(arguments: 0..<24)
    func findsWhatIsFoundFromEveryToken(seed: Int) throws {
        let workshop = try Workshop()
        var random = SplitMix64(seed: UInt64(seed) &+ 1000)
        var compared = 0
        for _ in 0..<12 {
            let text = (0..<Int.random(in: 1...90, using: &random)).map {
                "rule t\($0)\n  example \"[x]\"\n  counter \"y\"\n  mark X\n" + body(using: &random)
            }.filter { (try? workshop.rules($0)) != nil }.joined(separator: "\n")
            let rules = try workshop.rules(text)
            let matcher = Matcher(rules)
            let thorough = Matcher(rules, triesAll: true)
            var (matches, all) = (RuleMatches(rules), RuleMatches(rules))
            for _ in 0..<6 {
                var tokens = TokenBuffer()
                var hits = HitBuffer()
                workshop.read(sample(using: &random), &tokens, &hits)
                matcher.match(tokens, hits: hits, into: &matches)
                thorough.match(tokens, hits: hits, into: &all)
                #expect(Array(matches) == Array(all), "\(text)\nin “\(tokens.text)”")
                #expect(matches.captures == all.captures)
                compared += all.count
            }
        }
        #expect(compared > 100)
    }

    @Test(arguments: [
        ("pattern <title> \"met\" <place>", "Foreign Minister of State met South Korea"),
        ("pattern <title> <title> \"zebra\"", "Foreign Minister of State Minister zebra"),
        ("pattern <place>{1,3} \"zebra\"", "South Korea Japan South Korea zebra"),
        ("pattern \"one\" para \"two\" \"zebra\"", "one\n\ntwo zebra"),
        ("pattern cap any \"zebra\"\nacross sentences", "One. Zebra"),
        ("pattern (\"a\" | <title>) any{0,9} \"zebra\"", "Foreign Minister of State a b zebra"),
    ])
    func anchorsAreReachedOverAnything(lines: String, text: String) throws {
        let workshop = try Workshop()
        #expect(try workshop.spans(workshop.rules(Workshop.file(lines)), in: text).first == text)
    }

    /// Lines of a rule that may begin with anything, with something rare in or after it.
    private func body(using random: inout SplitMix64) -> String {
        let rare = [
            "<place>", "<month>", "\"treaty\"", "'Pact'", "num(1,31)", "ordinal(1,31)", "decade",
            "digits(2)", "suffix(\"ish\")", "prefix(\"mid\")", "<title>", "<y>",
            "(\"treaty\" | <month>)", "not (\"a\" | cap | <x>)",
        ]
        let loose = [
            "cap{0,3}", "any{0,2}", "word*", "(not (punct | <x>)){0,2}", "\"the\"?", "para?",
        ]
        func part() -> String {
            switch Int.random(in: 0..<4, using: &random) {
            case 0: Node.random(depth: 2, captures: false, using: &random).source
            case 1: rare.randomElement(using: &random) ?? ""
            case 2: "p:(" + (rare.randomElement(using: &random) ?? "") + ")"
            default: loose.randomElement(using: &random) ?? ""
            }
        }
        func parts(_ most: Int) -> String {
            (0..<Int.random(in: 1...most, using: &random)).map { _ in part() }
                .joined(separator: " ")
        }
        var lines = "  pattern \(parts(4))\n"
        if Int.random(in: 0..<3, using: &random) == 0 { lines += "  pattern \(parts(3))\n" }
        for side in ["left", "right"] where Int.random(in: 0..<3, using: &random) == 0 {
            lines += "  \(side) \(Bool.random(using: &random) ? "not " : "")(\(parts(2)))\n"
        }
        if Int.random(in: 0..<4, using: &random) == 0 { lines += "  across sentences\n" }
        return lines
    }

    private func sample(using random: inout SplitMix64) -> String {
        let words = [
            "a", "b", "c", "A", "B", ".", ",", "the", "treaty", "Treaty", "Pact", "pact", "May",
            "may", "South Korea", "South", "Seoul", "Japan", "Foreign Minister of State",
            "Minister", "12", "1956", "3rd", "1990s", "Turkish", "midweek", "met", "US", "-",
        ]
        let gaps = [" ", " ", " ", " ", "\n\n", ". ", ""]
        return (0..<Int.random(in: 0...30, using: &random)).map { _ in
            (words.randomElement(using: &random) ?? "a")
                + (gaps.randomElement(using: &random) ?? " ")
        }.joined()
    }
}

extension TokenBuffer {
    fileprivate var text: String { String(decoding: utf8, as: UTF8.self) }
}
