import Testing

@testable import Dragoman

@Suite struct `Records of treaties` {
    let harness: TreatiesHarness

    init() throws { harness = try TreatiesHarness.shared.get() }

    private func record(_ text: String) throws -> TreatyRecord {
        try #require(try harness.find(text).entities.first?.record)
    }

    @Test(arguments: [
        ("Talks on the peace treaty go on.", "under negotiation"),
        ("They will draft provisions for the framework agreement.", "under negotiation"),
        ("France plans to sign a friendship treaty.", "proposed"),
        ("A friendship treaty was signed in Paris.", "signed"),
        ("The border treaty was ratified by both parliaments.", "ratified"),
        ("On 12 May 1994 Peru and Ecuador signed a border treaty.", "signed"),
        ("They will keep the border treaty signed in 1994.", "signed"),
        ("A border treaty is to be signed in 1994.", "proposed"),
        ("The extradition treaty entered into force in 1999.", "in force"),
        ("The non-aggression pact was denounced in 1941.", "terminated"),
    ])
    func `what happened to a treaty is its status`(_ text: String, _ status: String) throws {
        #expect(try record(text).status == status)
    }

    @Test(arguments: [
        "The Soviet Union annulled its obligations under the border treaty.",
        "Parliament has not ratified the border treaty.",
        "The border treaty would not be terminated.",
    ])
    func `what is denied or done to something else is no status`(_ text: String) throws {
        #expect(try record(text).status == nil)
    }

    @Test(arguments: [
        ("A border treaty between Peru and Ecuador was signed.", ["PE", "EC"]),
        ("The Sino-Soviet border treaty was signed.", ["CN", "SU"]),
        ("Peru and Ecuador signed a border treaty.", ["PE", "EC"]),
        ("The border treaty was signed by Peru and Ecuador.", ["PE", "EC"]),
        ("A border treaty signed in 1922 between Peru and Ecuador is lost.", ["PE", "EC"]),
        (
            "Negotiations between Foreign Minister Lavrov of Russia and Japan go on. They want a draft peace treaty.",
            ["RU", "JP"]
        ),
    ])
    func parties(_ text: String, _ codes: [String]) throws {
        #expect(try record(text).parties == codes)
    }

    @Test func `dates by role, from the text and from the catalogue`() throws {
        let text = """
            Japan and the Soviet Union agreed on the Joint Declaration as of 19 October 1956. \
            The declaration was ratified by both parliaments on 8 December 1956.
            """
        let found = try harness.find(text)
        #expect(found.records == [0, 0])
        let record = try #require(found.entities.first?.record)
        #expect(record.signed == "1956-10-19")
        #expect(record.ratified == "1956-12-08")
        #expect(record.parties == ["JP", "SU"])
        #expect(record.status == "in force")
        #expect(record.fromLexicon == ["parties", "subject", "place", "inForce", "status"])
    }

    @Test func `what the text says of an unknown treaty`() throws {
        let text = "The border treaty between Peru and Ecuador was signed on 3 March 1911."
        let record = try record(text)
        #expect(record.signed == "1911-03-03")
        #expect(record.fromLexicon == [])
    }

    @Test func `a year beside the name of a known treaty is when it was made`() throws {
        let record = try record("The 1951 Convention relating to the Status of Refugees holds.")
        #expect(record.signed == "1951-07-28")
    }
}
