import Segmentation

/// What the words after a name say that it is: `X is a village in …`, `X, a maker of cars, …`.
///
/// The noun that counts is the last one before a preposition, a relative or a comma ends its phrase.
enum NameDefinition {
    /// The longest phrase that is looked through.
    private static let longest = 8

    /// What the tokens from `index` on say of the name that ends there.
    @inline(__always)
    static func read(
        after index: Int, _ text: MarkedText, _ state: (Int) -> NameVectors.State,
        _ category: (Int) -> TokenCategory
    ) -> NameMark.Fact? {
        guard !text.isEdge(index), !text.isEdge(index &+ 1) else { return nil }
        let isCopula = state(index).contains(.isCopula)
        guard isCopula || category(index) == .comma, state(index &+ 1).contains(.isDeterminer)
        else { return nil }
        return noun(from: index + 2, isCopula, text, state)
    }

    private static func noun(
        from start: Int, _ isCopula: Bool, _ text: MarkedText, _ state: (Int) -> NameVectors.State
    ) -> NameMark.Fact? {
        var last: NameVectors.State = []
        for index in start..<start + longest {
            if text.isEdge(index) || state(index).contains(.endsNoun) { break }
            last = state(index)
        }
        if last.contains(.isPersonNoun) { return isCopula ? .isPerson : .besidePerson }
        if last.contains(.isOrganizationNoun) {
            return isCopula ? .isOrganization : .besideOrganization
        }
        if last.contains(.isPlaceNoun) { return isCopula ? .isPlace : .besidePlace }
        return isCopula ? .isThing : .besideThing
    }
}
