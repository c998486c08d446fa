/// What a head noun may mean, and so which kinds of instruments may stand for one another.
///
/// Texts are loose with kinds (the Camp David Accords are an agreement, the Dayton Agreement an accord), so they are
/// compared by family.
enum TreatyFamily {
    /// Treaties, pacts, conventions, agreements, accords and what else states bind themselves by.
    case binding
    case convention
    case protocolFamily
    case charter
    case declaration
    case armistice
    case memorandum

    private static func family(of kind: String) -> TreatyFamily {
        if kind.hasSuffix("declaration") || kind.hasSuffix("statement") || kind.hasSuffix("ué") {
            return .declaration
        }
        if kind.hasPrefix("memorandum") { return .memorandum }
        if kind.hasSuffix("protocol") { return .protocolFamily }
        if kind.hasSuffix("convention") || kind == "covenant" { return .convention }
        if kind == "charter" || kind == "constitution" || kind == "statute" { return .charter }
        if kind == "armistice" || kind.hasPrefix("ceasefire") { return .armistice }
        return .binding
    }

    /// Whether a mention with a head noun of `kind` may mean an instrument of kind `other`.
    static func isCompatible(_ kind: String, with other: String) -> Bool {
        if kind == other || other.hasSuffix(" " + kind) { return true }
        let (a, b) = (family(of: kind), family(of: other))
        if a == b { return a != .binding || areLoose(kind, other) }
        switch kind {
        // `the treaty` may be a convention or a covenant, `the agreement` an armistice or a memorandum.
        case "treaty": return b == .convention
        case "agreement": return b == .armistice || b == .memorandum
        case "armistice": return other == "agreement"
        default: return false
        }
    }

    /// Treaties and agreements are different words for different things, except that pacts and alliances are treaties.
    private static func areLoose(_ kind: String, _ other: String) -> Bool {
        isAgreement(kind) == isAgreement(other) || kind == "pact" || other.hasSuffix("pact")
    }

    private static func isAgreement(_ kind: String) -> Bool {
        kind.hasSuffix("agreement") || kind == "accord" || kind.hasSuffix("arrangement")
            || kind == "compact" || kind.hasSuffix("plan") || kind.hasPrefix("exchange")
    }
}
