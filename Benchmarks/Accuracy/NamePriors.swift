import Dragoman

/// What the weights of facts are before any text was read, in nats: a phrase that the lexicon knows as a company is an
/// organization until texts say otherwise. The penalty pulls towards these, so that facts which no text shows count too.
enum NamePriors {
    /// Phrase marks and properties by kind: people, organizations, places.
    private static let phrases: [[String]] = [
        ["person"],
        [
            "company", "media", "party", "body", "agency", "armed", "university", "team", "band",
            "otherOrg",
        ],
        ["country", "city", "admin", "region", "landform", "facility"],
    ]
    private static let properties: [[String: Float]] = [
        ["personKnown": 0.6],
        [
            "company": 0.8, "media": 0.8, "party": 0.8, "body": 0.8, "agency": 0.8, "armed": 0.8,
            "university": 0.8, "team": 0.8, "band": 0.8,
        ],
        ["country": 1.5, "cityBig": 0.8, "region": 0.4, "landform": 0.4, "facility": 0.4],
    ]
    private static let phraseWeight: Float = 1.5

    /// By feature name and tag.
    static let weights: [String: [Int: Float]] = {
        var result: [String: [Int: Float]] = [:]
        for kind in 0..<3 {
            for phrase in phrases[kind] {
                for (letter, part) in [("B", NameTag.Part.begin), ("I", .inside), ("L", .last)] {
                    result["mark:\(letter)-\(phrase)[0]"] = [
                        NameTag.tag(part, kind): phraseWeight, NameTag.outside: -phraseWeight / 2,
                    ]
                }
            }
            for (property, weight) in properties[kind] {
                result["\(property)[0]"] = [NameTag.tag(.unit, kind): weight]
            }
        }
        return result
    }()
}
