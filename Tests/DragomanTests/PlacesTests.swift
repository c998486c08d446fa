import Testing

@testable import Dragoman

@Suite struct `Which place of a name is meant` {
    private static let extractor = Result { try Extractor() }

    /// Names of the places of a text with the code that says most, one an entity.
    private func places(_ text: String) throws -> [String] {
        try Self.extractor.get().extract(text).entities.filter { $0.label == .place }.map { place in
            let codes = Dictionary(uniqueKeysWithValues: place.ids.map { ($0.scheme, $0.value) })
            return place.name + " " + (codes["iso3166-2"] ?? codes["iso3166"] ?? "-")
        }
    }

    @Test(arguments: [
        ("She moved to Paris, Texas, as a child.", ["Paris US-TX", "Texas US-TX"]),
        ("She moved to Paris, France, as a child.", ["Paris FR", "France FR"]),
        ("He was born in London, Ontario, in 1950.", ["London CA-ON", "Ontario CA-ON"]),
        ("He was born in London (Canada) in 1950.", ["London CA-ON", "Canada CA"]),
        ("He works in Springfield, Illinois.", ["Springfield US-IL", "Illinois US-IL"]),
        ("He works in Springfield, Massachusetts.", ["Springfield US-MA", "Massachusetts US-MA"]),
        ("They live in Savannah, Georgia, now.", ["Savannah US-GA", "Georgia US-GA"]),
        ("They live in Tbilisi, Georgia, now.", ["Tbilisi GE", "Georgia GE"]),
        ("The plant in Spokane, Washington, was closed.", ["Spokane US-WA", "Washington US-WA"]),
    ])
    func `what stands behind it says so`(_ text: String, _ found: [String]) throws {
        #expect(try places(text) == found)
    }

    @Test(arguments: [
        ("The envoy flew from London to Paris.", ["London GB-ENG", "Paris FR"]),
        ("The envoy flew to Georgia.", ["Georgia GE"]),
        ("The envoy flew from Moscow to Washington.", ["Moscow RU", "Washington US-DC"]),
        ("The hurricane reached Florida.", ["Florida US-FL"]),
        (
            "They met in the White House and in Bosnia and Herzegovina.",
            ["White House -", "Bosnia and Herzegovina BA"]
        ),
        (
            "From New York, Boston and Chicago they flew to Jamaica.",
            ["New York City US-NY", "Boston US-MA", "Chicago US-IL", "Jamaica JM"]
        ),
    ])
    func `else it is the one that is named most`(_ text: String, _ found: [String]) throws {
        #expect(try places(text) == found)
    }

    @Test(arguments: [
        ("The governors of Alabama and Tennessee met in Birmingham.", "Birmingham US-AL"),
        ("Police in England sent officers from Manchester to Birmingham.", "Birmingham GB-ENG"),
        ("Atlanta, Savannah and Macon are towns of Georgia.", "Georgia US-GA"),
        ("From Boston he drove west across Massachusetts to Springfield.", "Springfield US-MA"),
    ])
    func `other places of the text speak for the one near them`(
        _ text: String, _ place: String
    ) throws {
        #expect(try places(text).contains(place))
    }

    @Test(arguments: [
        ("In Paris, Georgia and Armenia signed.", ["Paris FR", "Georgia GE", "Armenia AM"]),
        (
            "Benin, Niger, Nigeria and Chad signed.",
            ["Benin BJ", "Niger NE", "Nigeria NG", "Chad TD"]
        ),
        ("From London, Paris and Rome the envoys came.", ["London GB-ENG", "Paris FR", "Rome IT"]),
    ])
    func `a list is no address`(_ text: String, _ found: [String]) throws {
        #expect(try places(text) == found)
    }

    @Test func `two places of one name are two entities, and later mentions are of the first`()
        throws
    {
        let document = try Self.extractor.get().extract(
            "He went from Paris, Texas, to Paris, France. Then Paris slept.")
        let entities = document.mentions.filter { document.text(of: $0) == "Paris" }.map(\.entity)
        #expect(entities.count == 3)
        #expect(entities[0] != entities[1])
        #expect(entities[2] == entities[0])
    }

    @Test func `cities have coordinates`() throws {
        let document = try Self.extractor.get().extract("She moved to Paris, Texas.")
        let paris = try #require(document.entities.first)
        #expect(paris.coordinates == Coordinates(latitude: 33.66, longitude: -95.56))
        #expect(paris.ids.map(\.scheme) == ["iso3166", "iso3166-2", "geonames"])
    }
}
