import Dragoman

extension JSONWriter {
    /// Writes a member, unless there is no value.
    @inline(__always)
    mutating func member(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        key(name)
        string(value)
    }

    @inline(__always)
    mutating func member(_ name: StaticString, _ value: Int?) {
        guard let value else { return }
        key(name)
        integer(value)
    }

    @inline(__always)
    mutating func member(_ name: StaticString, _ value: Double?) {
        guard let value else { return }
        key(name)
        decimal(value)
    }

    mutating func strings(
        _ name: StaticString, _ values: [String], evenEmpty: Bool = false
    ) {
        if values.isEmpty && !evenEmpty { return }
        key(name)
        array { json in
            for value in values { json.string(value) }
        }
    }

    mutating func integers(_ name: StaticString, _ values: [Int]) {
        key(name)
        array { json in
            for value in values { json.integer(value) }
        }
    }
}

extension Label {
    /// Its name, which needs no escape.
    var constant: StaticString {
        switch self {
        case .person: "PERSON"
        case .organization: "ORGANIZATION"
        case .place: "PLACE"
        case .date: "DATE"
        case .treaty: "TREATY"
        case .time: "TIME"
        case .duration: "DURATION"
        case .set: "SET"
        }
    }
}
