import Chronology

/// Times of the day.
extension DateReader {
    func clock(_ match: DateMatch) -> DateReading? {
        guard let time = time(match), time.isValid else { return nil }
        return .clock(time, match.weekday)
    }

    private func time(_ match: DateMatch) -> TimeOfDay? {
        if let word = match.attribute("value", "word", "clockword") {
            return Int(word.prefix(2)).map {
                .clock(hour: $0, minute: 0, second: nil, zone: nil)
            }
        }
        let zone = match.attribute("value", "zone", "zone").flatMap { Int($0) }
        if let clock = match.number("clock") {
            return .clock(hour: clock / 100, minute: clock % 100, second: nil, zone: zone)
        }
        guard var hour = match.number("hour") else { return nil }
        if let half = match.attribute("value", "meridiem", "meridiem") {
            guard 1...12 ~= hour else { return nil }
            hour = hour % 12 + (half == "PM" ? 12 : 0)
        }
        return .clock(
            hour: hour, minute: match.number("minute") ?? 0, second: match.number("second"),
            zone: zone)
    }
}
