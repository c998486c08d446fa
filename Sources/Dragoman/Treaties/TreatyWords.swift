import Segmentation

/// Words that tell what happens to a treaty.
///
/// Sets of folded token hashes: the text is compared without making strings.
enum TreatyWords {
    static let sign = set(
        "sign signs signed signing signature initial initialled initialed conclude concludes concluded concluding conclusion"
    )
    static let signedForms = set("signed concluded initialled initialed")
    static let pastForms = set(
        "signed concluded initialled initialed adopted ratified terminated denounced abrogated annulled cancelled canceled expired lapsed repudiated revoked"
    )
    static let adverb = set(
        "also yet soon now formally finally already only then recently jointly officially later first subsequently thus"
    )
    static let adopt = set("adopt adopted adopting adoption")
    static let ratify = set("ratify ratifies ratified ratifying ratification")
    static let force = set("force effect")
    static let enter = set("enter enters entered entering came comes entry took takes")
    static let end = set(
        "terminate terminates terminated denounce denounced abrogate abrogated annul annulled cancel cancelled canceled expire expired lapse lapsed repudiate repudiated revoke revoked"
    )
    static let negotiate = set(
        "negotiate negotiates negotiated negotiating negotiation negotiations talks consultations discussions draft drafts drafting draught elaborate elaborating elaboration"
    )
    static let prepare = set(
        "develop prepare draft elaborate finalize finalise formulate work provisions terms text outline"
    )
    static let modal = set(
        "will would shall should may might could can must to if whether plan plans planned intends intend hope hopes expected agree further possible future toward towards proposed propose propose"
    )
    static let negation = set(
        "not never no nor without neither failed refused refuses cannot didn hasn")
    static let auxiliary = set("was were been being be is are has had have")
    /// Who says these means the speakers' own Charter, that of the Organization.
    static let own = set("our your present")
    static let pointing = set("the this that these those said both such")
    static let between = TokenHash.of("between")
    static let and = TokenHash.of("and")
    static let by = TokenHash.of("by")
    static let of = TokenHash.of("of")
    static let asWord = TokenHash.of("as")
    static let dated = set("of dated from on in")
    static let at = set("at in")
    static let lead = set("a an the its their of new")
    static let stops = set(". ; : ? !")
    static let subject = set("on concerning against relating of")

    static func set(_ words: String) -> Set<UInt64> {
        Set(words.split(separator: " ").map { TokenHash.of(String($0)) })
    }
}
