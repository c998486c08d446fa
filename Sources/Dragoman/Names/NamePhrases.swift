import Lexicon
import Segmentation

/// A phrase of two tokens and more that says something of names.
struct NamePhrase: BitwiseCopyable {
    private let startBits: Int32
    private let endBits: Int32
    /// What it is: bits by ``NameMark/Phrase``, and above them by ``NameMark/Word``.
    let kinds: UInt32

    init(_ tokens: Range<Int>, _ kinds: UInt32) {
        startBits = Int32(truncatingIfNeeded: tokens.lowerBound)
        endBits = Int32(truncatingIfNeeded: tokens.upperBound)
        self.kinds = kinds
    }

    @inline(__always) var start: Int { Int(startBits) }
    @inline(__always) var end: Int { Int(endBits) }
    @inline(__always) var tokens: Range<Int> { start..<end }

    /// The bits of ``NameMark/Phrase``.
    static let phraseKinds: UInt32 = 1 << UInt32(NameMark.Phrase.allCases.count) - 1
}

/// The phrases of a text that say something of names, used again from text to text.
final class NamePhrases {
    /// By first token, then the longest first; then one behind all texts.
    private let phrases = GrowingBuffer<NamePhrase>()
    /// What was said of the window at hand: the end of a phrase, and its kinds.
    private let said = GrowingBuffer<(end: Int, kinds: UInt32)>()
    /// The first phrase that may be near the next window.
    private var first = 0

    /// Lists those of a text.
    func read(_ text: MarkedText, _ marker: NameMarker) {
        removeAll()
        for start in text.hits.phraseStarts { list(Int(start), text, marker) }
        end()
    }

    /// Lists those of a text that are near windows, which are in its order.
    func read(
        _ text: MarkedText, _ marker: NameMarker, near windows: UnsafeBufferPointer<NameWindow>
    ) {
        removeAll()
        let starts = text.hits.phraseStarts
        var next = 0
        for window in windows {
            let farthest = UInt32(truncatingIfNeeded: window.lowerBound &- window.before)
            let end = UInt32(truncatingIfNeeded: window.upperBound)
            while next < starts.count, starts[next] < farthest { next &+= 1 }
            while next < starts.count, starts[next] < end {
                list(Int(starts[next]), text, marker)
                next &+= 1
            }
        }
        end()
    }

    private func removeAll() {
        phrases.removeAll()
        start()
    }

    /// Lists the phrases that start at a token.
    @inline(__always)
    private func list(_ start: Int, _ text: MarkedText, _ marker: NameMarker) {
        for index in text.hits.indices(startingAt: start) {
            let hit = text.hits[index]
            if Int(hit.end) &- start < 2 { break }
            let kinds = marker.kinds(of: hit.classes.union(hit.lowered))
            if kinds != 0 { phrases.append(NamePhrase(start..<Int(hit.end), kinds)) }
        }
    }

    private func end() { phrases.append(NamePhrase(Int(Int32.max)..<Int(Int32.max), 0)) }

    /// The next window may be any.
    func start() { first = 0 }

    /// Calls `body` with the phrases that reach into a window or end right before it, windows in their order.
    ///
    /// Of those of one kind that overlap, only the one that starts first is of that kind.
    @inline(__always)
    func forEach(near window: NameWindow, _ body: (NamePhrase) -> Void) {
        let farthest = window.lowerBound &- window.before
        var index = first
        while phrases[index].start < farthest { index &+= 1 }
        first = index
        said.removeAll()
        while phrases[index].start < window.upperBound {
            let phrase = phrases[index]
            index &+= 1
            if phrase.end < window.lowerBound { continue }
            var kinds = phrase.kinds
            for other in said.elements where other.end > phrase.start { kinds &= ~other.kinds }
            said.append((phrase.end, kinds & NamePhrase.phraseKinds))
            body(NamePhrase(phrase.tokens, kinds))
        }
    }
}
