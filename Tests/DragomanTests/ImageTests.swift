import Foundation
import Testing

@testable import Dragoman

@Suite("The lexicon and rules that ship")
struct ImageTests {
    /// The repository, which the tests stand in.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    @Test("The embedded image is what the files in Lexicons compile to")
    func fresh() throws {
        var builder = try ImageBuilder()
        try builder.add(folder: Self.root.appending(path: "Lexicons").path)
        let shipped = try Data(
            contentsOf: Self.root.appending(path: "Sources/CLexicon/en.image"))
        let isFresh = try Data(builder.image()) == shipped
        #expect(
            isFresh,
            "stale: swift run dragoman lexicon build -o Sources/CLexicon/en.image Lexicons")
    }

    @Test("Every rule marks its examples and leaves its counter-examples alone")
    func proofs() throws {
        #expect(try Extractor().checkRules() == [])
    }
}
