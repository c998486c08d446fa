/// A value of the Extended Date/Time Format: ISO 8601-2:2019, level 2, as the Library of Congress profiles it.
///
/// Years are astronomical: `0000` is 1 BC, `-0043` is 44 BC.
public enum EDTF: Hashable, Sendable {
    /// `2019-02`, `156X-12-25`, `1984?`
    case date(EDTFDate)
    /// A day and a clock that shows seconds.
    case time(EDTFDate, TimeOfDay)
    /// `1964/2008`, `2004-06-01/..`
    case interval(Bound, Bound)
    /// `[1667,1668,1670..1672]`: one of these.
    case oneOf([Element])
    /// `{1667,1668,1670..1672}`: all of these.
    case allOf([Element])

    /// An end of an interval.
    public enum Bound: Hashable, Sendable {
        /// A day, or something coarser.
        case date(EDTFDate)
        /// A day and a clock that shows seconds.
        case time(EDTFDate, TimeOfDay)
        /// `..`: there is none.
        case open
        /// Nothing: it is not known.
        case unknown
    }

    /// A member of a set.
    public enum Element: Hashable, Sendable {
        /// One date.
        case date(EDTFDate)
        /// `1670..1672`, `..1672`, `1670..`: all from one to the other, or before or after one.
        case range(EDTFDate?, EDTFDate?)
    }
}

/// How sure a part of a date is.
public struct EDTFQualifier: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// `?`
    public static let uncertain = EDTFQualifier(rawValue: 1)
    /// `~`
    public static let approximate = EDTFQualifier(rawValue: 2)
}

/// A year, a part of a year, a day. Any digit may be unspecified, any part qualified.
public struct EDTFDate: Hashable, Sendable {
    /// The year, which is always written.
    public var year: EDTFYear
    /// A month (1 to 12) or another part of the year (21 to 41: seasons, quarters, thirds, halves).
    public var part: EDTFDigits?
    /// Only beside a month.
    public var day: EDTFDigits?
    /// How sure the year is.
    public var yearQualifier: EDTFQualifier = []
    /// How sure ``part`` is.
    public var partQualifier: EDTFQualifier = []
    /// How sure ``day`` is.
    public var dayQualifier: EDTFQualifier = []

    /// A date that is sure.
    public init(year: EDTFYear, part: EDTFDigits? = nil, day: EDTFDigits? = nil) {
        self.year = year
        self.part = part
        self.day = day
    }
}

/// A year of EDTF.
public enum EDTFYear: Hashable, Sendable {
    /// Four digits. With significant digits (`1950S2`) the year is one of those that share them.
    case digits(EDTFDigits, isNegative: Bool, significant: Int?)
    /// `Y170000002`, `Y-17E7`, `Y3388E2S3`: more than four digits, or a number and a power of ten.
    case long(Int, exponent: Int?, significant: Int?)
}

/// Digits of which some may be unspecified.
public struct EDTFDigits: Hashable, Sendable {
    /// From the left; `nil` for `X`.
    public var places: [UInt8?]

    /// Digits from the left.
    public init(_ places: [UInt8?]) { self.places = places }

    /// A number that has no more than `width` digits.
    public init(_ number: Int, width: Int) {
        places = Digits.padded(number, width).utf8.map { $0 - 0x30 }
    }

    /// The number, if every digit is specified.
    public var number: Int? { smallest == largest ? smallest : nil }

    /// The smallest and the largest number that the digits allow.
    var smallest: Int { places.reduce(0) { $0 * 10 + Int($1 ?? 0) } }
    var largest: Int { places.reduce(0) { $0 * 10 + Int($1 ?? 9) } }

    /// Whether a number has these digits.
    func matches(_ number: Int) -> Bool {
        var rest = number
        for place in places.reversed() {
            if let place, Int(place) != rest % 10 { return false }
            rest /= 10
        }
        return rest == 0
    }
}
