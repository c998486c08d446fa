import CScan

/// Finds the best sequence of tags for the tokens of a window: Viterbi's algorithm over ``NameTag``.
///
/// Between names it does not matter whether the one before ended in its last or its only token, nor whether the next
/// starts with its first or its only one, so that four ways lead to four: outside, or a name of one of three kinds.
/// They are the four lanes of a vector.
///
/// Sums are whole numbers, in floating point because every processor has the larger of two vectors of such. They stay
/// exact below 2²⁴: no window has more than ``NameWindow/longest`` tokens, each of which adds two numbers of 16 bits.
struct NameDecoder {
    private typealias Lanes = SIMD4<Float>

    /// Sums of the best ways to a token: by lane, that end outside or with the last token of a name of a kind; that are
    /// at the first token of a name; that are at an inner one.
    private struct Sums {
        var closed: Lanes
        var first: Lanes
        var inner: Lanes
    }

    private static var impossible: Float { -.infinity }

    /// What it adds that outside or a name of a kind is followed by outside or one of a kind, by what comes before.
    private let between: (Lanes, Lanes, Lanes, Lanes)
    /// The same by what comes after.
    private let into = GrowingBuffer<Lanes>()
    /// By kind: from the first token to an inner or the last, from an inner one to an inner or the last.
    private let firstToInner: Lanes
    private let firstToLast: Lanes
    private let innerToInner: Lanes
    private let innerToLast: Lanes
    /// What it adds that outside or the only token of a name of a kind stands between what is outside.
    private let alone: Lanes
    /// By token of the window.
    private let sums = GrowingBuffer<Sums>()

    init(_ model: NameModel) {
        func tag(_ part: NameTag.Part, _ end: Int) -> Int {
            end == 0 ? NameTag.outside : NameTag.tag(part, end - 1)
        }
        func after(_ end: Int) -> Lanes {
            let row = model.transitions(from: tag(.last, end))
            return Lanes((0..<4).map { Float(row[tag(.begin, $0)]) })
        }
        func within(_ from: NameTag.Part, _ to: NameTag.Part) -> Lanes {
            Lanes(
                (0..<4).map { end in
                    guard end > 0 else { return Self.impossible }
                    return Float(model.transitions(from: tag(from, end))[tag(to, end)])
                })
        }
        between = (after(0), after(1), after(2), after(3))
        for next in 0..<4 {
            into.append(Lanes(between.0[next], between.1[next], between.2[next], between.3[next]))
        }
        alone = between.0 + into[0]
        firstToInner = within(.begin, .inside)
        firstToLast = within(.begin, .last)
        innerToInner = within(.inside, .inside)
        innerToLast = within(.inside, .last)
    }

    /// Writes the best tags for the tokens that `emissions` speak of into `tags`.
    func decode(
        _ emissions: UnsafePointer<NameVector>, count: Int, into tags: UnsafeMutablePointer<UInt8>
    ) {
        guard count > 0 else { return }
        if count == 1 {
            tags[0] = tag(ofSingle: emissions[0])
            return
        }
        sums.reserve(count)
        let sums = sums.start
        let nothing = Lanes(repeating: Self.impossible)
        var now = Sums(closed: nothing, first: nothing, inner: nothing)
        now.closed[0] = 0
        // The sum of the way on which there is no name at all, which most windows end with.
        var none: Float = 0
        for index in 0..<count {
            let emission = emissions[index]
            let opened = opened(now.closed)
            let last =
                cscan_larger(now.first + firstToLast, now.inner + innerToLast)
                + Self.lanes(emission.highHalf.highHalf)
            let inner =
                cscan_larger(now.first + firstToInner, now.inner + innerToInner)
                + Self.lanes(emission.highHalf.lowHalf)
            now.closed = cscan_larger(opened + Self.lanes(emission.lowHalf.lowHalf), last)
            now.first = opened + Self.lanes(emission.lowHalf.highHalf)
            now.inner = inner
            none += between.0[0] + Float(emission[NameTag.outside])
            sums[index] = now
        }
        if now.closed[0] == none, closing(before: 0, now.closed) == 0 {
            tags.update(repeating: 0, count: count)
        } else {
            trace(emissions, sums, count, tags)
        }
    }

    /// The best tag of a token that is a window: outside, or the only one of a name, which are numbered as their lanes.
    @inline(__always)
    func tag(ofSingle emission: NameVector) -> UInt8 {
        UInt8(Self.largest(alone + Self.lanes(emission.lowHalf.lowHalf)))
    }

    /// The first lane that is the largest.
    @inline(__always)
    private static func largest(_ ways: Lanes) -> Int {
        var (best, most) = (0, ways[0])
        for way in 1..<4 {
            let isMore = ways[way] > most
            best = isMore ? way : best
            most = isMore ? ways[way] : most
        }
        return best
    }

    @inline(__always)
    private static func lanes(_ part: SIMD4<Int16>) -> Lanes {
        Lanes(SIMD4<Int32>(truncatingIfNeeded: part))
    }

    /// Sums of the best ways on which each of the four comes next.
    @inline(__always)
    private func opened(_ closed: Lanes) -> Lanes {
        let a = cscan_larger(
            between.0 + Lanes(repeating: closed[0]), between.1 + Lanes(repeating: closed[1]))
        let b = cscan_larger(
            between.2 + Lanes(repeating: closed[2]), between.3 + Lanes(repeating: closed[3]))
        return cscan_larger(a, b)
    }

    /// Goes back along the best way.
    private func trace(
        _ emissions: UnsafePointer<NameVector>, _ sums: UnsafeMutablePointer<Sums>, _ count: Int,
        _ tags: UnsafeMutablePointer<UInt8>
    ) {
        var index = count - 1
        var end = closing(before: 0, sums[index].closed)
        while true {
            if end == 0 {
                tags[index] = 0
            } else {
                index = traceName(end, emissions, sums, index, tags)
            }
            if index == 0 { return }
            index -= 1
            // What was opened at the token after it: outside, or a name whose first token that is.
            end = closing(before: end, sums[index].closed)
        }
    }

    /// Writes the tags of the name of a kind that ends at a token.
    ///
    /// - Returns: its first token.
    private func traceName(
        _ end: Int, _ emissions: UnsafePointer<NameVector>, _ sums: UnsafeMutablePointer<Sums>,
        _ last: Int, _ tags: UnsafeMutablePointer<UInt8>
    ) -> Int {
        let kind = end - 1
        var index = last
        let lastSum =
            index == 0
            ? Self.impossible
            : max(
                sums[index - 1].first[end] + firstToLast[end],
                sums[index - 1].inner[end] + innerToLast[end])
                + Float(emissions[index][NameTag.tag(.last, kind)])
        if sums[index].closed[end] != lastSum {
            tags[index] = UInt8(NameTag.tag(.unit, kind))
            return index
        }
        tags[index] = UInt8(NameTag.tag(.last, kind))
        index -= 1
        var isInner =
            sums[index].inner[end] + innerToLast[end] > sums[index].first[end] + firstToLast[end]
        while isInner {
            tags[index] = UInt8(NameTag.tag(.inside, kind))
            index -= 1
            isInner =
                sums[index].inner[end] + innerToInner[end]
                > sums[index].first[end] + firstToInner[end]
        }
        tags[index] = UInt8(NameTag.tag(.begin, kind))
        return index
    }

    /// What the best way ended with before what comes next.
    @inline(__always)
    private func closing(before next: Int, _ closed: Lanes) -> Int {
        Self.largest(into[next] + closed)
    }
}
