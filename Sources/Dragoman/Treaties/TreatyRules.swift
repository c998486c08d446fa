import Grammar

/// What the rules of ``Label/treaty`` say of their matches, resolved once.
struct TreatyRules: Sendable {
    struct Facts: Sendable {
        var id: String
        var priority: Int
        var mention: TreatyMention
        var standsAlone: Bool
        var isBare: Bool
        var needsState: Bool
    }

    /// By rule; nil for those that mark no treaty.
    let facts: [Facts?]
    /// Whether a rule marks a treaty.
    let isTreaty: [Bool]
    let noun: CaptureID?

    init(_ rules: LinkedRules) {
        facts = rules.rules.map { rule in
            guard rule.label == Label.treaty.rawValue, rule.evidence == nil,
                let mention = rule["mention"].flatMap(TreatyMention.init(rawValue:))
            else { return nil }
            return Facts(
                id: rule.id, priority: rule.priority, mention: mention,
                standsAlone: rule["stands"] == "alone", isBare: rule["bare"] == "yes",
                needsState: rule["needs"] == "state")
        }
        isTreaty = facts.map { $0 != nil }
        noun = rules.captureID("noun")
    }
}
