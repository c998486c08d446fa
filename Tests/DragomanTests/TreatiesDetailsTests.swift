import Testing

@testable import Dragoman

@Suite struct `Parts, ratifications and doubts of treaties` {
    private static let extractor = Result { try Extractor() }

    private func treaties(_ text: String) throws -> (mentions: [Mention], records: [TreatyRecord]) {
        let document = try Self.extractor.get().extract(text)
        return (
            document.mentions.filter { $0.label == .treaty }, document.entities.compactMap(\.treaty)
        )
    }

    @Test(arguments: [
        ("Article 5 of the North Atlantic Treaty was invoked.", ["Article 5"]),
        ("They acted under Chapter VII of the Charter of the United Nations.", ["Chapter VII"]),
        ("It recalled Article 2, paragraph 4, of the Charter.", ["Article 2(4)"]),
        ("It recalled paragraph 4 of Article 2 of the Charter.", ["Article 2(4)"]),
        ("It recalled Article 2 (4) of the Charter.", ["Article 2(4)"]),
        (
            "It recalled paragraphs 3 and 4 of Article 2 of the Charter.",
            ["Article 2(3)", "Article 2(4)"]
        ),
        ("Articles 55 and 56 of the Charter oblige us.", ["Article 55", "Article 56"]),
        ("Articles 1, 2 and 3 of our Charter oblige us.", ["Article 1", "Article 2", "Article 3"]),
        ("Articles 39 to 42 of the Charter oblige us.", ["Article 39-42"]),
        ("We refer to Art. VI of the NPT.", ["Article VI"]),
        ("We refer to Article 6 bis of the NPT.", ["Article 6 bis"]),
        ("The preamble to the Charter says so.", ["Preamble"]),
        ("The annex to the Paris Agreement says so.", ["Annex"]),
        ("Annex B to the Kyoto Protocol lists them.", ["Annex B"]),
        ("Article 3 of the 1949 North Atlantic Treaty says so.", ["Article 3"]),
        ("Chapter VI and Article 51 of the Charter hold.", ["Chapter VI", "Article 51"]),
        ("The Charter's Article 51 holds.", ["Article 51"]),
        ("The Charter (Article 51) holds.", ["Article 51"]),
        ("The NPT, article X, lets it withdraw.", ["Article X"]),
    ])
    func `the part that is meant goes with the mention`(_ text: String, _ parts: [String]) throws {
        #expect(try treaties(text).mentions.map(\.provisions) == [parts])
    }

    @Test(arguments: [
        "The 51 members of the North Atlantic Treaty met.",
        "An article on the North Atlantic Treaty appeared.",
        "He wrote part of the North Atlantic Treaty.",
        "In section 3 he spoke of the North Atlantic Treaty.",
        "Parties to the Kyoto Protocol met.",
    ])
    func `what is no part`(_ text: String) throws {
        #expect(try treaties(text).mentions.map(\.provisions) == [[]])
    }

    @Test func `a part goes with the treaty that it is of`() throws {
        let found = try treaties(
            "Under the Charter, Article 5 of the North Atlantic Treaty is lawful.")
        #expect(found.mentions.map(\.provisions) == [[], ["Article 5"]])
    }

    @Test(arguments: [
        (
            "Peru and Ecuador ratified the border treaty on 3 March 1911.",
            ["PE 1911-03-03", "EC 1911-03-03"]
        ),
        ("The border treaty was ratified by Peru, Chile and Ecuador.", ["PE", "CL", "EC"]),
        ("Kenya has now ratified the Kyoto Protocol.", ["KE"]),
        ("Japan's ratification of the Kyoto Protocol came in 2002.", ["JP 2002"]),
        ("Japan’s parliament ratified the Kyoto Protocol in 2002.", ["JP 2002"]),
        ("The parliaments of Peru and Ecuador ratified the border treaty.", ["PE", "EC"]),
        ("The border treaty between Peru and Ecuador was ratified in 1911.", []),
        ("Kenya has not ratified the Kyoto Protocol.", []),
        ("In Kenya nobody spoke while parliament ratified the Kyoto Protocol.", []),
    ])
    func `who ratified`(_ text: String, _ who: [String]) throws {
        let records = try treaties(text).records
        let found = records.flatMap(\.ratifications).map {
            $0.by + ($0.date.map { " " + $0 } ?? "")
        }
        #expect(found == who)
    }

    @Test(arguments: [
        ("The Convention on Cybercrime, ETS No. 185, ETS No. 189, was signed.", ["ets=ETS 185"]),
        (
            "The Convention on Cybercrime, ETS No. 185. The Convention on Cybercrime, ETS No. 190.",
            ["ets=ETS 185"]
        ),
        (
            "The North Atlantic Treaty, 34 UNTS 243, TIAS 1964.",
            ["unts=34 UNTS 243", "tias=TIAS 1964"]
        ),
    ])
    func `where it was published, once a collection`(_ text: String, _ ids: [String]) throws {
        let document = try Self.extractor.get().extract(text)
        let treaty = try #require(document.entities.first { $0.label == .treaty })
        #expect(treaty.ids.map { "\($0.scheme)=\($0.value)" } == ids)
    }

    @Test func `a name of several treaties is ambiguous, and says which`() throws {
        let record = try #require(try treaties("They signed the Treaty of Paris.").records.first)
        #expect(record.candidates.count > 1)
        #expect(record.candidates.contains { $0.made == "1763-02-10" })
        #expect(record.signed == nil)
    }

    @Test(arguments: [
        "The Treaty of Paris of 1763 ended a war.",
        "The Treaty of Paris ended the war. It was the Treaty of Paris of 1763.",
    ])
    func `a date decides, for what was said before too`(_ text: String) throws {
        let records = try treaties(text).records
        #expect(records.map(\.candidates) == [[]])
        #expect(records.map(\.signed) == ["1763-02-10"])
    }
}
