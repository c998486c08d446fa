import Testing

@testable import Segmentation

@Suite("A buffer copies a text or borrows it")
struct LentTextTests {
    let segmenter = try! Segmenter()

    @Test(
        "what is said of a text that is lent is what is said of its copy",
        arguments: [
            "", "Mr. Kono met U.S. envoys.\nIn 1956,\nJapan’s 12,500 – naïve.", "\0", "東京で",
        ])
    func equalsCopy(_ text: String) {
        var (lent, copied) = (TokenBuffer(), TokenBuffer())
        segmenter.segment(text, into: &copied)
        Array(text.utf8).withUnsafeBufferPointer {
            segmenter.segment(lent: $0, into: &lent)
            #expect(lent.tokens == copied.tokens)
            #expect(lent.sentenceStarts == copied.sentenceStarts)
            #expect(lent.utf8.elementsEqual(copied.utf8))
            #expect(
                lent.tokens.indices.map(lent.text(at:))
                    == copied.tokens.indices.map(copied.text(at:)))
            #expect(
                lent.tokens.indices.map(lent.number(at:))
                    == copied.tokens.indices.map(copied.number(at:)))
        }
    }

    @Test("a text that is lent is read where it is, and not after it is given back")
    func readsInPlace() {
        var buffer = TokenBuffer()
        Array("One two".utf8).withUnsafeBufferPointer { text in
            segmenter.segment(lent: text, into: &buffer)
            buffer.utf8.withUnsafeBufferPointer { #expect($0.baseAddress == text.baseAddress) }
            buffer.returnText()
            #expect(buffer.utf8.isEmpty && buffer.tokens.count == 2)
        }
    }

    @Test("a text that is kept outlives one that was lent")
    func keeps() {
        var buffer = TokenBuffer()
        var bytes = Array("One two".utf8)
        let kept = bytes.withUnsafeMutableBufferPointer { text in
            segmenter.segment(lent: UnsafeBufferPointer(text), into: &buffer)
            let kept = buffer.keepingText()
            text.update(repeating: UInt8(ascii: "x"))
            return kept
        }
        #expect(kept.text(at: 1) == "two")
    }

    @Test("a copy of a buffer stays as it is when the buffer is filled again")
    func copiesOnWrite() {
        var buffer = TokenBuffer()
        segmenter.segment("One two", into: &buffer)
        let copy = buffer
        segmenter.segment("Three", into: &buffer)
        #expect(copy.text(of: 0..<2) == "One two" && buffer.text(at: 0) == "Three")
        segmenter.segment("A much longer text than the one before", into: &buffer)
        #expect(buffer.text(at: 1) == "much" && copy.text(at: 1) == "two")
    }
}
