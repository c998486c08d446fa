import Dragoman
import Testing

@Suite("Names of states by their codes")
struct StateNamesTests {
    @Test(
        "The state itself, not a part of it; former ones too",
        arguments: [
            ("JP", "Japan"), ("GB", "United Kingdom"), ("GE", "Georgia"), ("CN", "China"),
            ("UA", "Ukraine"), ("SU", "Soviet Union"), ("YU", "Yugoslavia"), ("ZZ", nil), ("", nil),
        ])
    func names(code: String, name: String?) throws {
        #expect(StateNames(try Extractor().lexicon)[code] == name)
    }
}
