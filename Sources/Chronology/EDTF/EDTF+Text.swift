extension EDTF: CustomStringConvertible {
    /// As EDTF writes it; ``init(_:)`` reads it back.
    public var description: String {
        switch self {
        case .date(let date): date.description
        case .time(let date, let time): "\(date)T\(time)"
        case .interval(let from, let to): "\(from)/\(to)"
        case .oneOf(let elements): "[" + elements.map(\.description).joined(separator: ",") + "]"
        case .allOf(let elements): "{" + elements.map(\.description).joined(separator: ",") + "}"
        }
    }
}

extension EDTF.Bound: CustomStringConvertible {
    public var description: String {
        switch self {
        case .date(let date): date.description
        case .time(let date, let time): "\(date)T\(time)"
        case .open: ".."
        case .unknown: ""
        }
    }
}

extension EDTF.Element: CustomStringConvertible {
    public var description: String {
        switch self {
        case .date(let date): date.description
        case .range(let from, let to): (from?.description ?? "") + ".." + (to?.description ?? "")
        }
    }
}

extension EDTFQualifier: CustomStringConvertible {
    public var description: String {
        switch self {
        case []: ""
        case .uncertain: "?"
        case .approximate: "~"
        default: "%"
        }
    }
}

extension EDTFDigits: CustomStringConvertible {
    public var description: String { places.map { $0.map(String.init) ?? "X" }.joined() }
}

extension EDTFYear: CustomStringConvertible {
    public var description: String {
        switch self {
        case .digits(let digits, let isNegative, let significant):
            (isNegative ? "-" : "") + digits.description + (significant.map { "S\($0)" } ?? "")
        case .long(let number, let exponent, let significant):
            "Y\(number)" + (exponent.map { "E\($0)" } ?? "") + (significant.map { "S\($0)" } ?? "")
        }
    }
}

extension EDTFDate: CustomStringConvertible {
    /// Marks that a date's parts share from the year on stand behind the last of them, others before their part.
    public var description: String {
        var parts = [(year.description, yearQualifier)]
        if let part { parts.append((part.description, partQualifier)) }
        if let day { parts.append((day.description, dayQualifier)) }
        let shared = parts.prefix { $0.1 == yearQualifier }.count
        return parts.enumerated().map { index, part in
            if index < shared { return part.0 + (index == shared - 1 ? "\(part.1)" : "") }
            return "\(part.1)\(part.0)"
        }.joined(separator: "-")
    }
}
