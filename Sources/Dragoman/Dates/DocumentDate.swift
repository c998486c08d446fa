import Chronology

/// The date of a document as the caller gives it: `2019-02-12`, `2019-02`, `2019`, `2019-02-12T14:30`.
struct DocumentDate: Equatable {
    var point: DatePoint
    var time: TimeOfDay?

    /// `nil` for what is no date of the calendar, or none with a year.
    init?(_ text: String) {
        switch TimexValue(text) {
        case .date(let point): self.init(point)
        case .time(let point?, let time): self.init(point, time)
        default: return nil
        }
    }

    init?(_ point: DatePoint, _ time: TimeOfDay? = nil) {
        guard point.days != nil, point.year != nil else { return nil }
        self.point = point
        self.time = time
    }
}
