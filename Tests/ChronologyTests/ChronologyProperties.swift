import SeededRandom
import Testing

@testable import Chronology

/// What must hold for every value, tried on random ones.
struct ChronologyProperties {
    private var random = SplitMix64(seed: 20_190_212)

    private mutating func point() -> DatePoint {
        let day = Day(number: Int.random(in: -4_000_000...2_900_000, using: &random))
        let grain = Grain.allCases.filter { $0 >= .day }.randomElement(using: &random) ?? .day
        var point = DatePoint.unit(day.year < 1 && grain == .millennium ? .year : grain, of: day)
        if Int.random(in: 0..<8, using: &random) == 0 { point = point.with(year: nil) }
        return point
    }

    private mutating func value() -> TimexValue {
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return .interval(.date(point()), .date(point()))
        case 1:
            let units = TimexDuration.Unit.allCases.shuffled(using: &random).prefix(2)
            let parts = units.map { unit in
                TimexDuration.Part(
                    TimexDuration.Amount(Int.random(in: 0...99, using: &random)), unit)
            }
            return .duration(
                TimexDuration(parts.sorted { !$0.unit.isOfClock && $1.unit.isOfClock }))
        case 2:
            let day = Day(number: Int.random(in: -4_000_000...2_900_000, using: &random))
            let time = TimeOfDay.clock(
                hour: Int.random(in: 0...23, using: &random),
                minute: Int.random(in: 0...59, using: &random), second: nil,
                zone: [nil, 0, 330, -300].randomElement(using: &random) ?? nil)
            return .time(DatePoint(day), time)
        default: return .date(point())
        }
    }

    @Test mutating func `Every value prints as what reads back`() {
        for _ in 0..<20_000 {
            let value = value()
            #expect(TimexValue(value.description) == value, "\(value)")
        }
    }

    @Test
    mutating func `The first day is never after the last, and a unit holds the days it is made of`()
    {
        for _ in 0..<20_000 {
            let point = point()
            guard let days = point.days else { continue }
            #expect(days.lowerBound <= days.upperBound)
            for grain in Grain.allCases
            where grain > point.grain && grain != .weekend {
                guard let unit = point.at(grain)?.days else { continue }
                #expect(unit.contains(days.lowerBound), "\(point) \(grain)")
            }
        }
    }

    @Test mutating func `Going forth and back ends where it began`() {
        for _ in 0..<20_000 {
            let point = point()
            let count = Int.random(in: -50...50, using: &random)
            guard let there = point.advanced(by: count) else { continue }
            #expect(there.advanced(by: -count) == point, "\(point) \(count)")
        }
    }

    @Test mutating func `Random text is refused or reads back`() {
        let letters = Array("0123456789XPT-:/WQHYMDBC._")
        for _ in 0..<50_000 {
            let length = Int.random(in: 0...12, using: &random)
            let text = String(
                (0..<length).map { _ in letters.randomElement(using: &random) ?? "X" })
            if let value = TimexValue(text) { #expect(TimexValue(value.description) == value) }
        }
    }
}
