import Chronology
import Segmentation

/// Numbers of several words.
extension DateText {
    /// `two hundred and fifty`; `nil` for one word, which the lexicon has.
    func writtenNumber(_ tokens: Range<Int>) -> Int? {
        guard tokens.count > 1 else { return nil }
        let parts = numbers(tokens)
        guard parts.count > 1 else { return nil }
        return parts.reduce(0) { sum, part in
            part == 100 && sum % 100 > 0 ? sum + sum % 100 * 99 : sum + part
        }
    }

    /// `one thousand nine hundred and forty-nine`, `nineteen hundred and five`, `nineteen eighty-four`.
    func writtenYear(_ tokens: Range<Int>) -> Int? {
        let parts = numbers(tokens)
        guard let first = parts.first else { return nil }
        let rest = parts.dropFirst()
        let year: Int
        if first < 100, rest.first != 100 {
            guard let last = rest.first, rest.count == 1, last < 100 else { return nil }
            year = first * 100 + last
        } else if first < 100 {
            year = first * 100 + rest.dropFirst().reduce(0, +)
        } else {
            year = parts.reduce(0, +)
        }
        return 1000...2199 ~= year ? year : nil
    }

    /// The numbers that the words say one by one: 1000, 900, 49.
    private func numbers(_ tokens: Range<Int>) -> [Int] {
        var result: [Int] = []
        var start = tokens.lowerBound
        while start < tokens.upperBound {
            var end = start + 1
            for hit in hits.startingAt(start) where Int(hit.end) <= tokens.upperBound {
                guard !hit.classes.isDisjoint(with: rules.words),
                    let number = memory.word(of: hit.phrase, lexicon).amount?.whole
                else { continue }
                result.append(number)
                end = Int(hit.end)
                break
            }
            start = end
        }
        return result
    }
}
