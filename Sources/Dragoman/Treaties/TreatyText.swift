import Segmentation

extension TokenBuffer {
    /// The tokens of the sentence that `token` stands in.
    func sentence(of token: Int) -> Range<Int> {
        sentence(number: sentenceNumber(of: token))
    }

    func sentence(number: Int) -> Range<Int> {
        let start = number > 0 ? Int(sentenceStarts[number - 1]) : 0
        let end = number < sentenceStarts.count ? Int(sentenceStarts[number]) : tokens.count
        return start..<end
    }

    /// Number of the sentence that `token` stands in.
    func sentenceNumber(of token: Int) -> Int {
        sentenceStarts.partitioningIndex { Int($0) > token }
    }
}

/// Walks over the sentences of a text: each token asked for stands behind the one before.
struct SentenceWalk {
    private let text: TokenBuffer
    /// Its number, as ``TokenBuffer/sentenceNumber(of:)`` gives it.
    private(set) var number = 0
    private(set) var tokens = 0..<0

    init(_ text: TokenBuffer) { self.text = text }

    mutating func move(to token: Int) {
        if tokens.contains(token) { return }
        number = text.sentenceNumber(of: token)
        tokens = text.sentence(number: number)
    }
}

/// A date with a calendar value.
struct TreatyDate {
    var tokens: Range<Int>
    /// TIMEX3.
    var value: String
    /// Whether the text says it all.
    var isExplicit: Bool
}

extension [TreatyDate] {
    /// Those of a text's dates that have a calendar value.
    init(_ dates: [FoundDate]) {
        self = []
        reserveCapacity(dates.count)
        for index in dates.indices {
            guard let first = dates[index].notation.timex.utf8.first, 0x30...0x39 ~= first else {
                continue
            }
            append(
                TreatyDate(
                    tokens: dates[index].tokens, value: dates[index].notation.timex,
                    isExplicit: dates[index].resolution == .explicit))
        }
    }

    /// Those that touch `tokens`; the array is in the order of the text.
    func indices(within tokens: Range<Int>) -> Range<Int> {
        let start = partitioningIndex { $0.tokens.upperBound > tokens.lowerBound }
        var end = start
        while end < count, self[end].tokens.lowerBound < tokens.upperBound { end += 1 }
        return start..<end
    }
}

extension RandomAccessCollection where Index == Int {
    /// The first index whose element is in the later part, of elements that are so parted.
    @inline(__always)
    func partitioningIndex(_ isAfter: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = (low + high) / 2
            if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
