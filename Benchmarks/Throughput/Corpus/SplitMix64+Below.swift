import SeededRandom

extension SplitMix64 {
    /// One of `0..<count`. The library's own way of drawing may change between its versions.
    mutating func below(_ count: Int) -> Int {
        Int(next().multipliedFullWidth(by: UInt64(count)).high)
    }
}
