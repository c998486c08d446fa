import Lexicon

/// The usual English names of states, present and former, by the codes of ISO 3166-1 and 3166-3.
///
/// Records hold codes (``TreatyRecord/parties``, ``Role/of``); this is for those who show them to people.
public struct StateNames: Sendable {
    private var names: [String: String] = [:]

    /// The names that a lexicon has.
    public init(_ lexicon: Lexicon) {
        var ranks: [String: Int] = [:]
        for (number, pattern) in ["place.country", "place.former"].enumerated() {
            for sense in lexicon.recordSenses(in: lexicon.classes(matching: pattern)) {
                let attributes = lexicon.attributes(of: sense)
                guard let code = attributes.first(where: { $0.key == "iso3166" })?.value else {
                    continue
                }
                // The code of a part of a state is the state's: England has that of the United Kingdom, and no code of
                // three letters.
                let isWhole = attributes.contains { $0.key == "alpha3" }
                let rank = (isWhole ? 1024 : 0) - number * 256 + Int(sense.weight)
                if let known = ranks[code], known >= rank { continue }
                ranks[code] = rank
                names[code] = lexicon.name(of: sense)
            }
        }
    }

    /// The name of the state with a code; `nil` if there is none.
    public subscript(code: String) -> String? { names[code] }
}
