/// What a linker finds treaties by; a worker keeps them for document after document.
struct TreatyTables {
    /// First tokens of names that turned out to be a shorter form of one said before, and of bare nouns that point
    /// back to one.
    var shortForms = KeyTable()
    /// The treaty of each mention, by its first token.
    var numbers = KeyTable()
    /// The first treaty of each form, and of each record of the catalogue.
    var byForm = KeyTable()
    var byKey = KeyTable()

    mutating func removeAll() {
        shortForms.removeAll()
        numbers.removeAll()
        byForm.removeAll()
        byKey.removeAll()
    }
}
