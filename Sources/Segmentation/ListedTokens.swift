import CScan

/// Tokens whose bounds are known and whose forms have been asked for: by the time that they are looked at, the
/// processor has them at hand.
///
/// Unsafe for speed. What must hold: the tokens of no more than two blocks are added before they are removed.
struct ListedTokens {
    struct Item {
        /// ``FormKey/unknown`` if it was not read.
        var key: FormKey
        /// Where the token starts, in the lower half, and ends.
        var bounds: UInt64
        /// Where to look for the form.
        var slot: UInt32
        /// What stands before the token: ``FormTable/Form/place(_:)``.
        var place: UInt32

        var range: Range<Int> {
            Int(UInt32(truncatingIfNeeded: bounds))..<Int(bounds &>> 32)
        }
    }

    let items = UnsafeMutablePointer<Item>.allocate(capacity: 128)
    private let byteMasks = FormKey.makeMasks()
    private(set) var count = 0

    func deallocate() {
        items.deallocate()
        byteMasks.deallocate()
    }

    mutating func removeAll() { count = 0 }

    /// Adds the tokens of the block that starts at `base`.
    ///
    /// - Parameter bytes: the text; sixteen bytes may be read from each byte of the block on.
    @inline(__always)
    mutating func add(
        _ block: CutBlock, _ base: Int, _ bytes: UnsafePointer<UInt8>, _ state: inout ScanState
    ) {
        let table = state.table
        let (first, wasOpen) = (count, state.start != ScanState.none)
        var starts = block.starts
        var ends = block.ends
        var start = state.start
        var place = FormTable.Form.place(state.place)
        func next() {
            let bit = UInt64(truncatingIfNeeded: starts.trailingZeroBitCount)
            starts &= starts &- 1
            start = base &+ Int(truncatingIfNeeded: bit)
            // ``TokenFlags/spaceBefore`` or nothing.
            place = UInt32(truncatingIfNeeded: block.afterWhite &>> bit & 1) &<< 16
        }
        if !wasOpen { next() }
        var item = items + first
        while ends != 0 {
            let end = base &+ ends.trailingZeroBitCount
            ends &= ends &- 1
            let length = end &- start
            var key = FormKey.unknown
            if length < 16 { key = FormKey(ascii: bytes + start, length, byteMasks) }
            let slot = table.place(of: key)
            cscan_prefetch(table.slots + slot)
            item.initialize(
                to: Item(
                    key: key,
                    bounds: UInt64(truncatingIfNeeded: start)
                        | UInt64(truncatingIfNeeded: end) &<< 32,
                    slot: UInt32(truncatingIfNeeded: slot),
                    place: place))
            item += 1
            next()
        }
        count = item - items
        state.start = start < base &+ 64 ? start : ScanState.none
        state.place = TokenFlags(rawValue: UInt8(truncatingIfNeeded: place &>> 16))
        if block.lineEnds != 0 || state.lineEnds != 0 {
            markLines(block, first &+ (wasOpen ? 1 : 0), &state)
        }
    }

    /// Marks those tokens of the block that start lines; `first` is the number of the first that starts in it. The
    /// line ends that no token follows in the block are counted in the state.
    @inline(never)
    private func markLines(_ block: CutBlock, _ first: Int, _ state: inout ScanState) {
        var rest = block.lineEnds
        var later = block.starts
        while true {
            if state.lineEnds == 0 {
                if rest == 0 { return }
                // The starts after the first line end.
                later = block.starts & (0 &- (rest & (0 &- rest)))
            }
            let start = later & (0 &- later)
            let before = rest & (start &- 1)
            rest ^= before
            state.lineEnds += before.nonzeroBitCount
            if start == 0 { return }
            let index = first + (block.starts & (start - 1)).nonzeroBitCount
            let flags: TokenFlags =
                state.lineEnds > 1 ? [.lineStart, .paragraphStart] : .lineStart
            if index < count {
                items[index].place |= FormTable.Form.place(flags)
            } else {
                state.place.formUnion(flags)
            }
            state.lineEnds = 0
        }
    }
}
