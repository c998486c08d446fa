/// The treaties of which texts say no more than a title, each made once.
struct PlainTreaties {
    private var byKey = KeyTable()
    private var made: [FoundTreatyEntity] = []
    /// Counts how often they were forgotten: ``FoundTreatyEntity/plain`` holds for one generation.
    private(set) var generation = 0

    mutating func removeAll() {
        byKey.removeAll()
        made.removeAll(keepingCapacity: true)
        generation += 1
    }

    /// The treaty with a title, a kind, and what the catalogue knows.
    @inline(__always)
    mutating func treaty(
        title: Int, _ kind: TreatyKind, _ known: KnownTreaty?, _ make: () -> FoundTreatyEntity
    ) -> FoundTreatyEntity {
        // Titles and kinds are some thousands at most, as is the catalogue.
        let key =
            UInt64(title) << 40 | UInt64(kind.number) << 24 | UInt64((known?.number ?? -1) + 1)
        if let number = byKey.value(of: key) { return made[number] }
        let treaty = make()
        treaty.plain = made.count
        byKey.set(key, to: made.count)
        made.append(treaty)
        return treaty
    }
}
