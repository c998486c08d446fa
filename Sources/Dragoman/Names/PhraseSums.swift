/// What kinds of phrases say for the tags of the tokens in and around a phrase, summed once for each set of kinds.
///
/// There are few such sets. Each has a place that it may share with others, and is summed again when another took it.
///
/// Unsafe for speed. What must hold: the model outlives it.
final class PhraseSums {
    private static let placeBits: UInt32 = 8
    /// A token of a phrase is its first, an inner one or its last, and speaks for the one after it, for itself and for
    /// the one before.
    private static let rowCount = 9

    private let model: NameModel
    /// By place: the kinds that are summed there.
    private let kinds: UnsafeMutablePointer<UInt32>
    private let sums: UnsafeMutablePointer<NameVector>

    init(_ model: NameModel) {
        self.model = model
        let count = 1 << Int(Self.placeBits)
        kinds = .allocate(capacity: count)
        kinds.initialize(repeating: 0, count: count)
        sums = .allocate(capacity: count * Self.rowCount)
    }

    deinit {
        kinds.deallocate()
        sums.deallocate()
    }

    /// Adds what a phrase says to the tokens of a window.
    @inline(__always)
    func add(
        _ phrase: NamePhrase, to window: NameWindow, _ emissions: UnsafeMutablePointer<NameVector>
    ) {
        if phrase.kinds == 0 { return }
        let rows = rows(of: phrase.kinds)
        let first = max(phrase.start, window.lowerBound &- 1)
        let end = min(phrase.end, window.upperBound &+ 1)
        var token = first
        while token < end {
            let part = token == phrase.start ? 0 : token == phrase.end &- 1 ? 2 : 1
            let row = rows + part &* 3
            let place = token &- window.lowerBound
            for offset in -1...1 {
                let place = place &- offset
                if UInt(bitPattern: place) < UInt(bitPattern: window.count) {
                    emissions[place] &+= row[offset &+ 1]
                }
            }
            token &+= 1
        }
    }

    @inline(__always)
    private func rows(of wanted: UInt32) -> UnsafeMutablePointer<NameVector> {
        let place = Int((wanted &* 0x9E37_79B9) &>> (32 &- Self.placeBits))
        let rows = sums + place &* Self.rowCount
        if kinds[place] != wanted {
            sum(wanted, into: rows)
            kinds[place] = wanted
        }
        return rows
    }

    @inline(never)
    private func sum(_ wanted: UInt32, into rows: UnsafeMutablePointer<NameVector>) {
        for part in 0..<3 {
            for offset in -1...1 {
                var sum = NameVector()
                NameMark.forEach(of: wanted, at: part, of: 3) {
                    sum &+= model.row(dense: NameFeature.mark($0, at: offset))
                }
                (rows + part * 3 + offset + 1).initialize(to: sum)
            }
        }
    }
}
