import CScan
import Segmentation

/// Sums what speaks for the tags of the tokens of windows; a worker has one.
///
/// Unsafe for speed. What must hold: windows are of the text, and ``NameVectors/prepare(for:)`` was called for it.
final class NameEmissions {
    /// By token of the windows, one window after another.
    let sums = GrowingBuffer<NameVector>()
    /// The numbers of their spellings; see ``NameVectors/Entry/spelling``.
    let spellings = GrowingBuffer<UInt32>()

    private let vectors: NameVectors
    private let marker: NameMarker
    private let rows: NameModel.DenseRows
    private let phrases = NamePhrases()
    private let phraseSums: PhraseSums
    private let marks = GrowingBuffer<NameMarker.Mark>()
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
        phraseSums = PhraseSums(knowledge.model)
    }

    /// Sums what forms and marks say in all windows.
    func read(_ windows: NameWindows, _ text: MarkedText) {
        let count = gather(windows.windows, text)
        sums.removeAll()
        let sums = sums.append(count: count)
        spellings.removeAll()
        let spellings = spellings.append(count: count)
        phrases.read(text, marker)
        var near = near.start
        var base = 0
        var date = 0
        for window in windows.windows.elements {
            let own = sums + base
            for index in 0..<window.count {
                own[index] = sum(near + index)
                spellings[base &+ index] = near[index &+ NameFeature.reach].row.pointee.spelling
            }
            phrases.forEach(near: window) { phraseSums.add($0, to: window, own) }
            marker.mark(
                window, text, isSport: windows.isSport, date: &date,
                category: { near[$0 &- window.lowerBound &+ NameFeature.reach].category },
                into: marks)
            for mark in marks.elements {
                Self.add(mark.mark, mark.token &- window.lowerBound, own, window.count, rows)
            }
            near += window.count &+ 2 &* NameFeature.reach
            base &+= window.count
        }
    }

    /// Reads what is near all windows, and asks for what sums will read.
    ///
    /// - Returns: how many tokens they have.
    private func gather(_ windows: GrowingBuffer<NameWindow>, _ text: MarkedText) -> Int {
        near.removeAll()
        let pointers = vectors.pointers
        var count = 0
        for window in windows.elements {
            count &+= window.count
            gather(window, text, pointers, near.append(count: window.count &+ 2 &* NameFeature.reach))
        }
        return count
    }

    /// Reads what is near a window: two tokens before, its own, two after.
    @inline(__always)
    private func gather(
        _ window: NameWindow, _ text: MarkedText, _ pointers: NameVectors.Pointers,
        _ near: UnsafeMutablePointer<Near>
    ) {
        let reach = NameFeature.reach
        let end = window.count &+ reach
        let edge = Near(row: pointers.edge, category: .edge)
        // Most are overwritten.
        near[0] = edge
        near[1] = edge
        near[end] = edge
        near[end &+ 1] = edge
        let first = reach &- min(window.before, reach)
        let last = end &+ min(window.after, reach)
        let tokens = text.tokens.baseAddress! + (window.lowerBound &- reach)
        var missing: NameVectors.State = []
        func gather(_ index: Int, _ wanted: NameVectors.State) {
            let form = tokens[index].form
            let facts = pointers.facts(form)
            missing.formUnion(wanted.subtracting(facts.state))
            near[index] = Near(row: pointers.row(form), category: facts.category)
        }
        let wanted: NameVectors.State =
            window.count == 1 ? .saysItself : [.saysBefore, .saysItself, .saysAfter]
        for index in first..<reach {
            gather(index, .saysBefore)
            cscan_prefetch(near[index].row)
        }
        for index in reach..<end {
            gather(index, wanted)
            cscan_prefetch(UnsafeRawPointer(near[index].row) + 64)
        }
        for index in end..<last {
            gather(index, .saysAfter)
            cscan_prefetch(UnsafeRawPointer(near[index].row) + 128)
        }
        for index in reach..<end {
            let (before, here) = (near[index &- 1].category, near[index].category)
            let after = near[index &+ 1].category
            cscan_prefetch(rows.address(NameFeature.pair(.before, before, here)))
            cscan_prefetch(rows.address(NameFeature.pair(.after, here, after)))
            cscan_prefetch(rows.address(NameFeature.pair(.around, before, after)))
        }
        if !missing.isEmpty {
            for index in first..<last {
                vectors.sum(
                    index < reach ? .saysBefore : index < end ? wanted : .saysAfter,
                    text, window.lowerBound &- reach &+ index)
            }
        }
    }

    /// Sums what forms say of the token two after the first of `near`.
    @inline(__always)
    private func sum(_ near: UnsafeMutablePointer<Near>) -> NameVector {
        let (before, here, after) = (near[1], near[2], near[3])
        var sum = here.row.pointee.itself
        sum &+= near[0].row.pointee.twoBefore &+ before.row.pointee.before
        sum &+= after.row.pointee.after &+ near[4].row.pointee.twoAfter
        sum &+= rows[NameFeature.pair(.before, before.category, here.category)]
        sum &+= rows[NameFeature.pair(.after, here.category, after.category)]
        sum &+= rows[NameFeature.pair(.around, before.category, after.category)]
        return sum
    }

    /// Adds what a mark on a token of a window or beside it says to the tokens of the window.
    @inline(__always)
    static func add(
        _ mark: Int, _ place: Int, _ sums: UnsafeMutablePointer<NameVector>, _ count: Int,
        _ rows: NameModel.DenseRows
    ) {
        for offset in -1...1 {
            let place = place &- offset
            if UInt(bitPattern: place) < UInt(bitPattern: count) {
                sums[place] &+= rows[NameFeature.mark(mark, at: offset)]
            }
        }
    }
}
