import Lexicon
import Segmentation
import Testing

@testable import Grammar

/// Anchors are the rarest parts of a pattern, as far as anybody knows.
@Suite struct CommonnessTests {
    private func commonness() throws -> Commonness {
        let text = """
            # Words
            # source: written for these tests
            # license: Apache-2.0
            # date: 2026-11-29
            # case: any
            name\tclass\tweight
            the\tword.function\t232
            house\tword.noun\t160
            zebra\tword.noun\t110
            peace\tword.noun\t151
            zebra\ttreaty.noun.strong\t
            peace\ttreaty.modifier\t
            house of peace\ttreaty.noun.weak\t
            """
        return Commonness([try LexiconSource(text: text, file: "words.tsv")])
    }

    @Test func frequenciesComeFromTheWeightsOfWords() throws {
        let commonness = try commonness()
        #expect(abs(commonness.frequency(of: "The", isExact: false) - 54_117) < 100)
        #expect(
            commonness.frequency(of: "zebra", isExact: false)
                < commonness.frequency(of: "house", isExact: false))
        #expect(
            commonness.frequency(ofClass: "treaty.noun")
                < commonness.frequency(ofClass: "treaty.modifier"))
        #expect(
            commonness.frequency(ofClass: "treaty.noun")
                > commonness.frequency(ofClass: "treaty.noun.strong"))
    }

    @Test(arguments: [
        ("\"house\" \"zebra\"", "zebra"), ("\"the\"? \"zebra\" \"house\" any", "zebra"),
        ("cap{0,3} x:(\"house\" | \"zebra\") \"the\"", "house zebra"), ("\"zebra\" any*", "zebra"),
        ("<treaty.modifier> \"the\" <treaty.noun>", "<treaty.noun>"), ("cap lower", ""),
        ("(not \"zebra\") \"the\"", ""), ("cap 'Zebra' num(1,31)", "zebra"),
    ])
    func theRarestPartIsTheAnchor(pattern: String, anchor: String) throws {
        let compiler = RuleCompiler(segmenter: try Segmenter(), commonness: try commonness())
        let program = try compiler.compile([
            RuleSource(file: "t.rules", text: Workshop.file("pattern \(pattern)"))
        ])
        let tables = program.tables
        let texts = ["the", "house", "zebra", "peace"].filter { word in
            tables.anchors.contains { test in
                test.wide == TokenHash.of(word)
                    || test.operation == .exact
                        && tables.exact.contains { $0.hash == TokenHash.of(word) }
            }
        }
        let classes = tables.anchors.filter { $0.operation == .hit }.flatMap { test in
            tables.classNames[tables.classLists[Int(test.a)].range]
                .map { "<\(tables.string($0))>" }
        }
        #expect((texts + classes).joined(separator: " ") == anchor)
    }

    @Test func noRulesMatchNothing() throws {
        let workshop = try Workshop()
        let rules = try workshop.rules("# nothing\n")
        #expect(workshop.spans(rules, in: "Seoul in May") == [])
    }
}
