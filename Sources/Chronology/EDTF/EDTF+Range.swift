/// First and last days, and how fine a value is.
extension EDTF {
    /// The first day that the value may mean; `nil` where it is open, unknown, or of any year.
    public var earliest: Day? {
        switch self {
        case .date(let date), .time(let date, _): date.earliest
        case .interval(let from, _): from.earliest
        case .oneOf(let elements), .allOf(let elements):
            EDTF.known(elements.map(\.earliest))?.min()
        }
    }

    /// The last day that the value may mean; `nil` where it is open, unknown, or of any year.
    public var latest: Day? {
        switch self {
        case .date(let date), .time(let date, _): date.latest
        case .interval(_, let to): to.latest
        case .oneOf(let elements), .allOf(let elements):
            EDTF.known(elements.map(\.latest))?.max()
        }
    }

    /// The finest grain of its parts.
    public var grain: Grain? {
        switch self {
        case .date(let date): date.grain
        case .time(_, let time): time.grain
        case .interval(let from, let to): [from.grain, to.grain].compactMap(\.self).min()
        case .oneOf(let elements), .allOf(let elements): elements.compactMap(\.grain).min()
        }
    }

    /// The days, if all of them are known.
    private static func known(_ days: [Day?]) -> [Day]? {
        days.contains(nil) ? nil : days.compactMap(\.self)
    }
}

extension EDTF.Bound {
    var earliest: Day? {
        switch self {
        case .date(let date), .time(let date, _): date.earliest
        case .open, .unknown: nil
        }
    }

    var latest: Day? {
        switch self {
        case .date(let date), .time(let date, _): date.latest
        case .open, .unknown: nil
        }
    }

    var grain: Grain? {
        switch self {
        case .date(let date): date.grain
        case .time(_, let time): time.grain
        case .open, .unknown: nil
        }
    }
}

extension EDTF.Element {
    var earliest: Day? {
        switch self {
        case .date(let date): date.earliest
        case .range(let from, _): from?.earliest
        }
    }

    var latest: Day? {
        switch self {
        case .date(let date): date.latest
        case .range(_, let to): to?.latest
        }
    }

    var grain: Grain? {
        switch self {
        case .date(let date): date.grain
        case .range(let from, let to): [from?.grain, to?.grain].compactMap(\.self).min()
        }
    }
}
