/// What a token is in a name: outside of any, or the first, an inner, the last or the only token of a name of one kind.
///
/// The scheme is BILOU (Ratinov and Roth, CoNLL 2009). Tags are numbers from 0 to 12, so that what speaks for all of
/// them fits one vector of sixteen: ``NameVector``.
package enum NameTag {
    package static let outside = 0
    package static let count = 13
    /// The kinds, by the number that ``kind(of:)`` gives.
    package static let labels: [Label] = [.person, .organization, .place]

    package enum Part: Int, CaseIterable { case begin, inside, last, unit }

    package static func tag(_ part: Part, _ kind: Int) -> Int { 1 + kind * 4 + part.rawValue }
    package static func kind(of tag: Int) -> Int { (tag - 1) >> 2 }
    package static func part(of tag: Int) -> Part { Part(rawValue: (tag - 1) & 3)! }

    /// The part that a token is in a name of `count` tokens.
    package static func part(at offset: Int, of count: Int) -> Part {
        if count == 1 { return .unit }
        return offset == 0 ? .begin : offset == count - 1 ? .last : .inside
    }

    /// `O`, `B-PERSON`, …: how the weights file heads its columns.
    package static let names: [String] =
        ["O"]
        + labels.flatMap { label in ["B", "I", "L", "U"].map { "\($0)-\(label.rawValue)" } }

    /// Whether one tag may follow another within a sentence.
    package static func mayFollow(_ previous: Int, _ next: Int) -> Bool {
        let isOpen =
            previous != outside && (part(of: previous) == .begin || part(of: previous) == .inside)
        let continues = next != outside && (part(of: next) == .inside || part(of: next) == .last)
        if isOpen != continues { return false }
        return !isOpen || kind(of: previous) == kind(of: next)
    }
}

/// What speaks for each tag of a token, in hundredths; whole numbers, so that sums are the same on every machine.
typealias NameVector = SIMD16<Int16>
