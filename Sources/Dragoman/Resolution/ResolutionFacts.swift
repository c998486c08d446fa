import Grammar
import Lexicon

/// What resolution reads of lexicon and rules, resolved to numbers once.
struct ResolutionFacts: Sendable {
    let lexicon: Lexicon
    let people: ClassSet
    let places: ClassSet
    /// States of today and of the past.
    let countries: ClassSet
    /// Parts of countries.
    let parts: ClassSet
    /// States, by their names and adjectives.
    let states: ClassSet
    let organizations: ClassSet
    let legalForms: ClassSet
    /// Per set of rules.
    let roles: [RoleRules]

    init(lexicon: Lexicon, rules: [LinkedRules]) {
        self.lexicon = lexicon
        people = lexicon.classes(matching: "person.known")
        places = lexicon.classes(matching: "place")
        countries = lexicon.classes(matching: "place.country")
            .union(lexicon.classes(matching: "place.former"))
        parts = lexicon.classes(matching: "place.admin")
            .union(lexicon.classes(matching: "place.us-state-abbr"))
        states = countries.union(lexicon.classes(matching: "demonym"))
        organizations = lexicon.classes(matching: "org")
        legalForms = lexicon.classes(matching: "org.suffix")
        roles = rules.map(RoleRules.init)
    }
}
