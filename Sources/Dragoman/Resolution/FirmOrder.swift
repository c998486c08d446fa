/// Puts names of organizations in the order in which they are linked: the longest first, then as in the text.
final class FirmOrder {
    private let ordered = GrowingBuffer<Int32>()
    private let places = GrowingBuffer<Int32>()
    /// Names of so many tokens or more are sorted by comparing them.
    private static let long = 64

    /// `firms`, which number some of `names`, in order; until it is asked again.
    func order(
        _ firms: UnsafeBufferPointer<Int32>, _ names: UnsafeBufferPointer<NameSpan>
    ) -> UnsafeBufferPointer<Int32> {
        places.removeAll()
        let places = places.append(count: Self.long + 1)
        places.initialize(repeating: 0, count: Self.long + 1)
        for firm in firms { places[Self.rank(names[Int(firm)]) &+ 1] &+= 1 }
        for rank in 0..<Self.long { places[rank &+ 1] &+= places[rank] }
        let longCount = Int(places[1])
        ordered.removeAll()
        let ordered = ordered.append(count: firms.count)
        for firm in firms {
            let rank = Self.rank(names[Int(firm)])
            ordered[Int(places[rank])] = firm
            places[rank] &+= 1
        }
        // Swift's sort keeps the order of equals.
        if longCount > 1 {
            var long = UnsafeMutableBufferPointer(start: ordered, count: longCount)
            long.sort { names[Int($0)].tokens.count > names[Int($1)].tokens.count }
        }
        return UnsafeBufferPointer(start: ordered, count: firms.count)
    }

    /// 0 for the longest.
    @inline(__always)
    private static func rank(_ name: NameSpan) -> Int { max(0, long &- name.tokens.count &- 1) }
}
