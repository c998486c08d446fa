import Foundation
import Grammar
import Testing

@testable import Dragoman

/// Texts that are as bad as can be for one part of the engine each: twice the text is no more than about twice the work.
///
/// What is counted are the branches of the matchers, and what dates, treaties, people, offices, places and evidence look at.
/// `Benchmarks/Attacks` measures more of them from outside, by instructions.
@Suite(.serialized) struct `Texts made to be slow` {
    private static let extractor = Result { try Extractor() }

    /// The pieces of which each text is made; `#` is another word each time.
    static let pieces = [
        "Ab-", "& ", "“Kono ", "(Kono (Japan ", "Mr. ", "J. ", "A.B.", "# ", "Mr. John # met ",
        "# Smith, Smith, ", "J. # Smith, A. Smith, ", "the # National Bank (#NB), the Bank, ",
        "Foreign Minister # of Japan, ", "Committee of the # of the ", "# & Sons Inc., #, ",
        "5 May ", "5 May 1956, ", "in 1956, ", "1990-", "2019-02-", "2019-02-12T10-",
        "three days after ", "he came on Monday and will come on 5 May, ",
        "the # Treaty was signed, ", "the Treaty of #; the Treaty; it ", "Treaty ",
        "the Treaty of Paris, in 1990, ", "Joint Declaration, 5 May 1990, Japan, ",
        "the Treaty of Paris, Japan, Chad, Peru, ", "the # Treaty (1155 UNTS 331), ",
        "a treaty between Japan and Russia in 1956, ", "Article 9(1)(a) of the # Treaty, ",
        "second reading of the Treaty, ", "Convention on the Rights and Duties and ",
        "the # Treaty was signed on 5 May 1956 and ratified by Japan, France and Italy. ",
    ]

    /// For dates.
    static let dates = [
        "1939-", "May ", "12 May ", "May 5, ", "on 5 May, ", "in the same year, ", "5:30 p.m., ",
        "5:30 p.m. on Monday, ", "on Monday at 5:30 p.m. and at noon, ", "Monday to ",
        "the next day ",
        "it was signed, is signed and will be signed in May ", "\n\nIn 1917, in May, ",
        "two days, from 5 to 7 May, ", "last year's third quarter and ", "three days before ",
        "5 May, 1917 and 6 May, ", "Foreign Minister # of Japan said in 1956 and ",
        "and der und das am 5. Mai 1990, vor drei Tagen, am Montag ", "昭和三十五年五月五日の",
    ]

    @Test(arguments: pieces)
    func `Work is linear`(piece: String) throws {
        let work = try [400, 800].map { try Self.work(Self.text(piece, $0)) }
        #expect(work[1] <= work[0] * 5 / 2 + 100, "\(work)")
    }

    @Test(arguments: dates, ["", "LONDON, March 5 (Reuters) - "])
    func `Work for dates is linear, whether their year is known or inferred`(
        piece: String, dateline: String
    ) throws {
        let work = try [400, 800].map { try Self.work(dateline + Self.text(piece, $0)) }
        #expect(work[1] <= work[0] * 5 / 2 + 100, "\(work)")
    }

    private static func text(_ piece: String, _ count: Int) -> String {
        (0..<count).map { number in
            // Words of one shape, so that a text twice as long has no other letters.
            let word =
                "B"
                + String(1000 + number).map { "aeioulnrst".dropFirst($0.wholeNumberValue!).first! }
            return piece.split(separator: "#", omittingEmptySubsequences: false).joined(
                separator: word)
        }.joined()
    }

    private static func work(
        _ text: String, _ extractor: Extractor? = nil
    ) throws -> Int {
        let extractor = try extractor ?? Self.extractor.get()
        let before = steps(of: extractor)
        _ = extractor.extract(text)
        return steps(of: extractor) - before
    }

    @Test func `Offices that two files of rules tell of are looked at once or twice`() throws {
        var options = Extractor.Options()
        options.rules = [
            RuleSource(
                file: "own.rules",
                text: """
                    rule own.role
                      example  "President [Macron] spoke."
                      counter  "The president spoke."
                      pattern  role:<role> name:cap
                      evidence PERSON 0 name
                    """)
        ]
        let extractor = try Extractor(options: options)
        let work = try [400, 800].map {
            try Self.work(Self.text("He said that President # met the king. ", $0), extractor)
        }
        #expect(work[0] > 400 && work[1] <= work[0] * 5 / 2, "\(work)")
    }

    /// A stranger's lexicon, in which thousands of places have one name.
    @Test func `Places of one name are not compared each with each`() throws {
        let scratch = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).tsv")
        defer { try? FileManager.default.removeItem(at: scratch) }
        let codes = (0..<4000).map { "US-" + String($0, radix: 36, uppercase: true) }
        let rows = codes.map { "Zpringfield\t\tplace.city\tUS\t\($0)" }
        let head = "# source: test\n# license: facts\n# date: 2026-11-29\n"
        let columns = "name\taliases\tclass\tiso3166\tiso3166-2\n"
        try Data((head + columns + rows.joined(separator: "\n")).utf8).write(to: scratch)
        var options = Extractor.Options()
        options.lexicons = [LexiconFile(path: scratch.path)]
        let extractor = try Extractor(options: options)
        let count = 100
        let text = String(repeating: "He was in Zpringfield, Zpringfield, ", count: count)
        let most = ResolutionFacts.mostCandidates
        #expect(extractor.extract(text).entities.map(\.name) == ["Zpringfield"])
        let work = try Self.work(text, extractor)
        #expect(work > count && work <= count * (4 * most * most + 200), "\(work)")
    }

    /// What was counted since the extractor's only workspace was made.
    private static func steps(of extractor: Extractor) -> Int {
        guard let workspace = extractor.workspaces.take() else { return 0 }
        defer { extractor.workspaces.give(back: workspace) }
        let resolution = workspace.resolution
        let found =
            resolution.treaties.steps + resolution.entities.people.steps
            + resolution.entities.chooser.steps + resolution.roles.steps
            + resolution.assembler.steps
        return workspace.matchers.map(\.steps).reduce(0, +) + workspace.dateMemory.steps
            + workspace.dates.values.map(\.steps).reduce(0, +) + found
    }
}
