import Segmentation

extension TokenBuffer {
    /// The tokens of the sentence that `token` stands in.
    func sentence(of token: Int) -> Range<Int> {
        let number = sentenceNumber(of: token)
        let start = number > 0 ? Int(sentenceStarts[number - 1]) : 0
        let end = number < sentenceStarts.count ? Int(sentenceStarts[number]) : tokens.count
        return start..<end
    }

    /// Number of the sentence that `token` stands in.
    func sentenceNumber(of token: Int) -> Int {
        sentenceStarts.partitioningIndex { Int($0) > token }
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
            guard let first = dates[index].value.timex.utf8.first, 0x30...0x39 ~= first else {
                continue
            }
            append(
                TreatyDate(
                    tokens: dates[index].tokens, value: dates[index].value.timex,
                    isExplicit: dates[index].value.resolution == .explicit))
        }
    }

    /// Those that touch `tokens`; the array is in the order of the text.
    func within(_ tokens: Range<Int>) -> ArraySlice<TreatyDate> {
        let start = partitioningIndex { $0.tokens.upperBound > tokens.lowerBound }
        let end = partitioningIndex { $0.tokens.lowerBound >= tokens.upperBound }
        return self[start..<Swift.max(start, end)]
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
