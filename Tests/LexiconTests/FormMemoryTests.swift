import Segmentation
import Testing

@testable import Lexicon

@Suite("what is kept of single words changes no hit")
struct FormMemoryTests {
    @Test("the hits are those of a look-up without memory, text after text")
    func equalsPlainLookUp() throws {
        let lexicon = try lexicon(
            "New Zealand\tNZ\tplace.country\t\t\t", "US\tUnited States\tplace.country\texact\t\t",
            "Zealand\t\tplace.island\t\t\t", "us\t\tword\tany\t\t")
        try compare(
            lexicon,
            [
                "New Zealand and the US met us in new zealand.", "NEW ZEALAND, Zealand, nz, NZ",
                "United States of New Zealand", "", "us US Us",
            ])
    }

    static let rows = [
        "a\t\tx\tany\t\t", "a b\t\tx\tany\t\t", "a b c\t\ty\tname\t\t", "A b C a\t\tx\tname\t\t",
        "b c\t\ty\texact\t\t", "B C\t\tx\texact\t\t", "c a b c a b\t\ty\tany\t\t", "b\t\tz\t\t\t",
        "of a\t\tz\tany\t\t", "of\t\tz\tany\t\t", "A\t\tz\tname\t\t",
    ]

    @Test("so they are for random texts, with one image and with two", arguments: 0..<8)
    func equalsPlainLookUp(seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func random(_ bound: Int) -> Int {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return Int(state >> 33) % bound
        }
        let words = ["a", "b", "c", "A", "B", "C", "of", "d", "Ab", "."]
        let gaps = [" ", " ", " ", " ", "\n\n", ". "]
        let texts = (0..<120).map { _ in
            (0..<random(90)).map { _ in words[random(words.count)] + gaps[random(gaps.count)] }
                .joined()
        }
        let first = try LexiconImage(image(Self.rows.filter { _ in random(4) > 0 }))
        let second = try LexiconImage(image(Self.rows.filter { _ in random(2) > 0 } + ["q\t\tx"]))
        try compare(Lexicon([first]), texts)
        try compare(Lexicon([first, second]), texts)
    }

    @Test("so they are where a lexicon has more kinds of hits than most")
    func manyKindsOfHits() throws {
        var rows: [String] = []
        for first in 0..<40 {
            rows.append("w\(first)\t\te\(first)\tany\t\t")
            for second in 0..<40 {
                rows.append("w\(first) w\(second)\t\tc\(first)\tany\t\t")
                rows.append("w\(first) w\(second)\t\td\(second)\tany\t\t")
            }
        }
        // More runs than the table has places at first.
        let text = (0..<1600).map { "w\($0 / 40) w\($0 % 40), w\($0 % 40)" }.joined(separator: " ")
        try compare(Lexicon([LexiconImage(image(rows))]), [text, text])
    }

    private func compare(_ lexicon: Lexicon, _ texts: [String]) throws {
        for hasNotes in [false, true] { try compare(lexicon, texts, hasNotes: hasNotes) }
    }

    /// - Parameter hasNotes: whether what is known of a form goes with its tokens in texts to come.
    private func compare(_ lexicon: Lexicon, _ texts: [String], hasNotes: Bool) throws {
        let segmenter = try Segmenter()
        let memory = FormMemory()
        var (text, kept, plain, again) = (TokenBuffer(), HitBuffer(), HitBuffer(), HitBuffer())
        for sentence in texts {
            segmenter.segment(sentence, into: &text)
            lexicon.findHits(in: &text, into: &kept, memory)
            lexicon.findHits(in: text, into: &plain)
            lexicon.findHits(in: &text, into: &again, memory)
            #expect(kept.all() == plain.all())
            #expect(again.all() == plain.all())
            #expect(kept.phraseStarts == plain.phraseStarts)
            #expect(kept.longest == plain.longest)
            for token in text.tokens.indices {
                let hits = Array(kept.startingAt(token))
                #expect(hits == Array(plain.startingAt(token)))
                #expect(hits == kept.indices(startingAt: token).map { kept[$0] })
                kept.withView { view in
                    let listed = Array(view.listed(startingAt: token))
                    if let only = view.indexUnlessListed(startingAt: token) {
                        #expect(listed.isEmpty)
                        #expect(hits.isEmpty ? view[only].classes.isEmpty : hits == [view[only]])
                    } else {
                        #expect(listed == hits)
                    }
                }
            }
            if hasNotes { segmenter.keepNotes { FormNote(lexicon: memory.note(of: $0)) } }
        }
    }
}
