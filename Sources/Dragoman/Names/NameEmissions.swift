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
        /// Where the vectors of its form start.
        var place: UInt32
        var spelling: UInt32
        var category: TokenCategory

        static let edge = Near(place: NameVectors.Pointers.edge, spelling: 0, category: .edge)
    }

    init(_ knowledge: NameKnowledge, _ vectors: NameVectors) {
        self.vectors = vectors
        marker = knowledge.marker
        rows = knowledge.model.denseRows
        phraseSums = PhraseSums(knowledge.model)
    }

    /// Sums what forms and marks say in all windows.
    func read(_ windows: NameWindows, _ text: MarkedText) {
        sums.removeAll()
        spellings.removeAll()
        phrases.read(text, marker)
        let pointers = vectors.pointers
        for window in windows.windows.elements {
            near.reserve(window.count &+ 2 &* NameFeature.reach)
            let near = near.start
            read(window, text, pointers, near)
            let sums = sums.append(count: window.count)
            let spellings = spellings.append(count: window.count)
            for index in 0..<window.count {
                sums[index] = sum(near + index, pointers)
                spellings[index] = near[index &+ NameFeature.reach].spelling
            }
            phrases.forEach(near: window) { phraseSums.add($0, to: window, sums) }
            marks.removeAll()
            marker.mark(
                window, text, isSport: windows.isSport,
                category: { near[$0 &- window.lowerBound &+ NameFeature.reach].category },
                into: marks)
            for mark in marks.elements {
                Self.add(mark.mark, mark.token &- window.lowerBound, sums, window.count, rows)
            }
        }
    }

    /// Reads what is near a window: two tokens before, its own, two after.
    @inline(__always)
    private func read(
        _ window: NameWindow, _ text: MarkedText, _ pointers: NameVectors.Pointers,
        _ near: UnsafeMutablePointer<Near>
    ) {
        let reach = NameFeature.reach
        let end = window.count &+ reach
        // Most are overwritten.
        near[0] = .edge
        near[1] = .edge
        near[end] = .edge
        near[end &+ 1] = .edge
        let first = reach &- min(window.before, reach)
        let last = end &+ min(window.after, reach)
        let tokens = text.tokens.baseAddress! + (window.lowerBound &- reach)
        var all = NameVectors.State.hasVectors
        for index in first..<last {
            let form = tokens[index].form
            let entry = pointers.entry(form)
            all.formIntersection(entry.state)
            near[index] = Near(
                place: NameVectors.Pointers.place(of: form), spelling: entry.spelling,
                category: entry.category)
        }
        if all.isEmpty {
            for index in first..<last {
                vectors.addVectors(text, window.lowerBound &- reach &+ index)
            }
        }
    }

    /// Sums what forms say of the token two after the first of `near`.
    @inline(__always)
    private func sum(
        _ near: UnsafeMutablePointer<Near>, _ pointers: NameVectors.Pointers
    ) -> NameVector {
        let vectors = pointers.vectors
        let (before, here, after) = (near[1], near[2], near[3])
        var sum = vectors[Int(here.place) &+ 2]
        sum &+= vectors[Int(near[0].place)] &+ vectors[Int(before.place) &+ 1]
        sum &+= vectors[Int(after.place) &+ 3] &+ vectors[Int(near[4].place) &+ 4]
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
