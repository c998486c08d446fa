import Chronology

/// Times of the day.
extension DateReader {
    func clock(_ match: DateMatch) -> DateReading? {
        guard let time = time(match), time.isValid else { return nil }
        if match.has(.dayword) {
            // `this` has no offset of its own.
            let offset = match.word(.dayword) { $0.dayOffset } ?? 0
            return .part(time, Selector(offset: offset, base: .speech))
        }
        return .clock(time, match.weekday)
    }

    /// `3pm`, `3:15pm`, `3.15 p.m.`
    func joinedClock(_ match: DateMatch) -> DateReading? {
        guard let written = match.written(.time) else { return nil }
        let numbers = written.split { !("0"..."9").contains($0) }.compactMap { Int($0) }
        guard let hour = numbers.first, 1...12 ~= hour, numbers.count <= 2,
            0..<60 ~= numbers.last ?? 0
        else { return nil }
        let isAfternoon: Bool
        if let half = match.word(.meridiem, { $0.isAfternoon }) {
            // `3.15`, and no `3.5`.
            guard numbers.count == 2,
                written.hasSuffix(numbers[1] < 10 ? "0\(numbers[1])" : "\(numbers[1])")
            else { return nil }
            isAfternoon = half
        } else {
            isAfternoon = written.hasSuffix("pm")
        }
        let time = TimeOfDay.clock(
            hour: hour % 12 + (isAfternoon ? 12 : 0), minute: numbers.count == 2 ? numbers[1] : 0,
            second: nil, zone: match.word(.zone) { $0.zone })
        return time.isValid ? .clock(time, match.weekday) : nil
    }

    /// `half past three`, `a quarter to nine`
    func pastClock(_ match: DateMatch) -> DateReading? {
        guard let hour = match.number(.hour), 1...12 ~= hour else { return nil }
        let isTo = match.says("to", .to)
        let minutes = match.says("half", .frac) ? 30 : 15
        if isTo, minutes == 30 { return nil }
        let time = TimeOfDay.clock(
            hour: isTo ? hour - 1 : hour, minute: isTo ? 60 - minutes : minutes, second: nil,
            zone: nil)
        return .clock(time, nil)
    }

    /// `the early hours of Thursday`
    func earlyHours(_ match: DateMatch) -> DateReading? {
        if let weekday = match.weekday, !match.has(.day) {
            return .weekday(weekday, nil, .part(.morning))
        }
        guard case .calendar(let point, let selector, _)? = calendar(match) else { return nil }
        return .calendar(point, selector, .part(.morning))
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
        } else if let part = match.word(.part, { $0.part }), part != .morning, hour < 12 {
            // `nine o'clock in the evening`
            hour += 12
        }
        return .clock(
            hour: hour, minute: match.number(.minute) ?? 0, second: match.number(.second),
            zone: zone)
    }
}
