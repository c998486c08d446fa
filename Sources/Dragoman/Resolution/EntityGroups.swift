/// The things that the names of a document stand for.
struct EntityGroups {
    struct Group: BitwiseCopyable {
        var label: Label
        /// Number in ``NameMemory`` of what is known of it.
        var facts: Int
        /// Number of what the document says otherwise, or -1.
        var correction = -1
    }

    let groups = GrowingBuffer<Group>()
    /// The group of each name by its number, -1 for one that stands for nothing.
    let ofName = GrowingBuffer<Int32>()
    private(set) var corrections: [NameFacts] = []

    var count: Int { groups.count }

    mutating func reset(nameCount: Int) {
        groups.removeAll()
        ofName.removeAll()
        ofName.append(count: nameCount).initialize(repeating: -1, count: nameCount)
        if !corrections.isEmpty { corrections.removeAll(keepingCapacity: true) }
    }

    /// A new group with a name as its first member.
    func open(_ label: Label, _ facts: Int, with name: Int) -> Int {
        groups.append(Group(label: label, facts: facts))
        ofName[name] = Int32(truncatingIfNeeded: groups.count &- 1)
        return groups.count &- 1
    }

    func join(_ name: Int, to group: Int) { ofName[name] = Int32(truncatingIfNeeded: group) }

    mutating func correct(_ group: Int, _ facts: NameFacts) {
        groups[group].correction = corrections.count
        corrections.append(facts)
    }

    /// What is known of a group.
    func facts(of group: Int, _ memory: NameMemory) -> NameFacts {
        let group = groups[group]
        return group.correction < 0
            ? memory.facts[group.facts] : corrections[group.correction]
    }
}
