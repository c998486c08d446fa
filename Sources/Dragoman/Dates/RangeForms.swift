import Chronology

/// Ranges and pairs whose second part is cut short.
extension DateReader {
    func years(_ match: DateMatch) -> DateReading? {
        guard let first = match.year("a"), let written = match.number("b"),
            let tokens = match.tokens("b")
        else { return nil }
        let token = text.tokens[tokens.lowerBound]
        let second: Int
        switch token.end - token.start {
        case 2: second = first / 100 * 100 + written
        case 4: second = written
        default: return nil
        }
        guard second > first, second - first < 500 else { return nil }
        return .interval(.calendar(.year(first), nil, nil), .calendar(.year(second), nil, nil))
    }

    func days(_ match: DateMatch) -> DateReading? {
        guard let month = match.month, let first = match.number("day"),
            let second = match.number("day2"), first < second, 1...31 ~= first
        else { return nil }
        if match.tokens("year") != nil, match.year() == nil { return nil }
        let points = [first, second].map {
            DatePoint.day(year: match.year(), month: month, day: $0)
        }
        guard points.allSatisfy(\.isValid) else { return nil }
        return .interval(.calendar(points[0], nil, nil), .calendar(points[1], nil, nil))
    }
}
