import CScan

/// Cuts a text into tokens in one pass.
///
/// Blocks of ASCII are cut by masks (``BlockCutter``), and their tokens written without looking at a segment of
/// white space. Around other characters ICU's tables cut (``TableCutter``), from the last boundary that is known to
/// the first after which some ASCII stands. What must hold, and what the tests hold it to: the tokens are those of
/// ``PlainTokenizer``.
///
/// Unsafe for speed: text, masks, forms and tokens are read and written by pointer. What must hold: the text stays
/// in place; offsets come from masks of blocks that end within it, or from the table, which checks them; and its end is
/// read from copies with zeros behind, where masks or keys take more bytes than there are.
final class TokenScanner {
    private static let batch = LineIndex.batch

    private let rules: WordRules
    private let iterator: BoundaryFinder
    private let forms: FormTable
    private let masks = UnsafeMutablePointer<CScanMasks>.allocate(capacity: batch)
    private let lastBlock = UnsafeMutablePointer<UInt8>.allocate(capacity: 64)
    private let end = TextEnd()
    private let emptySink = TokenSink()
    private let emptyList = ListedTokens()

    init(_ rules: WordRules, _ iterator: BoundaryFinder, _ forms: FormTable) {
        self.rules = rules
        self.iterator = iterator
        self.forms = forms
    }

    deinit {
        masks.deallocate()
        lastBlock.deallocate()
        end.deallocate()
        emptySink.deallocate()
        emptyList.deallocate()
    }

    /// Appends the tokens of `text`, the numbers of those at which a sentence may start or end, and what there is to
    /// know of its lines.
    func scan(
        _ text: UnsafeBufferPointer<UInt8>, into buffer: inout TokenBuffer, stops: inout [UInt32],
        lines: inout LineIndex
    ) throws(SegmentationError) {
        guard let bytes = text.baseAddress, text.count > 0 else { return }
        var (sink, list) = (emptySink, emptyList)
        var state = ScanState(table: forms.table)
        end.copy(text)
        let blocks = text.count / 64 + 1
        var first = 0
        while first < blocks {
            let count = min(Self.batch, blocks - first)
            classify(bytes, first, count, text.count)
            lines.add(masks, count)
            for index in 0..<count {
                let base = (first + index) * 64
                while state.known < base + 64 {
                    let stop = cut(text, base, masks + index, &state, &list)
                    guard list.count > 64 || stop != nil else { break }
                    sink.makeRoom(for: 2 * list.count, &buffer, &stops)
                    putListed(text, &list, &state, &sink)
                    guard let stop else { break }
                    try cutByTable(text, beyond: stop, &state, &sink, &buffer, &stops)
                }
            }
            first += count
        }
        sink.makeRoom(for: 2 * list.count, &buffer, &stops)
        putListed(text, &list, &state, &sink)
        sink.empty(into: &buffer, &stops)
    }

    private func classify(
        _ bytes: UnsafePointer<UInt8>, _ first: Int, _ count: Int, _ length: Int
    ) {
        let whole = min(count, length / 64 - first)
        cscan_classify(bytes + 64 * first, whole, masks)
        if whole < count {
            let start = 64 * (first + whole)
            lastBlock.update(repeating: 0, count: 64)
            lastBlock.update(from: bytes + start, count: length - start)
            cscan_classify(lastBlock, 1, masks + whole)
        }
    }

    /// Cuts a block, or what is left of it, as far as it is ASCII; answers where the first other byte is, the byte
    /// after the block included.
    @inline(__always)
    private func cut(
        _ text: UnsafeBufferPointer<UInt8>, _ base: Int, _ block: UnsafeMutablePointer<CScanMasks>,
        _ state: inout ScanState, _ list: inout ListedTokens
    ) -> Int? {
        // The bits that count; the one at which a segment starts afresh.
        var valid = UInt64.max
        var fresh: UInt64 = 0
        if state.isFresh {
            state.isFresh = false
            fresh = 1 &<< UInt64(truncatingIfNeeded: state.known &- base)
            valid = 0 &- fresh
            block.pointee.keep(valid)
            state.cutter = BlockCutter()
            state.boundary = state.known
            state.freshStart = state.known
        }
        let after = base &+ 64 < text.count ? text[base &+ 64] : 0
        var stop: Int?
        if block.pointee.nonASCII != 0 || after >= 0x80 {
            let bit = block.pointee.nonASCII.trailingZeroBitCount
            stop = base &+ bit
            // Those bytes are decided that have an ASCII byte after them.
            valid &= bit == 0 ? 0 : 1 &<< UInt64(truncatingIfNeeded: bit &- 1) &- 1
        }
        var cut = state.cutter.cut(block.pointee, before: after)
        cut.keep(valid)
        if base &+ 64 > text.count {
            // A boundary stands at the end, and nothing after it.
            let end: UInt64 = 1 &<< UInt64(truncatingIfNeeded: text.count &- base)
            cut.keep(end | (end &- 1))
            cut.starts &= ~end
        }
        if fresh != 0 {
            cut.ends &= ~fresh
            if state.hasSpace { cut.afterWhite |= fresh }
        }
        if cut.boundaries != 0 {
            let last = cut.boundaries.leadingZeroBitCount
            state.boundary = base &+ 63 &- last
            // The table finds again what stands after the last boundary.
            if stop != nil { cut.lineEnds &= 1 &<< UInt64(63 &- last) &- 1 }
        } else if stop != nil {
            cut.lineEnds = 0
            if fresh == 0 { state.forgetLineEnd(text) }
        }
        list.add(cut, base, end.bytes(of: text, block: base), &state)
        state.known = base &+ 64
        return stop
    }

    /// Puts the tokens that are listed.
    @inline(never)
    private func putListed(
        _ text: UnsafeBufferPointer<UInt8>, _ list: inout ListedTokens,
        _ state: inout ScanState, _ sink: inout TokenSink
    ) {
        var index = 0
        while true {
            index = sink.put(list, from: index, state.table)
            if index == list.count { break }
            put(text, list.items[index], &sink)
            state.table = forms.table
            index += 1
        }
        list.removeAll()
    }

    @inline(never)
    private func put(
        _ text: UnsafeBufferPointer<UInt8>, _ item: ListedTokens.Item, _ sink: inout TokenSink
    ) {
        let range = item.range
        let kind = TokenKind(ascii: UnsafeBufferPointer(rebasing: text[range]))
        let form =
            item.key == .unknown
            ? forms.form(text, range, kind) : forms.form(item.key, text, range, kind)
        put(
            text, range, form, TokenFlags(rawValue: UInt8(truncatingIfNeeded: item.place &>> 16)),
            &sink)
    }

    /// Puts a token of a form, or two if it has a possessive.
    private func put(
        _ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ form: FormTable.Form,
        _ place: TokenFlags, _ sink: inout TokenSink
    ) {
        let end = range.upperBound
        let clitic = end - form.traits.cliticLength
        if clitic == end {
            sink.put(UInt32(range.lowerBound), UInt32(end), form, forms.table, place)
            return
        }
        let stem = forms.form(text, range.lowerBound..<clitic, form.kind)
        sink.put(UInt32(range.lowerBound), UInt32(clitic), stem, forms.table, place)
        let rest = forms.form(text, clitic..<end, form.kind)
        sink.put(UInt32(clitic), UInt32(end), rest, forms.table, .clitic)
    }

    /// Cuts by ICU's tables from the last boundary to one after the character at `stop`.
    @inline(never)
    private func cutByTable(
        _ text: UnsafeBufferPointer<UInt8>, beyond stop: Int, _ state: inout ScanState,
        _ sink: inout TokenSink, _ buffer: inout TokenBuffer, _ stops: inout [UInt32]
    ) throws(SegmentationError) {
        var gap = state.gap(text)
        var start = state.boundary
        let cutter = TableCutter(text: text, rules: rules.tables, iterator: iterator)
        state.known = try cutter.cut(from: start, beyond: stop) { end, status in
            let range = start..<end
            start = end
            if status < 100, text.isWhiteSpace(range) {
                gap.add(text, range)
                return
            }
            sink.makeRoom(for: 2, &buffer, &stops)
            put(text, range, forms.form(text, range, TokenKind(status: status)), gap.flags, &sink)
            gap = WhiteSpace()
        }
        state.isFresh = true
        state.start = ScanState.none
        state.hasSpace = !gap.isEmpty
        state.lineEnds = gap.lineEnds
        state.table = forms.table
    }
}
