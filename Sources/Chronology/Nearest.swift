/// Where to look for the occurrence of something that comes again and again.
public enum Direction: Sendable {
    /// The last one that is not after the anchor.
    case past
    /// The next one that is not before it.
    case future
    /// The last one before.
    case before
    /// The next one after.
    case after
    /// Whichever is closer; of two equally close the past one.
    case nearest
}

extension Day {
    /// The occurrence of a weekday that is nearest in a direction.
    public func nearest(_ weekday: Weekday, _ direction: Direction) -> Day {
        let forward = Day.floorModulo(weekday.rawValue - self.weekday.rawValue, 7)
        switch direction {
        case .future: return self + forward
        case .after: return self + (forward == 0 ? 7 : forward)
        case .past: return self + (forward == 0 ? 0 : forward - 7)
        case .before: return self + (forward - 7)
        case .nearest: return self + (forward <= 3 ? forward : forward - 7)
        }
    }
}

extension DatePoint {
    /// The year in which a point that lacks one lies, seen from `anchor`.
    ///
    /// - Parameters:
    ///   - anchor: days that count as neither past nor future: the day, month or year that is “now”.
    ///   - direction: of ``Direction/nearest`` the distance is counted between the first days.
    /// - Returns: the point with its year; `nil` if none in reach has the point (29 February) or it has no use for one.
    public func inYear(nearestTo anchor: ClosedRange<Day>, _ direction: Direction) -> DatePoint? {
        let middle = anchor.lowerBound.year
        // 29 February comes every fourth year, over the turn of some centuries every eighth.
        let candidates = (middle - 8...middle + 8).compactMap { year -> (DatePoint, Day)? in
            let point = with(year: year)
            guard let days = point.days else { return nil }
            return (point, days.lowerBound)
        }
        let fitting: [(DatePoint, Day)]
        switch direction {
        case .past: fitting = candidates.filter { $0.1 <= anchor.upperBound }
        case .before: fitting = candidates.filter { $0.1 < anchor.lowerBound }
        case .future:
            fitting = candidates.filter { ($0.0.days?.upperBound ?? $0.1) >= anchor.lowerBound }
        case .after: fitting = candidates.filter { $0.1 > anchor.upperBound }
        case .nearest: fitting = candidates
        }
        return fitting.min {
            (abs($0.1 - anchor.lowerBound), $0.1) < (abs($1.1 - anchor.lowerBound), $1.1)
        }?.0
    }
}
