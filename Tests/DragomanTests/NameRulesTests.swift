import Dragoman
import Testing

@Suite("What rules say of names")
struct NameRulesTests {
    private static func people(_ text: String) throws -> [String] {
        let document = try Extractor().extract(text)
        return document.mentions.filter { $0.label == .person }.map {
            String(document.text(of: $0))
        }
    }

    @Test(
        "Who stands beside a holder of public office is one too",
        arguments: [
            (
                "The agreement was reached between Putin and Abe last November in Singapore.",
                ["Putin", "Abe"]
            ),
            ("The border between Jordan and Israel is closed.", []),
            ("The talks between Washington and Moscow failed.", []),
        ])
    func holders(text: String, people: [String]) throws {
        #expect(try Self.people(text) == people)
    }

    @Test(
        "A religion is nobody, people named after one are",
        arguments: [
            ("The spread of Islam in the region was slow.", []),
            ("They spoke of Christianity and of Islam.", []),
            ("President Islam Karimov spoke.", ["Islam Karimov"]),
        ])
    func religions(text: String, people: [String]) throws {
        #expect(try Self.people(text) == people)
    }
}
