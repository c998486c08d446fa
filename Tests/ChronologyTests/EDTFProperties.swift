import SeededRandom
import Testing

@testable import Chronology

/// What must hold for every EDTF value, tried on random ones.
struct EDTFProperties {
    private var random = SplitMix64(seed: 8601)

    private mutating func one(in count: Int) -> Bool {
        Int.random(in: 0..<count, using: &random) == 0
    }

    private mutating func digits(_ number: Int, _ width: Int) -> EDTFDigits {
        var digits = EDTFDigits(number, width: width)
        for place in digits.places.indices where one(in: 6) { digits.places[place] = nil }
        return digits
    }

    private mutating func year() -> EDTFYear {
        switch Int.random(in: 0..<8, using: &random) {
        case 0:
            let number = Int.random(in: 10_000...999_999_999, using: &random)
            return .long(
                one(in: 2) ? -number : number, exponent: nil, significant: one(in: 2) ? 3 : nil)
        case 1:
            let number = Int.random(in: 1...99, using: &random)
            return .long(number, exponent: Int.random(in: 0...25, using: &random), significant: nil)
        case 2:
            let digits = EDTFDigits(Int.random(in: 1...9999, using: &random), width: 4)
            return .digits(
                digits, isNegative: one(in: 3), significant: Int.random(in: 1...4, using: &random))
        default:
            let digits = digits(Int.random(in: 1...9999, using: &random), 4)
            // There is no year -0.
            let isNegative = one(in: 4) && digits.number != 0
            return .digits(digits, isNegative: isNegative, significant: nil)
        }
    }

    private mutating func qualifier() -> EDTFQualifier {
        EDTFQualifier(rawValue: one(in: 2) ? 0 : UInt8.random(in: 0...3, using: &random))
    }

    private mutating func date() -> EDTFDate {
        while true {
            var date = EDTFDate(year: year())
            date.yearQualifier = qualifier()
            if case .digits(_, _, nil) = date.year, !one(in: 3) {
                date.partQualifier = qualifier()
                if one(in: 4) {
                    date.part = EDTFDigits(Int.random(in: 21...41, using: &random), width: 2)
                } else {
                    date.part = digits(Int.random(in: 1...12, using: &random), 2)
                    if !one(in: 3) {
                        date.day = digits(Int.random(in: 1...31, using: &random), 2)
                        date.dayQualifier = qualifier()
                    }
                }
                if date.day == nil, one(in: 2) { date.partQualifier = date.yearQualifier }
            }
            if date.exists { return date }
        }
    }

    private mutating func bound() -> EDTF.Bound {
        one(in: 6) ? .open : one(in: 6) ? .unknown : .date(date())
    }

    private mutating func value() -> EDTF {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return .interval(bound(), bound())
        case 1: return .oneOf([.date(date()), .range(date(), nil), .range(nil, date())])
        case 2: return .allOf((0..<3).map { _ in .date(date()) })
        default: return .date(date())
        }
    }

    @Test mutating func `Every value prints as what reads back, and begins before it ends`() {
        for _ in 0..<20_000 {
            let value = value()
            guard let read = EDTF(value.description) else {
                // Only an interval that ends before it begins is refused.
                guard case .interval(let from, let to) = value else {
                    Issue.record("\(value)")
                    continue
                }
                let isBackward = from.earliest.flatMap { first in to.latest.map { first > $0 } }
                #expect(isBackward ?? (from == .unknown && to == .unknown), "\(value)")
                continue
            }
            #expect(read == value, "\(value) \(read)")
            if case .date = value, let first = value.earliest, let last = value.latest {
                #expect(first <= last, "\(value)")
            }
        }
    }

    @Test mutating func `A date without unspecified digits covers the days of its TIMEX3 value`() {
        for _ in 0..<20_000 {
            let day = Day(number: Int.random(in: -4_000_000...2_900_000, using: &random))
            let grains = Grain.allCases.filter { $0 >= .day }
            let grain = grains.randomElement(using: &random) ?? .day
            let point = DatePoint.unit(
                day.year < 1 && grain == .millennium ? .year : grain, of: day)
            guard let days = point.days, let text = point.edtf else { continue }
            let edtf = EDTF(text)
            #expect(edtf?.description == text)
            #expect(
                edtf?.earliest == days.lowerBound && edtf?.latest == days.upperBound, "\(point)")
        }
    }

    @Test mutating func `Random text is refused or reads back`() {
        let letters = Array("0123456789XXYES-:/T.,?~%[]{}Z+ ")
        for _ in 0..<100_000 {
            let length = Int.random(in: 0...14, using: &random)
            let text = String(
                (0..<length).map { _ in letters.randomElement(using: &random) ?? "X" })
            if let value = EDTF(text) { #expect(EDTF(value.description) == value, "\(text)") }
        }
    }

    /// A text of the form with one byte changed.
    @Test mutating func `Values with a letter changed are refused or read back`() {
        let letters = Array("0123456789XYES-:/T.,?~%[]{}Z+ ")
        for _ in 0..<30_000 {
            var text = Array(value().description)
            text[Int.random(in: text.indices, using: &random)] =
                letters.randomElement(using: &random) ?? "X"
            if let value = EDTF(String(text)) {
                #expect(EDTF(value.description) == value, "\(String(text))")
            }
        }
    }
}
