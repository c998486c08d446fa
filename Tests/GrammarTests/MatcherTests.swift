import Grammar
import Lexicon
import Segmentation
import Testing

/// What each element and each way to join them holds for.
@Suite struct MatcherTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let lines: String
        let text: String
        let spans: [String]

        init(_ lines: String, _ text: String, _ spans: [String]) {
            self.lines = lines
            self.text = text
            self.spans = spans
        }

        var testDescription: String { "\(lines) in “\(text)”" }
    }

    static let elements: [Case] = [
        Case("pattern \"peace treaty\"", "Peace  TREATY, peace", ["Peace  TREATY"]),
        Case("pattern 'US'", "US us Us", ["US"]),
        Case("pattern 'King of'", "King of, king of", ["King of"]),
        Case("pattern \"o\\u{2019}brien\"", "O'Brien", ["O'Brien"]),
        Case("pattern <place> \"'s\"", "Japan's, Seoul’s, Japan 's", ["Japan's", "Seoul’s"]),
        Case("pattern <place>", "Seoul and Japan", ["Seoul", "Japan"]),
        Case("pattern <place.city>", "Seoul and Japan", ["Seoul"]),
        Case("pattern <place.city | month>", "Seoul in May", ["Seoul", "May"]),
        Case("pattern <place>", "South Korea", ["South Korea"]),
        Case("pattern <place> \"Korea\"", "South Korea", ["South Korea"]),
        Case("pattern <month>", "He may go in May", ["May"]),
        Case("pattern cap", "He met US Mr T iPhone", ["He", "US", "Mr", "T"]),
        Case("pattern upper", "He met US T", ["US"]),
        Case("pattern lower", "He met US 5", ["met"]),
        Case("pattern initial", "He met T US", ["T"]),
        Case("pattern capitalized", "He met T US O'Brien", ["He", "O'Brien"]),
        Case("pattern mixed", "iPhone Phone", ["iPhone"]),
        Case("pattern word", "on 5, 19th", ["on", "19th"]),
        Case("pattern number", "on 5, 3.5", ["5", "3.5"]),
        Case("pattern punct", "on 5, 3.", [",", "."]),
        Case("pattern any", "on 5,", ["on", "5", ","]),
        Case("pattern num(1,31)", "0 1 07 31 32 1,000 31st", ["1", "07", "31"]),
        Case("pattern num(1000,2000)", "1,000 1956", ["1,000", "1956"]),
        Case("pattern digits(4)", "1956 195 19567 1,00", ["1956"]),
        Case("pattern digits(2)", "07 7", ["07"]),
        Case(
            "pattern ordinal(1,31)", "1st 2ND 3rd 4th 11th 12th 13th 21st 32nd 1th 0th 11st",
            ["1st", "2ND", "3rd", "4th", "11th", "12th", "13th", "21st"]),
        Case("pattern decade", "1990s 90s 1991s 1990 990s 20S", ["1990s", "90s", "20S"]),
        Case(
            "pattern suffix(\"ISH\")", "Turkish ish finish SPANISH",
            ["Turkish", "finish", "SPANISH"]),
        Case("pattern prefix(\"mid\")", "Mid mid-May midweek", ["midweek"]),
        Case("pattern suffix(\"ção\")", "NAÇÃO ção nacao", ["NAÇÃO"]),
    ]

    static let gaps: [Case] = [
        Case("pattern \"a\" nospace \"-\"", "a- a -", ["a-"]),
        Case("pattern \"a\" space \"-\"", "a- a -", ["a -"]),
        Case("pattern start cap", "One Two. Three Four", ["One", "Three"]),
        Case("pattern word \".\" end", "One. Two.", ["One.", "Two."]),
        Case("pattern para word", "One. Two\n\nThree", ["One", "Three"]),
        Case("pattern line word", "One\nTwo three", ["One", "Two"]),
        Case("pattern not start cap", "One Two", ["Two"]),
        Case("pattern \"x\" not space any", "x y x,", ["x,"]),
        Case("pattern \"one\" \"two\"", "one\n\ntwo", []),
        Case("pattern \"one\" para \"two\"", "one\n\ntwo", ["one\n\ntwo"]),
        Case("pattern \"one\" para? \"two\"", "one\n\ntwo", ["one\n\ntwo"]),
        Case("pattern \".\" cap", "End. Start", []),
        Case("pattern \".\" cap\nacross sentences", "End. Start", [". Start"]),
        Case("pattern \"one\" \"two\"\nacross sentences", "one\n\ntwo", []),
    ]

    static let joints: [Case] = [
        Case("pattern \"a\" \"b\"?", "a b a", ["a b", "a"]),
        Case("pattern \"q\"*  \"r\"", "q q r", ["q q r", "q r", "r"]),
        Case(
            "pattern \"q\"+", "q q q q q q q q q q",
            Array(repeating: "q q q q q q q q", count: 3)
                + (1...7).reversed().map { Array(repeating: "q", count: $0).joined(separator: " ") }
        ),
        Case("pattern \"q\"{2}", "q q q", ["q q", "q q"]),
        Case("pattern \"q\"{2,3} \"r\"", "q r q q r", ["q q r"]),
        Case("pattern (\"q\" | \"q r\")", "q r", ["q r"]),
        Case("pattern \"q\"\npattern \"q r\"", "q r", ["q r"]),
        Case("pattern \"q\" | \"r\"", "q r", ["q", "r"]),
        Case("pattern (\"q\" \"r\"?)+ \"s\"", "q r q s", ["q r q s", "q s"]),
        Case("pattern not \"q\"", "q r", ["r"]),
        Case("pattern not (\"q\" | num(1,9) | <month>)", "q r 5 12 May", ["r", "12"]),
        Case("pattern \"q\" (not \"s\")* \"s\"", "q r r s", ["q r r s"]),
        Case("pattern \"q\" not \"r\"", "q", []),
        Case(
            "pattern \"minister\" \"of\"\npattern <title>", "Foreign Minister of",
            [
                "Foreign Minister", "Minister of",
            ]),
    ]

    static let contexts: [Case] = [
        Case("pattern num(1,9)\nleft \"page\"", "page 5, 6", ["5"]),
        Case("pattern num(1,9)\nleft not \"page\"", "1 page 5, 6", ["1", "6"]),
        Case("pattern num(1,9)\nleft not \"page\"\nleft not \",\"", "1 page 5, 6", ["1"]),
        Case("pattern num(1,9)\nleft not \"on page\"", "on page 1 page 2", ["2"]),
        Case("pattern num(1,9)\nleft \"on\" \"page\"? ", "on page 1 on 2 page 3", ["1", "2"]),
        Case(
            "pattern cap\nleft <title> \",\"?", "Foreign Minister Kono, Minister, Abe",
            [
                "Kono", "Abe",
            ]),
        Case(
            "pattern cap\nleft \"the\" <title>", "the Foreign Minister Kono, Minister Abe", ["Kono"]
        ),
        Case("pattern cap\nleft <title>\nleft not \"former\" <title>", "former Minister Abe", []),
        Case("pattern cap\nleft not <place>", "Seoul Kim", ["Seoul"]),
        Case("pattern word\nleft \".\"", "End. Start", []),
        Case("pattern word\nleft not \".\"", "End. Start", ["End", "Start"]),
        Case("pattern word\nleft \".\"\nacross sentences", "End. Start", ["Start"]),
        Case("pattern word\nleft \".\" para", "End.\n\nStart", ["Start"]),
        Case("pattern word\nleft start", "One two", ["One"]),
        Case("pattern \"q\"+\nright \"r\"", "q q r", ["q q", "q"]),
        Case("pattern \"q\"+\nright \"q\"", "q q q", ["q q", "q"]),
        Case("pattern \"q\"\nright not \"r\"", "q r q", ["q"]),
        Case("pattern \"q\"\nright not any", "q. Q", ["Q"]),
        Case("pattern word \".\"\nright end", "One. Two", ["One."]),
        Case(
            "pattern <title>\nright \"of\"", "Foreign Minister of",
            [
                "Foreign Minister", "Minister",
            ]),
    ]

    @Test(arguments: elements + gaps + joints + contexts)
    func finds(_ example: Case) throws {
        let workshop = try Workshop()
        let rules = try workshop.rules(Workshop.file(example.lines))
        #expect(workshop.spans(rules, in: example.text) == example.spans)
    }

    @Test func capturesWithTheirHits() throws {
        let workshop = try Workshop()
        let rules = try workshop.rules(
            Workshop.file(
                "pattern month:<month> \".\"? day:(\"the\"? d:num(1,31)) year:num(1000,2100)?\nmark DATE day"
            ))
        var tokens = TokenBuffer()
        var hits = HitBuffer()
        var matches = RuleMatches(rules)
        workshop.read("On May the 12.", &tokens, &hits)
        Matcher(rules).match(tokens, hits: hits, into: &matches)
        let match = try #require(matches.first)
        #expect(matches.count == 1)
        #expect(match.whole == 1..<4)
        #expect(match.span == 2..<4)
        let month = try #require(matches[match, "month"])
        #expect(month.tokens == 1..<2)
        #expect(month.hit.map { hits[$0].tokens } == 1..<2)
        #expect(matches[match, "day"]?.tokens == 2..<4)
        #expect(matches[match, "day"]?.hit == nil)
        #expect(matches[match, "d"]?.tokens == 3..<4)
        #expect(matches[match, "year"] == nil)
        #expect(matches[match, "nowhere"] == nil)
        #expect(matches.captures(of: match).count == 3)
        #expect(matches.rule(of: match).id == "t")
    }

    /// A mark on a capture that took nothing marks nothing.
    @Test func anEmptyCaptureMarksNothing() throws {
        let workshop = try Workshop()
        let rules = try workshop.rules(Workshop.file("pattern \"q\" x:\"r\"?\nmark X x"))
        #expect(workshop.spans(rules, in: "q q r") == ["r"])
    }

    /// The capture of a repeat is what it took last; one that was given up is forgotten.
    @Test func capturesFollowThePathTaken() throws {
        let workshop = try Workshop()
        let rules = try workshop.rules(
            Workshop.file("pattern (x:\"q\" \"s\" | \"q\" \"r\" | x:\"z\" )+\nmark X x"))
        #expect(workshop.spans(rules, in: "q r z") == ["z", "z"])
        #expect(workshop.spans(rules, in: "q r") == [])
    }

    @Test func matchesOfARuleStopAt64Tokens() throws {
        let workshop = try Workshop()
        let rules = try workshop.rules(Workshop.file("pattern (\"q\"{64})+"))
        let text = Array(repeating: "q", count: 70).joined(separator: " ")
        #expect(workshop.spans(rules, in: text).count == 7)
        let longer = try workshop.rules(Workshop.file("pattern \"q\"{64} \"q\""))
        #expect(workshop.spans(longer, in: text).isEmpty)
    }

    @Test func emptyTextsMatchNothing() throws {
        let workshop = try Workshop()
        let rules = try workshop.rules(Workshop.file("pattern any+\nleft not any\nright end"))
        #expect(workshop.spans(rules, in: "").isEmpty)
        #expect(workshop.spans(rules, in: " \n ").isEmpty)
    }

    /// More tests before one token than a way on from a junction holds.
    @Test func manyTestsMustFail() throws {
        let workshop = try Workshop()
        let words = (100..<300).map { "prefix(\"x\($0)\")" }.joined(separator: " | ")
        let rules = try workshop.rules(
            Workshop.file("pattern not (\(words)) not (\(words)) \"q\""))
        #expect(try workshop.spans(rules, in: "a b q") == ["a b q"])
        #expect(try workshop.spans(rules, in: "a x150b q").isEmpty)
        #expect(try workshop.spans(rules, in: "x299b b q").isEmpty)
    }
}
