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
        let segmenter = try Segmenter()
        let memory = FormMemory()
        var (text, kept, plain) = (TokenBuffer(), HitBuffer(), HitBuffer())
        for sentence in [
            "New Zealand and the US met us in new zealand.", "NEW ZEALAND, Zealand, nz, NZ",
            "United States of New Zealand", "", "us US Us",
        ] {
            segmenter.segment(sentence, into: &text)
            lexicon.findHits(in: text, into: &kept, memory)
            lexicon.findHits(in: text, into: &plain)
            #expect(kept.hits == plain.hits)
            for token in text.tokens.indices {
                #expect(kept.indices(startingAt: token) == plain.indices(startingAt: token))
            }
        }
    }
}
