import Lexicon
import Segmentation
import Testing

@testable import Dragoman

/// Twice the names must not take more than about twice the work.
@Suite struct `Work of resolution` {
    /// Distinct made-up words: `Ba`, `Bab`, …
    private func word(_ number: Int) -> String {
        var number = number + 1
        var word = "B"
        while number > 0 {
            word += ["a", "e", "i", "o", "u", "an", "en", "or", "ul", "is"][number % 10]
            number /= 10
        }
        return word
    }

    private func steps(ofPeople count: Int) throws -> Int {
        // All with one surname, then the surname alone again and again; and many who differ in the middle only.
        var string = ""
        for number in 0..<count {
            string += "\(word(number)) Smith and Ann \(word(number)) Lee and "
        }
        for _ in 0..<count { string += "Smith and " }
        let lexicon = try Lexicon([])
        var text = TokenBuffer()
        try Segmenter().segment(string, into: &text)
        var hits = HitBuffer()
        lexicon.findHits(in: text, into: &hits)
        let names = text.tokens.split { $0.hash == TokenHash.of("and") }.map {
            NameSpan(tokens: $0.startIndex..<$0.endIndex, kind: .person)
        }
        var resolver = EntityResolver()
        resolver.resolve(
            names, anchor: nil, text, hits, ResolutionFacts(lexicon: lexicon, rules: []))
        return resolver.people.steps
    }

    @Test func `People`() throws {
        let (few, many) = (try steps(ofPeople: 1000), try steps(ofPeople: 2000))
        #expect(few > 1000)
        #expect(many < few * 5 / 2)
    }

    private func steps(ofTreaties count: Int) throws -> Int {
        let string = (0..<count).map {
            """
            The \(word($0)) Treaty was signed in 1956. The agreement on \(word($0)) was ratified. The Convention \
            holds. They signed a treaty on \(word($0 / 2)). The treaty is good.
            """
        }.joined(separator: " ")
        return try TreatiesHarness.shared.get().steps(string)
    }

    @Test func `Treaties`() throws {
        let (few, many) = (try steps(ofTreaties: 1000), try steps(ofTreaties: 2000))
        #expect(few > 1000)
        #expect(many < few * 5 / 2)
    }

    @Test func `Evidence of treaties`() {
        #expect(assemblerSteps(2000) < assemblerSteps(1000) * 5 / 2)
    }

    /// Work for the evidence of so many treaties, each with a date and a date inside it.
    private func assemblerSteps(_ count: Int) -> Int {
        var text = TokenBuffer()
        text.tokens = (0..<UInt32(count * 10)).map {
            Token(start: $0 * 2, end: $0 * 2 + 1, hash: 1, kind: .word, shape: .lower, flags: [])
        }
        let assembler = DocumentAssembler()
        let notation = DateNotation(type: "DATE", timex: "1956")
        let input = DocumentAssembler.Input(
            names: [],
            dates: (0..<count).flatMap { number in
                [number * 10 + 1, number * 10 + 5].map {
                    FoundDate(
                        tokens: $0..<$0 + 1, label: .date, notation: notation,
                        resolution: .explicit, rule: "test")
                }
            },
            treaties: (0..<count).map {
                FoundTreaty(
                    tokens: $0 * 10..<$0 * 10 + 3, mention: .name, rule: "test", record: $0)
            },
            treatyEntities: (0..<count).map {
                FoundTreatyEntity(
                    name: "Treaty", record: TreatyRecord(kind: "treaty"),
                    evidence: [$0 * 10 + 5..<$0 * 10 + 6, $0 * 10 + 1..<$0 * 10 + 2])
            },
            labels: LabelSet(Label.standard), nested: false)
        assembler.assemble(input, EntityGroups(), roles: [], text)
        #expect(assembler.mentions.count == count * 3)
        #expect(assembler.treaties[1].record.evidence == [4, 5])
        return assembler.steps
    }
}
