/// A kind of instrument, a lexicon's word for it: `peace treaty`, `joint declaration`.
///
/// Its number in the ``TreatyKinds`` of a worker.
struct TreatyKind: Hashable {
    fileprivate(set) var number: Int

    static let treaty = TreatyKind(number: 0)
    static let declaration = TreatyKind(number: 1)
    static let jointDeclaration = TreatyKind(number: 2)
    static let frameworkConvention = TreatyKind(number: 3)
    static let armistice = TreatyKind(number: 4)
}

/// The kinds that a worker has met, and which may stand for one another, each found out once.
final class TreatyKinds {
    private struct Facts {
        var name: String
        var isAct: Bool
        /// By the other kind: whether a mention of this one may mean it.
        var mayMean: [Bool?] = []
        /// By the theme that stands before it.
        var themed: [(theme: UInt64, kind: TreatyKind)] = []
    }

    private var kinds: [Facts] = []
    private var byName: [String: Int] = [:]
    /// By ``KnownTreaty/number``.
    private var ofKnown: [TreatyKind?] = []

    init() {
        for name in [
            "treaty", "declaration", "joint declaration", "framework convention", "armistice",
        ] {
            _ = kind(named: name)
        }
    }

    func kind(named name: String) -> TreatyKind {
        if let number = byName[name] { return TreatyKind(number: number) }
        byName[name] = kinds.count
        kinds.append(Facts(name: name, isAct: name.hasSuffix(" act")))
        return TreatyKind(number: kinds.count - 1)
    }

    func name(_ kind: TreatyKind) -> String { kinds[kind.number].name }

    /// Whether it is some act: `final act`.
    func isAct(_ kind: TreatyKind) -> Bool { kinds[kind.number].isAct }

    func kind(of known: KnownTreaty) -> TreatyKind {
        if known.number < ofKnown.count, let kind = ofKnown[known.number] { return kind }
        let kind = kind(named: known.kind)
        let missing = known.number + 1 - ofKnown.count
        if missing > 0 { ofKnown.append(contentsOf: repeatElement(nil, count: missing)) }
        ofKnown[known.number] = kind
        return kind
    }

    /// A kind with a theme of its own: `peace treaty`.
    ///
    /// - Parameters:
    ///   - hash: of the theme's token.
    ///   - theme: its folded text.
    func kind(_ kind: TreatyKind, hash: UInt64, theme: () -> String) -> TreatyKind {
        for themed in kinds[kind.number].themed where themed.theme == hash { return themed.kind }
        let made = self.kind(named: theme() + " " + name(kind))
        kinds[kind.number].themed.append((hash, made))
        return made
    }

    /// Whether a mention with a head noun of `kind` may mean an instrument of kind `other`.
    func isCompatible(_ kind: TreatyKind, with other: TreatyKind) -> Bool {
        if kind == other { return true }
        let known = kinds[kind.number].mayMean
        if other.number < known.count, let known = known[other.number] { return known }
        let found = TreatyFamily.isCompatible(name(kind), with: name(other))
        let missing = kinds.count - known.count
        if missing > 0 {
            kinds[kind.number].mayMean.append(contentsOf: repeatElement(nil, count: missing))
        }
        kinds[kind.number].mayMean[other.number] = found
        return found
    }
}
