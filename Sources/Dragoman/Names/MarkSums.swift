/// What sets of marks say for the tags of the tokens around the marked one, summed once for each set.
///
/// There are few such sets. Each has a place that it may share with others, and is summed again when another took it.
///
/// Unsafe for speed. What must hold: parts are below their count.
final class MarkSums {
    private static let placeBits: UInt32 = 8

    private let model: NameModel
    /// A set may say different things of parts of a phrase.
    private let partCount: Int
    private let marks: (_ set: UInt32, _ part: Int, _ body: (Int) -> Void) -> Void
    /// By place: the set that is summed there.
    private let sets: UnsafeMutablePointer<UInt32>
    /// By place and part: for the token after the marked one, for itself, and for the one before.
    private let sums: UnsafeMutablePointer<NameVector>

    /// - Parameter marks: calls its last argument with the marks of a part of a set.
    init(
        _ model: NameModel, partCount: Int,
        marks: @escaping (_ set: UInt32, _ part: Int, _ body: (Int) -> Void) -> Void
    ) {
        self.model = model
        self.partCount = partCount
        self.marks = marks
        let count = 1 << Int(Self.placeBits)
        sets = .allocate(capacity: count)
        sets.initialize(repeating: 0, count: count)
        sums = .allocate(capacity: count * partCount * 3)
        // The empty set is one of them.
        sums.initialize(repeating: NameVector(), count: count * partCount * 3)
    }

    deinit {
        sets.deallocate()
        sums.deallocate()
    }

    /// What a set says: three vectors a part.
    @inline(__always)
    func rows(of set: UInt32) -> UnsafePointer<NameVector> {
        let place = Int((set &* 0x9E37_79B9) &>> (32 &- Self.placeBits))
        let rows = sums + place &* partCount &* 3
        if sets[place] != set { sum(set, at: place, rows) }
        return UnsafePointer(rows)
    }

    @inline(never)
    private func sum(_ set: UInt32, at place: Int, _ rows: UnsafeMutablePointer<NameVector>) {
        sets[place] = set
        for part in 0..<partCount {
            for offset in -1...1 {
                var sum = NameVector()
                marks(set, part) { sum &+= model.row(dense: NameFeature.mark($0, at: offset)) }
                rows[part * 3 + offset + 1] = sum
            }
        }
    }

    /// Adds what a marked token says to those of a window that it stands beside.
    ///
    /// - Parameters:
    ///   - rows: those of its part.
    ///   - place: the token, counted from the first of the window.
    @inline(__always)
    static func add(
        _ rows: UnsafePointer<NameVector>, _ place: Int,
        to emissions: UnsafeMutablePointer<NameVector>, _ count: Int
    ) {
        for offset in -1...1 {
            let place = place &- offset
            if UInt(bitPattern: place) < UInt(bitPattern: count) {
                emissions[place] &+= rows[offset &+ 1]
            }
        }
    }
}
