import CScan
import Segmentation

/// Sums what speaks for the tags of the tokens of windows; a worker has one.
///
/// Windows of one token, more than half, are summed apart from the others, without branches that could not be foretold.
///
/// Unsafe for speed. What must hold: windows are of the text, and ``NameVectors/prepare(for:)`` was called for it.
final class NameEmissions {
    /// By token of the windows (``NameWindow/base``).
    let sums = GrowingBuffer<NameVector>()
    /// The numbers of their spellings; see ``NameVectors/Row/spelling``.
    let spellings = GrowingBuffer<UInt32>()
    /// Their places in the text.
    let tokens = GrowingBuffer<UInt32>()

    /// What they stand beside: bits of ``NameContext``.
    let contexts = GrowingBuffer<UInt64>()

    private let vectors: NameVectors
    private let contextSums: NameContextSums
    private let marker: NameMarker
    private let rows: NameModel.DenseRows
    private let phrases = NamePhrases()
    private let phraseSums: MarkSums
    private let marks = GrowingBuffer<NameMarker.Mark>()
    /// What is near windows of several tokens, one window after another.
    private let near = GrowingBuffer<Near>()

    /// What is read of a token in or near a window.
    private struct Near: BitwiseCopyable {
        var row: UnsafeMutablePointer<NameVectors.Row>
        var category: TokenCategory
    }

    init(_ knowledge: NameKnowledge, _ vectors: NameVectors) {
        self.vectors = vectors
        marker = knowledge.marker
        rows = knowledge.model.denseRows
        contextSums = NameContextSums(knowledge.model)
        // A token of a phrase is its first, an inner one or its last.
        phraseSums = MarkSums(knowledge.model, partCount: 3) { kinds, part, body in
            NameMark.forEach(of: kinds, at: part, of: 3, body)
        }
    }

    /// Sums what forms and marks say in all windows.
    func read(_ search: NameWindows, _ text: MarkedText) {
        spellings.resize(to: search.tokenCount)
        tokens.resize(to: search.tokenCount)
        contexts.resize(to: search.tokenCount)
        sums.resize(to: search.tokenCount)
        phrases.read(text, marker, near: search.windows.elements)
        readSingle(search, text)
        gather(search, text)
        readSeveral(search, text)
    }

    /// Adds what other occurrences of the spellings stand beside, whose slots a learner has.
    func addContexts(_ learner: NameLearner) {
        contextSums.add(
            contexts.start, learner.slots.start, slotCount: learner.slotCount, count: sums.count,
            to: sums.start)
    }

    // MARK: Windows of one token

    private func readSingle(_ search: NameWindows, _ text: MarkedText) {
        let pointers = vectors.pointers
        let (windows, sums) = (search.windows.start, sums.start)
        let (spellings, tokens, contexts) = (spellings.start, tokens.start, contexts.start)
        var date = 0
        phrases.start()
        let single = search.single.elements
        for index in single.indices {
            let window = windows[Int(single[index])]
            let token = window.lowerBound
            if index &+ Self.ahead < single.count {
                let window = windows[Int(single[index &+ Self.ahead])]
                prefetch(window, text.tokens.baseAddress! + window.lowerBound, pointers)
            }
            let place = text.tokens.baseAddress! + token
            let (here, row) = look(place, 0, true, .saysItself, text, pointers)
            let (before, rowBefore) = look(
                place, -1, window.before > 0, .saysBefore, text, pointers)
            let (after, rowAfter) = look(place, 1, window.after > 0, .saysAfter, text, pointers)
            let (_, rowTwoBefore) = look(
                place, -2, window.before > 1, .saysBefore, text, pointers)
            let (_, rowTwoAfter) = look(place, 2, window.after > 1, .saysAfter, text, pointers)
            var sum = row.pointee.itself
            sum &+= rowBefore.pointee.before &+ rowTwoBefore.pointee.twoBefore
            sum &+= rowAfter.pointee.after &+ rowTwoAfter.pointee.twoAfter
            sum &+= pairs(before, here, after)
            sums[window.base] = sum
            spellings[window.base] = row.pointee.spelling
            contexts[window.base] = contextSums.bits(before: before, after: after)
            tokens[window.base] = UInt32(truncatingIfNeeded: token)
            phrases.forEach(near: window) { add($0, to: window, sums + window.base) }
            marker.mark(
                window, text, isSport: search.isSport, date: &date, category: { _ in here },
                into: marks)
            addMarks(to: window, sums + window.base)
        }
    }

    /// How many windows before it is read what will be read of one is asked for.
    private static let ahead = 3

    /// Asks for the rows that a window of one token, at a place in the text, will read.
    @inline(__always)
    private func prefetch(
        _ window: NameWindow, _ place: UnsafePointer<Token>, _ pointers: NameVectors.Pointers
    ) {
        /// - Parameter line: which 64 bytes of the row.
        func prefetch(_ offset: Int, _ isInside: Bool, line: Int) {
            let form = Int(place[isInside ? offset : 0].form)
            cscan_prefetch(UnsafeRawPointer(pointers.row(form)) + 64 &* line)
        }
        prefetch(-2, window.before > 1, line: 0)
        prefetch(-1, window.before > 0, line: 0)
        prefetch(0, true, line: 1)
        prefetch(1, window.after > 0, line: 2)
        prefetch(2, window.after > 1, line: 2)
    }

    /// The category and the row of the token at an offset if it is in the sentence, else those of the edge.
    @inline(__always)
    private func look(
        _ place: UnsafePointer<Token>, _ offset: Int, _ isInside: Bool,
        _ wanted: NameVectors.State, _ text: MarkedText, _ pointers: NameVectors.Pointers
    ) -> (TokenCategory, UnsafeMutablePointer<NameVectors.Row>) {
        // For want of a branch some form is read in any case.
        let form = place[isInside ? offset : 0].form
        let number = isInside ? Int(form) : NameVectors.Pointers.edgeForm
        let facts = pointers.facts(number)
        if !wanted.isSubset(of: facts.state) {
            vectors.sum(wanted, text, place + offset - text.tokens.baseAddress!)
        }
        return (facts.category, pointers.row(number))
    }

    // MARK: Windows of several tokens

    private func readSeveral(_ search: NameWindows, _ text: MarkedText) {
        let (windows, sums) = (search.windows.start, sums.start)
        let (spellings, tokens, contexts) = (spellings.start, tokens.start, contexts.start)
        var near = near.start
        var date = 0
        phrases.start()
        for number in search.several.elements {
            let window = windows[Int(number)]
            let own = sums + window.base
            for index in 0..<window.count {
                own[index] = sum(near + index)
                spellings[window.base &+ index] = near[index &+ 2].row.pointee.spelling
                contexts[window.base &+ index] = contextSums.bits(
                    before: near[index &+ 1].category, after: near[index &+ 3].category)
                tokens[window.base &+ index] = UInt32(
                    truncatingIfNeeded: window.lowerBound &+ index)
            }
            phrases.forEach(near: window) { add($0, to: window, own) }
            marker.mark(
                window, text, isSport: search.isSport, date: &date,
                category: { near[$0 &- window.lowerBound &+ 2].category }, into: marks)
            addMarks(to: window, own)
            near += window.count &+ 4
        }
    }

    /// Reads what is near windows of several tokens, and asks for what sums will read.
    private func gather(_ search: NameWindows, _ text: MarkedText) {
        near.removeAll()
        let pointers = vectors.pointers
        let windows = search.windows.start
        for number in search.several.elements {
            let window = windows[Int(number)]
            gather(window, text, pointers, near.append(count: window.count &+ 4))
        }
    }

    /// Reads what is near a window: two tokens before, its own, two after.
    @inline(__always)
    private func gather(
        _ window: NameWindow, _ text: MarkedText, _ pointers: NameVectors.Pointers,
        _ near: UnsafeMutablePointer<Near>
    ) {
        let end = window.count &+ 2
        let tokens = text.tokens.baseAddress! + (window.lowerBound &- 2)
        var missing: NameVectors.State = []
        func gather(_ index: Int, _ wanted: NameVectors.State) {
            let form = Int(tokens[index].form)
            let facts = pointers.facts(form)
            missing.formUnion(wanted.subtracting(facts.state))
            near[index] = Near(row: pointers.row(form), category: facts.category)
        }
        let edge = Near(
            row: pointers.row(NameVectors.Pointers.edgeForm), category: .edge)
        // Most are overwritten.
        near[0] = edge
        near[1] = edge
        near[end] = edge
        near[end &+ 1] = edge
        let first = 2 &- min(window.before, 2)
        let last = end &+ min(window.after, 2)
        for index in first..<2 {
            gather(index, .saysBefore)
            cscan_prefetch(near[index].row)
        }
        for index in 2..<end {
            gather(index, [.saysBefore, .saysItself, .saysAfter])
            cscan_prefetch(UnsafeRawPointer(near[index].row) + 64)
        }
        for index in end..<last {
            gather(index, .saysAfter)
            cscan_prefetch(UnsafeRawPointer(near[index].row) + 128)
        }
        if !missing.isEmpty {
            for index in first..<last {
                vectors.sum(
                    index < 2
                        ? .saysBefore
                        : index < end ? [.saysBefore, .saysItself, .saysAfter] : .saysAfter,
                    text, window.lowerBound &- 2 &+ index)
            }
        }
    }

    /// Sums what forms say of the token two after the first of `near`.
    @inline(__always)
    private func sum(_ near: UnsafeMutablePointer<Near>) -> NameVector {
        let (before, here, after) = (near[1], near[2], near[3])
        var sum = here.row.pointee.itself
        sum &+= before.row.pointee.before &+ near[0].row.pointee.twoBefore
        sum &+= after.row.pointee.after &+ near[4].row.pointee.twoAfter
        return sum &+ pairs(before.category, here.category, after.category)
    }

    // MARK: Both

    /// What the categories of a token and its neighbours say.
    @inline(__always)
    private func pairs(
        _ before: TokenCategory, _ here: TokenCategory, _ after: TokenCategory
    ) -> NameVector {
        rows[NameFeature.pair(.before, before, here)]
            &+ rows[NameFeature.pair(.after, here, after)]
            &+ rows[NameFeature.pair(.around, before, after)]
    }

    /// Adds what a phrase says to the tokens of a window.
    @inline(__always)
    private func add(
        _ phrase: NamePhrase, to window: NameWindow, _ sums: UnsafeMutablePointer<NameVector>
    ) {
        let rows = phraseSums.rows(of: phrase.kinds)
        let end = min(phrase.end, window.upperBound &+ 1)
        var token = max(phrase.start, window.lowerBound &- 1)
        while token < end {
            let part = token == phrase.start ? 0 : token == phrase.end &- 1 ? 2 : 1
            MarkSums.add(
                rows + part &* 3, token &- window.lowerBound, to: sums, window.count)
            token &+= 1
        }
    }

    /// Adds what the marks say that were found to the tokens of a window.
    @inline(__always)
    private func addMarks(to window: NameWindow, _ sums: UnsafeMutablePointer<NameVector>) {
        for mark in marks.elements {
            for offset in -1...1 {
                let place = mark.token &- window.lowerBound &- offset
                if UInt(bitPattern: place) < UInt(bitPattern: window.count) {
                    sums[place] &+= rows[NameFeature.mark(mark.mark, at: offset)]
                }
            }
        }
    }
}
