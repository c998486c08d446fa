/// The features of a candidate span, numbered without gaps.
///
/// A feature is a template and a value: `first=given`, `before=title`, `pair=givenClear+surnameClear`. The number
/// is the index into ``NameWeights``; the name is how the weights file and `--explain` call it.
enum NameFeatures {
    /// Templates over one token's properties, in the order of their numbers.
    static let propertyTemplates = [
        "only", "first", "last", "inner", "all", "before", "before2", "after", "after2",
    ]
    /// Templates over two tokens' categories.
    static let pairTemplates = ["pair", "beforeFirst", "lastAfter", "around"]
    /// Templates over one token's category, apart for spans of one token and of more.
    static let spanClasses = [
        "country", "former", "city", "admin", "region", "landform", "facility", "given", "surname",
        "personKnown", "organization", "company", "media", "party", "igo", "agency", "armed",
        "university", "team", "word", "demonym", "seat", "otherPlace", "month",
    ]
    static let lengths = 8
    /// What the rest of the document says of the same form.
    static let documentFacts = [
        "knownPerson", "knownOrganization", "knownPlace", "personSurname", "acronymOfOrganization",
        "sureNothing", "repeated",
    ]

    static let propertyCount = TokenProperty.allCases.count
    static let categoryCount = TokenCategory.allCases.count
    static let pairBase = propertyTemplates.count * propertyCount
    static let classBase = pairBase + pairTemplates.count * categoryCount * categoryCount
    static let lengthBase = classBase + spanClasses.count * 2
    static let documentBase = lengthBase + lengths
    static let ruleBase = documentBase + documentFacts.count
    static let bias = ruleBase + 1
    static let count = bias + 1

    static func property(_ template: Int, _ property: Int) -> Int {
        template * propertyCount + property
    }

    static func pair(_ template: Int, _ first: TokenCategory, _ second: TokenCategory) -> Int {
        pairBase + (template * categoryCount + Int(first.rawValue)) * categoryCount
            + Int(second.rawValue)
    }

    /// The name of a feature, as the weights file writes it.
    static func name(_ feature: Int) -> String {
        if feature < pairBase {
            let property = TokenProperty.allCases[feature % propertyCount]
            return "\(propertyTemplates[feature / propertyCount])=\(property)"
        }
        if feature < classBase {
            let index = feature - pairBase
            let first = TokenCategory.allCases[index / categoryCount % categoryCount]
            let second = TokenCategory.allCases[index % categoryCount]
            return
                "\(pairTemplates[index / (categoryCount * categoryCount)])=\(first)+\(second)"
        }
        if feature < lengthBase {
            let index = feature - classBase
            return (index % 2 == 0 ? "is=" : "isLong=") + spanClasses[index / 2]
        }
        if feature < documentBase { return "length=\(feature - lengthBase + 1)" }
        if feature < ruleBase { return "document=\(documentFacts[feature - documentBase])" }
        return feature == ruleBase ? "rule" : "bias"
    }

    /// Numbers by name.
    static let numbers: [String: Int] = Dictionary(
        uniqueKeysWithValues: (0..<count).map { (name($0), $0) })
}
