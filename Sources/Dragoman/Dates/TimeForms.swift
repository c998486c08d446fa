import Chronology

/// Times of the day.
extension DateReader {
    func clock(_ match: DateMatch) -> DateReading? {
        guard let time = time(match), time.isValid else { return nil }
        return .clock(time, match.weekday)
    }

    private func time(_ match: DateMatch) -> TimeOfDay? {
        if let hour = match.word(.word, { $0.hour }) {
            return .clock(hour: hour, minute: 0, second: nil, zone: nil)
        }
        let zone = match.word(.zone) { $0.zone }
        if let clock = match.number(.clock) {
            return .clock(hour: clock / 100, minute: clock % 100, second: nil, zone: zone)
        }
        guard var hour = match.number(.hour) else { return nil }
        if let isAfternoon = match.word(.meridiem, { $0.isAfternoon }) {
            guard 1...12 ~= hour else { return nil }
            hour = hour % 12 + (isAfternoon ? 12 : 0)
        }
        return .clock(
            hour: hour, minute: match.number(.minute) ?? 0, second: match.number(.second),
            zone: zone)
    }
}
