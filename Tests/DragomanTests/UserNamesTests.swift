import Foundation
import Testing

@testable import Dragoman

@Suite struct `A user's lexicon` {
    /// What is found with a lexicon of these names of a class, as `LABEL text`.
    private func found(_ text: String, _ names: [String], of name: String) throws -> [String] {
        let document = try extractor(names, of: name).extract(text)
        return document.mentions.map { "\($0.label.rawValue) \(document.text(of: $0))" }
    }

    private func extractor(_ names: [String], of name: String) throws -> Extractor {
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("user-\(UUID().uuidString).tsv").path
        let head = "# source: test\n# license: facts\n# date: 2026-11-29\n# class: \(name)\nname\n"
        try (head + names.joined(separator: "\n")).write(
            toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        var options = Extractor.Options()
        options.lexicons = [LexiconFile(path: path)]
        options.explain = true
        return try Extractor(options: options)
    }

    @Test(arguments: [
        ("org.company", "ORGANIZATION"), ("org.ours", "ORGANIZATION"), ("place.city", "PLACE"),
        ("place.ours", "PLACE"), ("person.known", "PERSON"), ("person.ours", "PERSON"),
    ])
    func `names are what their class says`(_ name: String, _ label: String) throws {
        for text in ["Zorkling met.", "They spoke of Zorkling there."] {
            #expect(try found(text, ["Zorkling"], of: name) == ["\(label) Zorkling"])
        }
    }

    @Test(arguments: [
        ("reef", "They joined reef there."), ("adidas", "adidas said so."),
        ("the blue reef", "We met at the blue reef."), ("iPhone Club", "an iPhone Club meets"),
        ("北京市", "他们到了北京市。"), ("مكتب", "ذهب إلى مكتب أمس"),
    ])
    func `names need no capitals`(_ name: String, _ text: String) throws {
        #expect(try found(text, [name], of: "org.ours") == ["ORGANIZATION \(name)"])
    }

    @Test func `it wins over the built-in one`() throws {
        #expect(
            try found("Washington met.", ["Washington"], of: "org.company")
                == ["ORGANIZATION Washington"])
    }

    @Test func `not inside a longer name, and of two the longer`() throws {
        #expect(
            try found("They read of George Washington there.", ["Washington"], of: "org.company")
                == ["PERSON George Washington"])
        #expect(
            try found("They ate at Red Fork Inn.", ["Red Fork", "Red Fork Inn"], of: "org.ours")
                == ["ORGANIZATION Red Fork Inn"])
    }

    @Test func `parts of names are no names`() throws {
        #expect(try found("They met the zork.", ["Zork"], of: "org.head").isEmpty)
    }

    @Test func `the explanation names the class`() throws {
        let document = try extractor(["Zorkling"], of: "org.ours").extract("Zorkling met.")
        let evidence = try #require(document.mentions.first?.explanation.first)
        #expect(evidence == Evidence(source: "lexicon:org.ours", weight: 30))
    }
}
