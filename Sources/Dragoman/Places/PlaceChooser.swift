import Segmentation

/// Decides which of several places of one name is meant: by the country or part of one that stands behind it (`Paris,
/// Texas`), and else by the other places of the document and by how large the places are.
struct PlaceChooser {
    /// The names that may mean several places, by their number in the document.
    let doubtful = GrowingBuffer<Int32>()
    /// By ``doubtful``, which candidate is meant.
    let chosen = GrowingBuffer<Int32>()
    /// By number of the name, the candidate that names of the document mean where nothing beside them says so.
    private var usual = KeyTable()
    /// By ``PlaceCode/key``, how many sure places of the document have the code.
    private var votes = KeyTable()
    /// Pairs of candidates compared, at most: the measure of the work.
    private(set) var steps = 0

    /// So many places of one country or part count, and how much each adds to the candidates that lie there, in
    /// hundredths of ``PlaceCandidate/prior``.
    private static let mostVotes: Int32 = 4
    private static let voteOfCountry: Int32 = 15
    private static let voteOfPart: Int32 = 100

    mutating func reset() { doubtful.removeAll() }

    /// Finds out what each doubtful name means: ``chosen``.
    ///
    /// - Parameters:
    ///   - numbers: by name, its number in `memory`.
    ///   - groups: of all other places.
    mutating func choose(
        _ names: UnsafeBufferPointer<NameSpan>, _ numbers: UnsafeMutablePointer<Int32>,
        _ memory: NameMemory, _ groups: EntityGroups, _ text: TokenBuffer
    ) {
        if doubtful.count == 0 { return }
        usual.removeAll()
        chosen.removeAll()
        for name in doubtful.elements {
            let name = Int(name)
            let choice = besides(name, names, numbers, memory, text)
            chosen.append(Int32(choice ?? -1))
            if let choice { usual.setFirst(UInt64(numbers[name]), to: choice) }
        }
        count(groups, memory)
        for (index, name) in doubtful.elements.enumerated() where chosen[index] < 0 {
            let number = Int(numbers[Int(name)])
            let choice =
                usual.value(of: UInt64(number)) ?? likeliest(memory.candidates(of: number))
            usual.setFirst(UInt64(number), to: choice)
            chosen[index] = Int32(choice)
        }
    }

    /// What stands right before or behind a name says: `[Paris], Texas`, `Atlanta, [Georgia]`, `[London] (Ontario)`.
    private mutating func besides(
        _ name: Int, _ names: UnsafeBufferPointer<NameSpan>,
        _ numbers: UnsafeMutablePointer<Int32>, _ memory: NameMemory, _ text: TokenBuffer
    ) -> Int? {
        let own = memory.candidates(of: Int(numbers[name]))
        func candidates(_ other: Int, after first: Int) -> ArraySlice<PlaceCandidate>? {
            guard names.indices.contains(other), names[other].kind == .place else { return nil }
            let gap = names[first].tokens.upperBound
            guard names[first + 1].tokens.lowerBound == gap + 1,
                Self.marks.contains(text.tokens[gap].hash)
            else { return nil }
            return memory.candidates(of: Int(numbers[other]))
        }
        if let container = candidates(name + 1, after: name) {
            steps += own.count * container.count
            // `Benin, Niger, Nigeria` is a list, though a part of Nigeria is called Niger.
            let isList = own.first?.isState == true && container.first?.isState == true
            let found = own.firstIndex { place in
                !isList && container.contains { place.liesIn($0) }
            }
            if let found { return found - own.startIndex }
        }
        if name > 0, let places = candidates(name - 1, after: name - 1) {
            steps += own.count * places.count
            let found = own.firstIndex { container in
                places.contains { $0.liesIn(container) && $0.record != container.record }
            }
            if let found { return found - own.startIndex }
        }
        return nil
    }

    private static let marks: Set<UInt64> = [TokenHash.of(","), TokenHash.of("(")]

    /// Counts the places of the document that are sure, by country and part.
    private mutating func count(_ groups: EntityGroups, _ memory: NameMemory) {
        votes.removeAll()
        for group in groups.groups.elements where group.label == .place {
            guard let place = memory.candidates(of: group.facts).first else { continue }
            vote(for: place.country)
            if place.part != .none { vote(for: place.part) }
        }
    }

    private mutating func vote(for code: PlaceCode) {
        votes.set(code.key, to: (votes.value(of: code.key) ?? 0) + 1)
    }

    /// How many places speak for a code, as far as they count.
    private func votes(for code: PlaceCode) -> Int32 {
        min(Int32(votes.value(of: code.key) ?? 0), Self.mostVotes)
    }

    private func likeliest(_ candidates: ArraySlice<PlaceCandidate>) -> Int {
        var best = candidates.startIndex
        var most = Int32.min
        let hasState = candidates.first?.isState == true
        for index in candidates.indices {
            let place = candidates[index]
            // A state is meant by its name, and no town in another, as Jamaica in New York; a part of another only among
            // places of that part.
            let isBesideState = hasState && index > candidates.startIndex
            if isBesideState, !place.isContainer || votes(for: place.part) < 2 { continue }
            var score = place.prior
            score += votes(for: place.country) * Self.voteOfCountry
            if place.part != .none { score += votes(for: place.part) * Self.voteOfPart }
            if score > most { (best, most) = (index, score) }
        }
        return best - candidates.startIndex
    }
}
