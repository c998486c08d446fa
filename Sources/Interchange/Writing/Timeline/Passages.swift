import Dragoman

/// The sentences of a document and the names in them; of a long sentence, the part around a mention.
///
/// So that what is written of a document grows with it and not with its square, a passage has an end even where a
/// sentence has none.
struct Passages {
    /// A longer sentence, in bytes, is cut to about as much.
    static let longest = 600

    private let document: Document
    private let utf8: UnsafeBufferPointer<UInt8>

    init(_ document: Document, utf8: UnsafeBufferPointer<UInt8>) {
        self.document = document
        self.utf8 = utf8
    }

    /// Number of the sentence that a byte stands in or behind; -1 for none.
    func sentence(at byte: Int) -> Int {
        document.sentences.partitioningIndex { $0.lowerBound > byte } - 1
    }

    /// The sentence that a mention starts in, to the mention's end at least; of a long one, the part around it.
    func span(around number: Int) -> Range<Int> {
        let mention = document.mentions[number].utf8Range.clamped(to: 0..<utf8.count)
        let sentence = sentence(at: mention.lowerBound)
        guard sentence >= 0 else { return mention }
        let start = document.sentences[sentence].lowerBound
        let end = max(document.sentences[sentence].upperBound, mention.upperBound)
        if end - start <= Self.longest { return start..<end }
        let room = max(0, Self.longest - mention.count) / 2
        return cut(
            start, mention.lowerBound, atMost: room, by: -1)..<cut(
                end, mention.upperBound, atMost: room, by: 1)
    }

    /// The place between `end` and `from` that is nearest to `end`, no more than `atMost` bytes from `from`, and at the
    /// edge of a word if there is one near.
    private func cut(_ end: Int, _ from: Int, atMost room: Int, by step: Int) -> Int {
        if (end - from) * step <= room { return end }
        let far = from + room * step
        var place = far
        while place != from {
            // Before the first byte of a word, behind the last one.
            let outside = utf8[step < 0 ? place - 1 : place]
            if outside == 0x20 || outside == 0x0A { return place }
            if (far - place) * step >= 40 { break }
            place -= step
        }
        place = far
        while place != from, utf8[place] & 0xC0 == 0x80 { place -= step }
        return place
    }

    /// Numbers of the entities that are named in `span`, each once, in their order: people, organizations and places,
    /// and treaties. Names within names do not count.
    func names(in span: Range<Int>) -> (who: [Int], treaties: [Int]) {
        var who: [Int] = []
        var treaties: [Int] = []
        let mentions = document.mentions
        let first = mentions.partitioningIndex { $0.utf8Range.lowerBound >= span.lowerBound }
        for mention in mentions[first...] {
            if mention.utf8Range.lowerBound >= span.upperBound { break }
            guard let entity = mention.entity, mention.inside == nil,
                mention.utf8Range.upperBound <= span.upperBound
            else { continue }
            if mention.label == .treaty {
                if !treaties.contains(entity) { treaties.append(entity) }
            } else if !who.contains(entity) {
                who.append(entity)
            }
        }
        return (who, treaties)
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first index whose element fulfils a condition that all behind it fulfil too.
    fileprivate func partitioningIndex(_ condition: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low
    }
}
