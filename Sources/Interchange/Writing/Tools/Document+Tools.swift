import Dragoman

extension Document {
    /// Numbers of the mentions that stand in no other, for formats in which spans may not overlap.
    var outermost: [Int] {
        var end = 0
        return mentions.indices.filter { index in
            let mention = mentions[index]
            guard mention.inside == nil, mention.utf8Range.lowerBound >= end else { return false }
            end = mention.utf8Range.upperBound
            return true
        }
    }

    /// What a mention stands for, in one string: the TIMEX3 value of a date, else the name of the entity, as it is repeated.
    func value(of mention: Mention) -> String? {
        mention.date?.timex ?? mention.entity.map { entities[$0].repeatedName }
    }
}

extension Entity {
    /// The name for formats that have it at each mention: a name that is as long as a text ends in an ellipsis there, so that what
    /// is written grows with the text and not with its square.
    var repeatedName: String { name.cut(to: 1000) }

    /// What it is in Wikidata and GeoNames, by the IRIs that those give it.
    var iris: [String] {
        ids.compactMap { scheme, value in
            switch scheme {
            case "wikidata": "http://www.wikidata.org/entity/\(value)"
            case "geonames": "https://sws.geonames.org/\(value)/"
            default: nil
            }
        }
    }
}

extension StringProtocol {
    /// As many code points at most; of more, the last is an ellipsis.
    func cut(to count: Int) -> String {
        if utf8.count <= count || unicodeScalars.dropFirst(count).isEmpty { return String(self) }
        return String(String.UnicodeScalarView(unicodeScalars.prefix(count - 1))) + "…"
    }
}
