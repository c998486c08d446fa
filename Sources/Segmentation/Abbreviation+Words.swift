extension Abbreviation {
    /// Those that count only when written with a capital: `Sen.`, not `sen.`.
    static let capitalized = table([
        (
            .title,
            """
            Adm Amb Archbp Asst Atty Bp Brig Capt Cdr Cmdr Col Cpl Dr Drs Fr Gen Gov Hon Insp Lt Maj Messrs
            Mlle Mme Mr Mrs Ms Msgr Mt Ofc Pfc Pres Prof Pvt Rep Reps Rev Sec Sen Sens Sgt Supt Treas
            """
        ),
        (.numbered, "Apr Aug Dec Feb Jan Jul Jun Mar Nov Oct Sep Sept"),
        (.numbered, "Fri Mon Sat Sun Thu Thur Thurs Tue Tues Wed"),
        (.either, "Assn Bros Co Corp Inc Intl Llc Ltd Plc"),
        (.either, "Ave Blvd Ft Jr Rd Sr St Ste"),
        (
            .either,
            """
            Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev
            Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo
            """
        ),
    ])

    /// Those that count in any spelling.
    static let anyCase = table([
        (
            .numbered,
            "app art arts c ch chap cl col ed fig figs no nos nr op p para paras pp pt sec sect vol vols"
        ),
        (.inner, "approx ca cf e.g eg esp i.e ie incl viz vs"),
    ])

    /// Words with a capital that open a sentence far more often than they follow an abbreviation within one.
    static let openers = HashTable(
        words(
            """
            A About According After All Also Although Among An And Another Any Are As At Because Before Both But By
            Can Could Despite Did Do Does During Each Earlier Even Every Few For From Had Has Have He Her Here His
            How However I If In Instead Is It Its Just Last Later Like Many May Meanwhile More Moreover Most Mr Mrs
            Ms My Neither Next Nor Not Nothing Now Of On Once One Only Or Other Our Perhaps She Should Since So Some
            Soon Still Such Than That The Their Then There These They This Those Though Three Through Thus To Today
            Two Under Unless Unlike Until We Were What When Where Whether Which While Who Whose Why Will With
            Within Without Would Yesterday Yet You Your
            """
        ).map { (TokenHash.of($0), true) })

    private static func table(_ rows: [(Abbreviation, String)]) -> HashTable<Abbreviation> {
        HashTable(
            rows.flatMap { kind, list in words(list).map { (TokenHash.of($0), kind) } })
    }

    private static func words(_ list: String) -> [Substring.UTF8View] {
        list.split(whereSeparator: \.isWhitespace).map(\.utf8)
    }
}

/// A dictionary by ``Token/hash``, for which no key need be hashed again.
struct HashTable<Value: Sendable>: Sendable {
    private var slots: [(key: UInt64, value: Value)?]

    /// Where a key is given twice, the last value counts.
    init(_ pairs: [(UInt64, Value)]) {
        var size = 64
        while size < 4 * pairs.count { size *= 2 }
        slots = Array(repeating: nil, count: size)
        for (key, value) in pairs { slots[place(of: key)] = (key, value) }
    }

    subscript(key: UInt64) -> Value? { slots[place(of: key)]?.value }

    /// Where the key is, or would be.
    private func place(of key: UInt64) -> Int {
        var place = Int(truncatingIfNeeded: key) & (slots.count - 1)
        while let slot = slots[place], slot.key != key { place = (place + 1) & (slots.count - 1) }
        return place
    }
}
