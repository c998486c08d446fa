import Chronology

/// Ranges and pairs whose second part is cut short.
extension DateReader {
    func years(_ match: DateMatch) -> DateReading? {
        if let isBC = match.word(.era, { $0.isBC }) {
            guard let first = match.number(.a), let second = match.number(.b), first > 0,
                second > 0,
                isBC ? first > second : first < second
            else { return nil }
            return .interval(
                .calendar(.year(isBC ? 1 - first : first), nil, nil),
                .calendar(.year(isBC ? 1 - second : second), nil, nil))
        }
        guard let first = match.year(.a), let written = match.number(.b),
            let tokens = match.tokens(.b)
        else { return nil }
        let token = source.token(tokens.lowerBound)
        let second: Int
        switch token.end - token.start {
        case 1 where written == first % 10 + 1: second = first + 1
        case 2: second = first / 100 * 100 + written
        case 4: second = written
        default: return nil
        }
        guard second > first, second - first < 500 else { return nil }
        return .interval(.calendar(.year(first), nil, nil), .calendar(.year(second), nil, nil))
    }

    func days(_ match: DateMatch) -> DateReading? {
        guard let month = match.month, let first = match.number(.day),
            let second = match.number(.day2), first < second, 1...31 ~= first
        else { return nil }
        if match.hasFalseYear { return nil }
        let from = DatePoint.day(year: match.year(), month: month, day: first)
        let to = DatePoint.day(year: match.year(), month: month, day: second)
        guard from.isValid, to.isValid else { return nil }
        return .interval(.calendar(from, nil, nil), .calendar(to, nil, nil))
    }
}
