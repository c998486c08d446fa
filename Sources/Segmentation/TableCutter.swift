/// Cuts a text by ICU's tables, scalar by scalar, and gives what needs a dictionary to ICU.
struct TableCutter {
    let text: UnsafeBufferPointer<UInt8>
    let rules: WordRules.Tables
    let iterator: BoundaryFinder

    /// Runs from a boundary to the first one after the character at `stop` that has eight ASCII bytes after it, or to
    /// the end of the text; answers where it is.
    @inline(__always)
    func cut(
        from first: Int, beyond stop: Int, _ body: (_ end: Int, _ status: UInt16) -> Void
    ) throws(SegmentationError) -> Int {
        var start = first
        while start < text.count, start <= stop || !isASCII(from: start) {
            start = try segment(from: start, body)
        }
        return start
    }

    @inline(__always)
    private func isASCII(from start: Int) -> Bool {
        guard start + 8 <= text.count else { return false }
        let bytes = UnsafeRawPointer(text.baseAddress! + start).loadUnaligned(as: UInt64.self)
        return bytes & 0x8080_8080_8080_8080 == 0
    }

    /// One segment as ICU's engine finds it: the longest that ends in an accepting state.
    @inline(__always)
    private func segment(
        from start: Int, _ body: (_ end: Int, _ status: UInt16) -> Void
    ) throws(SegmentationError) -> Int {
        var state = rules.start
        var offset = start
        var end = start
        var status: UInt16 = 0
        var needsDictionary = false
        while true {
            if offset >= text.count {
                let last = rules.atEnd(state)
                if last != 0, rules.accepts(last) {
                    end = text.count
                    status = rules.status(last)
                }
                break
            }
            let (scalar, length) = text.scalar(at: offset)
            let category = rules.category(scalar.value)
            if category >= rules.firstDictionaryCategory { needsDictionary = true }
            state = rules.next(state, category)
            if state == 0 { break }
            offset += length
            if rules.accepts(state) {
                end = offset
                status = rules.status(state)
            }
        }
        if end == start {
            end = start + text.scalar(at: start).length
            status = 0
        }
        // Shorter runs have no boundary inside.
        if needsDictionary, end - start > 3 {
            let run = UnsafeBufferPointer(rebasing: text[start..<end])
            try iterator.forEachBoundary(in: run) { inner, _ in
                if inner < run.count { body(start + inner, status) }
            }
        }
        body(end, status)
        return end
    }
}
