import Segmentation

/// What a token is in a name: outside of any, or the first, an inner, the last or the only token of a name of one kind.
///
/// The scheme is BILOU (Ratinov and Roth, CoNLL 2009). Tags are lanes of a ``NameVector``: 0 is outside, 1 to 3 are the
/// only tokens of people, organizations and places, 5 to 7 the first ones, 9 to 11 the inner, 13 to 15 the last;
/// 4, 8 and 12 are no tags.
package enum NameTag {
    package static let outside = 0
    /// Lanes, those that are no tags among them.
    package static let laneCount = 16
    /// The kinds, by the number that ``kind(of:)`` gives.
    package static let labels: [Label] = [.person, .organization, .place]

    /// What decided, as mentions name it, by kind.
    static let rules = ["names.person", "names.organization", "names.place"]

    package enum Part: Int, CaseIterable { case unit, begin, inside, last }

    /// All tags, ascending.
    package static let all = (0..<laneCount).filter { $0 == outside || $0 & 3 != 0 }

    @inline(__always)
    package static func tag(_ part: Part, _ kind: Int) -> Int { part.rawValue &* 4 &+ 1 &+ kind }
    @inline(__always)
    package static func kind(of tag: Int) -> Int { tag & 3 &- 1 }
    @inline(__always)
    package static func part(of tag: Int) -> Part { Part(rawValue: tag &>> 2)! }

    /// The part that a token is in a name of `count` tokens.
    package static func part(at offset: Int, of count: Int) -> Part {
        if count == 1 { return .unit }
        return offset == 0 ? .begin : offset == count - 1 ? .last : .inside
    }

    /// By lane `O`, `B-PERSON`, …: how the weights file calls them.
    package static let names: [String] = (0..<laneCount).map { tag in
        if tag == outside { return "O" }
        guard tag & 3 != 0 else { return "" }
        let letter = ["U", "B", "I", "L"][part(of: tag).rawValue]
        return "\(letter)-\(labels[kind(of: tag)].rawValue)"
    }

    /// Whether tokens are a letter and no more, which is no name: `planet B`, `hepatitis C.`
    @inline(__always)
    package static func isInitial(
        _ text: UnsafeBufferPointer<Token>, _ tokens: Range<Int>
    ) -> Bool {
        text[tokens.lowerBound].shape == .initial
            && (tokens.count == 1
                || tokens.count == 2 && text[tokens.upperBound &- 1].kind == .symbol)
    }

    /// Whether one tag may follow another within a sentence.
    package static func mayFollow(_ previous: Int, _ next: Int) -> Bool {
        let isOpen = previous != outside && [.begin, .inside].contains(part(of: previous))
        let continues = next != outside && [.inside, .last].contains(part(of: next))
        if isOpen != continues { return false }
        return !isOpen || kind(of: previous) == kind(of: next)
    }
}

/// What speaks for each tag of a token, in hundredths; whole numbers, so that sums are the same on every machine.
typealias NameVector = SIMD16<Int16>
