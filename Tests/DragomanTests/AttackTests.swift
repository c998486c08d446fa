import Testing

@testable import Dragoman

/// Texts that are as bad as can be for one part of the engine each: twice the text is no more than about twice the work.
///
/// What is counted are the branches of the matchers, and what the search for treaties, people and evidence looks at.
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

    @Test(arguments: pieces)
    func `Work is linear`(piece: String) throws {
        let work = try [400, 800].map { try Self.work(Self.text(piece, $0)) }
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

    private static func work(_ text: String) throws -> Int {
        let extractor = try extractor.get()
        let before = steps(of: extractor)
        _ = extractor.extract(text)
        return steps(of: extractor) - before
    }

    /// What was counted since the extractor's only workspace was made.
    private static func steps(of extractor: Extractor) -> Int {
        guard let workspace = extractor.workspaces.take() else { return 0 }
        defer { extractor.workspaces.give(back: workspace) }
        let resolution = workspace.resolution
        return workspace.matchers.map(\.steps).reduce(0, +) + resolution.treaties.steps
            + resolution.entities.people.steps + resolution.assembler.steps
    }
}
