/// The time that a relative expression was counted from, TIMEX3's `anchorTimeID`.
public enum DateReference: Sendable, Hashable {
    /// The document creation time, ``Document/anchor``.
    case creation
    /// Index into ``Document/mentions``.
    case mention(Int)
}

extension DateValue {
    /// What a value that needs more than its own words was counted from; `nil` where that is no mention of the document.
    public var reference: DateReference? {
        get {
            referenceNumber < -1
                ? nil : referenceNumber < 0 ? .creation : .mention(Int(referenceNumber))
        }
        set { referenceNumber = newValue?.number ?? DateReference.noNumber }
    }
}

extension DateReference {
    /// The reference in four bytes: -1 the document creation time, less nothing.
    var number: Int32 {
        switch self {
        case .creation: -1
        case .mention(let index): Int32(truncatingIfNeeded: index)
        }
    }

    static let noNumber: Int32 = -2
}
