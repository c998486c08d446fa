import Segmentation
import Testing

@testable import Lexicon

@Suite("Look-up of phrases over tokens")
struct LookupTests {
    @Test("The longest phrase comes first, and all overlaps are there")
    func longestFirst() throws {
        let lexicon = try lexicon(
            "New York\t\tplace.city", "New York Times\t\torg.media", "York\t\tplace.city")
        #expect(
            try found("the New York Times", in: lexicon)
                == ["New York Times:org.media", "New York:place.city", "York:place.city"])
    }

    @Test(
        "Case tells acronyms from words and leaves headlines alone",
        arguments: [
            ("US troops", ["US:place"]), ("tell us", []), ("Us", []), ("TOKYO", ["TOKYO:place"]),
            ("Tokyo", ["Tokyo:place"]), ("tokyo", []), ("a treaty", ["treaty:noun"]),
            ("A Treaty", ["Treaty:noun"]), ("Bank OF England", ["Bank OF England:org"]),
            ("bank of England", []),
        ])
    func cases(text: String, expected: [String]) throws {
        let lexicon = try lexicon(
            "US\t\tplace", "Tokyo\t\tplace", "treaty\t\tnoun", "Bank of England\t\torg")
        #expect(try found(text, in: lexicon) == expected)
    }

    @Test("Names written small are hits of their own kind")
    func lowered() throws {
        let lexicon = try lexicon("Tokyo\t\tplace")
        var buffer = TokenBuffer()
        try Segmenter().segment("tokyo", into: &buffer)
        var hits = HitBuffer()
        lexicon.findHits(in: buffer, into: &hits)
        #expect(hits.all().count == 1)
        #expect(hits.all()[0].classes.isEmpty)
        #expect(hits.all()[0].lowered == lexicon.classes(matching: "place"))
    }

    @Test(
        "Apostrophes, hyphens and accents match in their variants",
        arguments: [
            "O'Brien", "O’Brien", "al-Qaeda", "al‐Qaeda", "al‑Qaeda", "al–Qaeda", "São Paulo",
            "Sao Paulo", "SAO PAULO", "Sa\u{AD}o Paulo",
        ])
    func variants(text: String) throws {
        let lexicon = try lexicon("O'Brien\t\tx", "al-Qaeda\t\tx", "São Paulo\t\tx")
        #expect(try found(text, in: lexicon).count == 1)
    }

    @Test("A possessive does not hide a name")
    func possessive() throws {
        #expect(
            try found("Japan's and Japan’s", in: lexicon("Japan\t\tplace"))
                == ["Japan:place", "Japan:place"])
    }

    @Test("A phrase goes over a line end, not over a paragraph end")
    func paragraphs() throws {
        let lexicon = try lexicon("New York\t\tplace")
        #expect(try found("New\nYork", in: lexicon) == ["New\nYork:place"])
        #expect(try found("New\n\nYork", in: lexicon) == [])
    }

    @Test("A phrase may be as long as the longest titles of treaties", arguments: [25, 52, 64])
    func long(tokens: Int) throws {
        let title = (1...tokens).map { "Word\($0)" }.joined(separator: " ")
        #expect(
            try found("the \(title) of it", in: lexicon("\(title)\t\ttitle")) == ["\(title):title"])
    }

    @Test("A name that is longer is refused by its line, and so is an alias")
    func tooLong() {
        let title = Array(repeating: "word", count: 65).joined(separator: " ")
        for row in ["\(title)\t\ttitle", "Short\t\(title)\ttitle"] {
            #expect {
                try lexicon("Tokyo\t\tplace", row)
            } throws: { error in
                guard case LexiconError.source("test.tsv", 7, let said) = error else {
                    return false
                }
                return said.hasPrefix("a name of more than 64 tokens: “word word")
            }
        }
    }

    @Test("Names lead to records, aliases to the same one")
    func records() throws {
        let lexicon = try lexicon("Japan\tNippon|Land of the Rising Sun\tplace.country\t\t200\tJP")
        let senses = lexicon.lookUp("nippon", segmenter: try .init())
        #expect(senses.count == 1)
        #expect(lexicon.name(of: senses[0]) == "Japan")
        #expect(lexicon.attribute("iso3166", of: senses[0]) == "JP")
        #expect(senses[0].weight == 200)
    }

    @Test("A pattern takes a class and those below it")
    func classes() throws {
        let lexicon = try lexicon(
            "A b\t\tplace", "C d\t\tplace.city", "E f\t\tplacebo", "G h\t\tplace.city.town",
            "I j\t\torg.seat.old")
        #expect(lexicon.classes(matching: "place").members.count == 3)
        #expect(lexicon.classes(matching: "place.city").members.count == 2)
        #expect(lexicon.classes(matching: "place.city.town").members.count == 1)
        #expect(lexicon.classes(matching: "org") == lexicon.classes(matching: "org.seat.old"))
        #expect(lexicon.classes(matching: "place.").isEmpty)
        #expect(lexicon.classes(matching: "").isEmpty)
        #expect(lexicon.classes(matching: "pla").isEmpty)
    }

    @Test("A second image adds, and its classes keep their names")
    func twoImages() throws {
        let first = try LexiconImage(image(["Tokyo\t\tplace"]))
        let second = try LexiconImage(image(["Kono\t\tperson", "Tokyo\t\tteam"]))
        let both = try Lexicon([first, second])
        #expect(try found("Kono Tokyo", in: both) == ["Kono:person", "Tokyo:team", "Tokyo:place"])
    }
}
