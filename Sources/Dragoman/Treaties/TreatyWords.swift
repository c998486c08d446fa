import Segmentation

/// Words that tell what happens to a treaty, as bits: ``TreatyForms`` keeps all that a form is.
struct TreatyWords: OptionSet {
    let rawValue: UInt64

    static let sign = TreatyWords(rawValue: 1 << 0)
    static let signedForms = TreatyWords(rawValue: 1 << 1)
    static let pastForms = TreatyWords(rawValue: 1 << 2)
    static let adverb = TreatyWords(rawValue: 1 << 3)
    static let adopt = TreatyWords(rawValue: 1 << 4)
    static let ratify = TreatyWords(rawValue: 1 << 5)
    static let force = TreatyWords(rawValue: 1 << 6)
    static let enter = TreatyWords(rawValue: 1 << 7)
    static let end = TreatyWords(rawValue: 1 << 8)
    static let negotiate = TreatyWords(rawValue: 1 << 9)
    static let prepare = TreatyWords(rawValue: 1 << 10)
    static let modal = TreatyWords(rawValue: 1 << 11)
    static let negation = TreatyWords(rawValue: 1 << 12)
    static let auxiliary = TreatyWords(rawValue: 1 << 13)
    /// Who says these means the speakers' own Charter, that of the Organization.
    static let own = TreatyWords(rawValue: 1 << 14)
    static let pointing = TreatyWords(rawValue: 1 << 15)
    static let lead = TreatyWords(rawValue: 1 << 16)
    static let stops = TreatyWords(rawValue: 1 << 17)
    static let subject = TreatyWords(rawValue: 1 << 18)
    /// What a noun may be about so that it is a kind of its own: `peace treaty`.
    static let theme = TreatyWords(rawValue: 1 << 19)
    static let initial = TreatyWords(rawValue: 1 << 20)
    static let open = TreatyWords(rawValue: 1 << 21)
    /// What a treaty is opened for.
    static let joining = TreatyWords(rawValue: 1 << 22)
    static let amend = TreatyWords(rawValue: 1 << 23)
    static let suspend = TreatyWords(rawValue: 1 << 24)
    /// What one party does to be bound no more.
    static let denounce = TreatyWords(rawValue: 1 << 25)
    static let withdraw = TreatyWords(rawValue: 1 << 26)
    static let annul = TreatyWords(rawValue: 1 << 27)
    /// What a treaty does by itself.
    static let expire = TreatyWords(rawValue: 1 << 28)
    /// What makes a whole sentence a thought: nothing in it need have happened.
    static let hypothetical = TreatyWords(rawValue: 1 << 29)

    /// Words that count by themselves.
    static let between = TreatyWords(rawValue: 1 << 30)
    static let and = TreatyWords(rawValue: 1 << 31)
    static let by = TreatyWords(rawValue: 1 << 32)
    static let of = TreatyWords(rawValue: 1 << 33)
    static let asWord = TreatyWords(rawValue: 1 << 34)
    static let dated = TreatyWords(rawValue: 1 << 35)
    static let bracket = TreatyWords(rawValue: 1 << 36)
    static let closing = TreatyWords(rawValue: 1 << 37)
    static let from = TreatyWords(rawValue: 1 << 38)
    static let forWord = TreatyWords(rawValue: 1 << 39)
    static let may = TreatyWords(rawValue: 1 << 40)
    static let joint = TreatyWords(rawValue: 1 << 41)
    static let series = TreatyWords(rawValue: 1 << 42)
    /// `initial` itself, which is mostly no verb.
    static let initialForm = TreatyWords(rawValue: 1 << 43)
    static let ratifiedForm = TreatyWords(rawValue: 1 << 44)
    static let comma = TreatyWords(rawValue: 1 << 45)
    /// What makes the passive.
    static let be = TreatyWords(rawValue: 1 << 46)
    /// Who ratifies for a state.
    static let legislature = TreatyWords(rawValue: 1 << 47)

    private static let lists: [(TreatyWords, String)] = [
        (
            .sign,
            "sign signs signed signing signature conclude concludes concluded concluding conclusion"
        ),
        (.signedForms, "signed concluded"),
        (
            .pastForms,
            "signed concluded initialled initialed adopted ratified opened amended revised suspended withdrew withdrawn terminated denounced abrogated annulled nullified cancelled canceled expired lapsed repudiated revoked"
        ),
        (
            .adverb,
            "also yet soon now formally finally already only then recently jointly officially later first subsequently thus"
        ),
        (.adopt, "adopt adopted adopting adoption"),
        (.ratify, "ratify ratifies ratified ratifying ratification"),
        (.force, "force effect"),
        (.enter, "enter enters entered entering came comes entry took takes"),
        (
            .end,
            "terminate terminates terminated cancel cancelled canceled expire expired lapse lapsed revoke revoked"
        ),
        (.initial, "initial initials initialled initialed initialling"),
        (.open, "open opens opened opening"),
        (.joining, "signature signatures accession"),
        (.amend, "amend amends amended amending revise revises revised revising"),
        (.suspend, "suspend suspends suspended suspending"),
        (
            .denounce,
            "denounce denounces denounced denouncing abrogate abrogates abrogated repudiate repudiates repudiated"
        ),
        (.withdraw, "withdraw withdraws withdrew withdrawn withdrawing withdrawal"),
        (.hypothetical, "would could should might if whether unless"),
        (.expire, "expire expires expired lapse lapses lapsed"),
        (.annul, "annul annuls annulled annulling nullify nullified void"),
        (
            .negotiate,
            "negotiate negotiates negotiated negotiating negotiation negotiations talks consultations discussions draft drafts drafted drafting draught elaborate elaborating elaboration"
        ),
        (
            .prepare,
            "develop prepare draft elaborate finalize finalise formulate work provisions terms text outline"
        ),
        (
            .modal,
            "will would shall should may might could can must to if whether plan plans planned intends intend hope hopes expected agree further possible future toward towards proposed propose"
        ),
        (.negation, "not never no nor without neither failed refused refuses cannot didn hasn"),
        (.auxiliary, "was were been being be is are has had have"),
        (.own, "our your present"),
        (.pointing, "the this that these those said both such"),
        (.lead, "a an the its their of new"),
        (.stops, ". ; : ? !"),
        (.subject, "on concerning against relating of"),
        (.theme, "peace framework ceasefire armistice trade security border interim"),
        (.between, "between"), (.and, "and"), (.by, "by"), (.of, "of"), (.asWord, "as"),
        (.dated, "dated"), (.bracket, "("), (.closing, ")"), (.from, "from"), (.forWord, "for"),
        (.may, "may"), (.joint, "joint"), (.series, "series"), (.initialForm, "initial"),
        (.ratifiedForm, "ratified"), (.comma, ","),
        (.be, "was were been being be is are"),
        (
            .legislature,
            "parliament parliaments legislature legislatures government governments senate congress diet duma knesset"
        ),
    ]

    /// That of ``between``.
    static let betweenHash = TokenHash.of("between")

    /// Hashes and what they are: open addressing, 0 is free.
    private struct Table: Sendable {
        var slots = [Slot](repeating: Slot(hash: 0, words: 0), count: 512)

        init() {
            for (set, words) in lists {
                for word in words.split(separator: " ") {
                    let hash = TokenHash.of(String(word))
                    let place = place(of: hash)
                    slots[place] = Slot(hash: hash, words: slots[place].words | set.rawValue)
                }
            }
        }

        func place(of hash: UInt64) -> Int {
            var place = Int(truncatingIfNeeded: hash >> 12) & 511
            while slots[place].hash != 0, slots[place].hash != hash { place = (place + 1) & 511 }
            return place
        }
    }

    private struct Slot {
        var hash: UInt64
        var words: UInt64
    }

    private static let table = Table()

    /// All that the token of a hash is.
    static func of(_ hash: UInt64) -> TreatyWords {
        let slot = table.slots[table.place(of: hash)]
        return TreatyWords(rawValue: slot.hash == hash ? slot.words : 0)
    }
}
