import Grammar
import Testing

/// Examples and counter-examples are run, and what fails is named.
@Suite struct RuleProofTests {
    private func failures(_ text: String) throws -> [String] {
        let workshop = try Workshop()
        return RuleProof.check(
            try workshop.rules(text), segmenter: workshop.segmenter, lexicon: workshop.lexicon
        ).map(\.description)
    }

    @Test func rulesThatKeepTheirWordPass() throws {
        let found = try failures(
            """
            rule names
              example "He met [Anna Maria Berg] and [Kim]."
              counter "nobody was there."
              pattern name:cap+
              left not start
              mark PERSON name
            rule months
              example "In [May]\\n\\n[February]"
              counter "It may rain."
              pattern <month>
              evidence DATE 1
            """)
        #expect(found.isEmpty)
    }

    @Test func rulesThatDoNotAreNamed() throws {
        let found = try failures(
            """
            rule names
              example "He met [Anna] Berg."
              counter "Nobody was there."
              example "[nobody] was there."
              pattern cap+
              mark PERSON
            rule planets
              example "[Mars]"
              counter "Moon"
              pattern <planet>
              mark PLACE
            """)
        #expect(
            found == [
                "test.rules:2: rule `names`: expected \"He met [Anna] Berg.\", found \"[He] met [Anna Berg].\"",
                "test.rules:4: rule `names`: expected \"[nobody] was there.\", found nothing in \"nobody was there.\"",
                "test.rules:3: rule `names`: expected nothing in \"Nobody was there.\", found \"[Nobody] was there.\"",
                "test.rules:7: rule `planets`: the lexicon has no class `planet`",
                "test.rules:8: rule `planets`: expected \"[Mars]\", found nothing in \"Mars\"",
            ])
    }

    @Test func unknownClassesAreNamed() throws {
        let workshop = try Workshop()
        let rules = try workshop.rules(Workshop.file("pattern <planet|month|moon>"))
        #expect(rules.unknownClasses.map(\.name) == ["moon", "planet"])
        #expect(rules.unknownClasses.map(\.rules) == [["t"], ["t"]])
        #expect(workshop.spans(rules, in: "In May") == ["May"])
    }
}
