import Segmentation
import Testing

@testable import Lexicon

@Suite("The records of a class")
struct RecordTests {
    static let rows = [
        "Nippon\tJapan\tplace.country\t\t200\tJP", "Osaka\tŌsaka\tplace.city\t\t\t",
        "of\t\tword\t\t\t", "Albania\tShqipëria\tplace.country\t\t\tAL",
        "Kobe\t\tplace.city\t\t\tx", "Zaire\t\tplace.former\t\t\tZR",
    ]

    private func names(_ image: [UInt8], _ pattern: String) throws -> [String] {
        let lexicon = try Lexicon([LexiconImage(image)])
        return lexicon.recordSenses(in: lexicon.classes(matching: pattern)).map {
            lexicon.name(of: $0)
        }
    }

    @Test(
        "Each stands once, in the order of the source, with the list of the image and without",
        arguments: [
            ("place.country", ["Nippon", "Albania"]), ("place.city", ["Osaka", "Kobe"]),
            ("place", ["Nippon", "Osaka", "Albania", "Kobe", "Zaire"]), ("word", []), ("none", []),
        ])
    func order(pattern: String, expected: [String]) throws {
        let image = try image(Self.rows)
        #expect(try names(image, pattern) == expected)
        #expect(try names(without(.classSenses, image), pattern) == expected)
    }

    /// The image with a section under a number that nobody knows.
    private func without(_ section: ImageSection, _ image: [UInt8]) throws -> [UInt8] {
        var image = image
        let count = Int(image[12])
        let entry = try #require(
            (0..<count).map { ImageLayout.headerSize + $0 * ImageLayout.tableEntrySize }
                .first { image[$0] == UInt8(section.rawValue) })
        image[entry] = 63
        let sum = image[ImageLayout.headerSize...].withUnsafeBytes { ImageLayout.checksum($0) }
        withUnsafeBytes(of: sum.littleEndian) { image.replaceSubrange(24..<32, with: $0) }
        return image
    }

    @Test("One attribute is that of all")
    func attribute() throws {
        let lexicon = try lexicon(Self.rows[0], Self.rows[3])
        for sense in lexicon.recordSenses(in: lexicon.classes(matching: "place")) {
            let all = lexicon.attributes(of: sense)
            #expect(lexicon.attribute("iso3166", of: sense) == all.first?.value)
            #expect(lexicon.attribute("none", of: sense) == nil)
        }
    }

    @Test(
        "A name is known by its start",
        arguments: [
            ("Nip", true), ("Nippon", true), ("Nippon ", false), ("nip", false), ("", true),
        ])
    func start(start: String, expected: Bool) throws {
        let lexicon = try lexicon(Self.rows[0])
        let sense = try #require(lexicon.recordSenses(in: lexicon.classes(matching: "place")).first)
        #expect(lexicon.hasName(sense, startingWith: start) == expected)
    }

    @Test("Phrases lie by how common they are: what is written small, then names, each by weight")
    func commonness() throws {
        let lexicon = try lexicon(
            "Rare\t\tname\t\t10\t", "the\t\tword\t\t220\t", "Common\t\tname\t\t230\t",
            "seldom\t\tword\t\t60\t", "often\t\tword\t\t120\t", "Often\t\tname\t\t1\t")
        let phrases = ["the", "often", "seldom", "common", "rare"].map {
            lexicon.tables[0].find(TokenHash.of($0)).phrase
        }
        #expect(phrases == [0, 1, 2, 3, 4])
    }
}
