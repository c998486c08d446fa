/// People who share a part of their names, in the order in which they were met.
///
/// Each person stands in one chain. People are numbered from 0, and each is appended, or skipped, in turn.
struct PersonChains {
    private struct Chain {
        var first: Int32 = -1
        var last: Int32 = -1
        /// Of those whose latest mention stands before the name looked at, the one named last.
        var best: Int32 = -1
        /// The first of those that may stand after it.
        var ahead: Int32 = -1
    }

    private var byKey = KeyTable()
    private var chains: [Chain] = []
    /// The next person of the chain, by person.
    private var following: [Int32] = []

    mutating func reset() {
        byKey.removeAll()
        chains.removeAll(keepingCapacity: true)
        following.removeAll(keepingCapacity: true)
    }

    /// The chain of a part of a name, which may be empty.
    mutating func chain(of key: UInt64) -> Int {
        if let chain = byKey.value(of: key) { return chain }
        chains.append(Chain())
        byKey.set(key, to: chains.count - 1)
        return chains.count - 1
    }

    func first(in chain: Int) -> Int? { Self.person(chains[chain].first) }
    func next(after person: Int) -> Int? { Self.person(following[person]) }

    mutating func append(_ person: Int, to chain: Int) {
        following.append(-1)
        if chains[chain].first < 0 {
            chains[chain].first = Int32(person)
            chains[chain].ahead = Int32(person)
        } else {
            following[Int(chains[chain].last)] = Int32(person)
            if chains[chain].ahead < 0 { chains[chain].ahead = Int32(person) }
        }
        chains[chain].last = Int32(person)
    }

    /// The next person stands in no chain.
    mutating func skip() { following.append(-1) }

    /// Notes that a person was named, later than anyone else so far.
    mutating func touch(_ person: Int, in chain: Int) { chains[chain].best = Int32(person) }

    /// Of several people, the one named last before a token, or else the first; names are asked for in the order of the text.
    ///
    /// - Parameter latest: where a person was named last: ascending in a chain but for those that were touched.
    mutating func chosen(
        in chain: Int, before token: Int, _ steps: inout Int, _ latest: (Int) -> Int
    ) -> Int? {
        steps += 1
        while let person = Self.person(chains[chain].ahead), latest(person) < token {
            let best = Self.person(chains[chain].best)
            if best.map({ latest(person) > latest($0) }) ?? true {
                chains[chain].best = Int32(person)
            }
            chains[chain].ahead = following[person]
            steps += 1
        }
        return Self.person(chains[chain].best) ?? first(in: chain)
    }

    private static func person(_ number: Int32) -> Int? { number < 0 ? nil : Int(number) }
}
