/// Latin letters without their marks, so that `São Paulo` is found as `Sao Paulo`.
enum Diacritics {
    /// `string` with the letters of Latin-1, Latin Extended-A and a few more replaced by their base letters.
    static func stripped(_ string: String) -> String {
        if string.utf8.allSatisfy({ $0 < 0x80 }) { return string }
        return string.unicodeScalars.map { bases[$0] ?? String($0) }.joined()
    }

    private static let bases: [Unicode.Scalar: String] = {
        let table = [
            "A": "ÀÁÂÃÄÅĀĂĄǍẠẢẤẦẨẪẬẮẰẲẴẶ", "a": "àáâãäåāăąǎạảấầẩẫậắằẳẵặ", "AE": "Æ", "ae": "æ",
            "C": "ÇĆĈĊČ", "c": "çćĉċč", "D": "ĎĐÐ", "d": "ďđð", "E": "ÈÉÊËĒĔĖĘĚẸẺẼẾỀỂỄỆƏ",
            "e": "èéêëēĕėęěẹẻẽếềểễệə", "G": "ĜĞĠĢ", "g": "ĝğġģ", "H": "ĤĦḤḨ", "h": "ĥħḥḩ",
            "I": "ÌÍÎÏĨĪĬĮİǏỈỊ", "i": "ìíîïĩīĭįıǐỉị", "J": "Ĵ", "j": "ĵ", "K": "ĶḰ", "k": "ķḱ",
            "L": "ĹĻĽĿŁ", "l": "ĺļľŀł", "N": "ÑŃŅŇ", "n": "ñńņňŉ", "O": "ÒÓÔÕÖØŌŎŐƠǑỌỎỐỒỔỖỘỚỜỞỠỢ",
            "o": "òóôõöøōŏőơǒọỏốồổỗộớờởỡợ", "OE": "Œ", "oe": "œ", "R": "ŔŖŘ", "r": "ŕŗř",
            "S": "ŚŜŞŠȘṢ", "s": "śŝşšșṣ", "ss": "ß", "T": "ŢŤŦȚṬ", "t": "ţťŧțṭ", "Th": "Þ",
            "th": "þ", "U": "ÙÚÛÜŨŪŬŮŰŲƯǓỤỦỨỪỬỮỰ", "u": "ùúûüũūŭůűųưǔụủứừửữự", "W": "Ŵ", "w": "ŵ",
            "Y": "ÝŶŸỲỴỶỸ", "y": "ýŷÿỳỵỷỹ", "Z": "ŹŻŽẒ", "z": "źżžẓ",
        ]
        var bases: [Unicode.Scalar: String] = [:]
        for (base, marked) in table {
            for scalar in marked.unicodeScalars { bases[scalar] = base }
        }
        return bases
    }()
}
