import CICU

/// Finds the tokens that start sentences: Unicode's sentence rules (UAX #29, 5.1), tried only where a sentence can end.
///
/// The boundaries are those of ICU's sentence iterator, which the tests hold them to; which of them count after an
/// abbreviation or a line break ``Abbreviation`` and ``LineBreaks`` say.
struct SentenceFinder {
    /// Unicode's `Sentence_Break` of the ASCII bytes.
    fileprivate let ascii: [SentenceBreak] = (0..<128).map { SentenceBreak(of: $0) }

    /// Marks the tokens that start sentences, and lists them in `starts`.
    ///
    /// - Parameters:
    ///   - stops: the tokens that a sentence may start with or end with or in: those at the start of a line, and those
    ///     of a form that ``FormTraits/stops``.
    ///   - text: the text with its soft line breaks as spaces.
    func mark(
        _ tokens: inout [Token], _ starts: inout [UInt32], at stops: [UInt32],
        in text: JoinedText
    ) {
        tokens.withUnsafeMutableBufferPointer { tokens in
            guard !tokens.isEmpty else { return }
            start(0, tokens, &starts)
            // The first token after the last boundary.
            var known = 0
            for index in stops {
                mark(tokens, &starts, &known, at: Int(index), text)
            }
        }
    }

    /// Marks sentences that start with the token `index` or after a terminator in it.
    @inline(__always)
    private func mark(
        _ tokens: UnsafeMutableBufferPointer<Token>, _ starts: inout [UInt32],
        _ known: inout Int, at index: Int, _ text: JoinedText
    ) {
        let token = tokens[index]
        if token.flags.contains(.lineStart), index > known,
            LineBreaks.hasLineEnd(text, Int(tokens[index - 1].end)..<Int(token.start))
        {
            known = index
            start(index, tokens, &starts)
        }
        guard token.kind == .symbol || token.flags.contains(.nonASCII) else { return }
        var offset = Int(token.start)
        while let end = end(after: &offset, before: Int(token.end), text) {
            var next = max(known, index + 1)
            while next < tokens.count, tokens[next].start < end { next += 1 }
            guard next > known, next < tokens.count else { continue }
            known = next
            if Self.endsSentence(UnsafeBufferPointer(tokens), text, before: next) {
                start(next, tokens, &starts)
            }
        }
    }

    @inline(__always)
    private func start(
        _ index: Int, _ tokens: UnsafeMutableBufferPointer<Token>, _ starts: inout [UInt32]
    ) {
        starts.append(UInt32(truncatingIfNeeded: index))
        tokens[index].flags.insert(.sentenceStart)
    }

    /// Whether a sentence ends before the token `index`, where the rules have a boundary.
    static func endsSentence(
        _ tokens: UnsafeBufferPointer<Token>, _ text: JoinedText,
        before index: Int
    ) -> Bool {
        let gap = tokens[index - 1].range.upperBound..<tokens[index].range.lowerBound
        return LineBreaks.hasLineEnd(text, gap) || !Abbreviation.joins(tokens, text.text, at: index)
    }

    /// Whether a terminator stands in `range`.
    static func hasTerminator(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
        var offset = range.lowerBound
        while offset < range.upperBound {
            let (scalar, length) = text.scalar(at: offset)
            let property = SentenceBreak(of: scalar.value)
            if property == .aTerm || property == .sTerm { return true }
            offset += length
        }
        return false
    }

    /// The next boundary that a terminator between `offset` and `limit` makes; `offset` goes past the terminator.
    private func end(
        after offset: inout Int, before limit: Int, _ text: JoinedText
    ) -> Int? {
        while offset < limit {
            let start = offset
            let (property, length) = property(text, offset)
            offset += length
            guard property == .aTerm || property == .sTerm else { continue }
            if let end = boundary(text, terminator: start, after: offset, property) { return end }
        }
        return nil
    }

    /// Where a sentence ends that a terminator ends; `nil` where it goes on. Rules SB6 to SB11.
    private func boundary(
        _ text: JoinedText, terminator: Int, after: Int, _ kind: SentenceBreak
    ) -> Int? {
        var (here, next) = skipMarks(text, after)
        if kind == .aTerm {
            if next == .numeric { return nil }
            if next == .upper {
                let before = propertyBefore(text, terminator)
                if before == .upper || before == .lower { return nil }
            }
        }
        while next == .close { (here, next) = skip(text, here) }
        while next == .space { (here, next) = skip(text, here) }
        if next == .goesOn || next == .aTerm || next == .sTerm {
            return nil
        }
        if kind == .aTerm {
            var (there, ahead) = (here, next)
            while let property = ahead, !Self.stopsLookAhead(property) {
                (there, ahead) = skip(text, there)
            }
            if ahead == .lower { return nil }
        }
        guard let next, Self.isSeparator(next) else { return here }
        return Self.pastSeparator(text, here)
    }

    /// A letter, a separator or a terminator (SB8).
    private static func stopsLookAhead(_ property: SentenceBreak) -> Bool {
        switch property {
        case .otherLetter, .upper, .lower, .separator, .carriageReturn, .lineFeed,
            .aTerm, .sTerm:
            true
        default: false
        }
    }

    private static func isSeparator(_ property: SentenceBreak) -> Bool {
        property == .separator || property == .carriageReturn || property == .lineFeed
    }

    /// Past the separator at `offset`; CR LF is one.
    private static func pastSeparator(_ text: JoinedText, _ offset: Int) -> Int {
        let isPair =
            text[offset] == 0x0D && offset + 1 < text.count && text[offset + 1] == 0x0A
        return offset + (isPair ? 2 : text.scalar(at: offset).length)
    }
}

extension SentenceFinder {
    private func property(
        _ text: JoinedText, _ offset: Int
    ) -> (property: SentenceBreak, length: Int) {
        let byte = text[offset]
        if byte < 0x80 { return (ascii[Int(byte)], 1) }
        let (scalar, length) = text.scalar(at: offset)
        return (SentenceBreak(of: scalar.value), length)
    }

    /// Past the scalar at `offset` and the marks on it, with the property of what stands there; `nil` at the end.
    private func skip(
        _ text: JoinedText, _ offset: Int
    ) -> (offset: Int, property: SentenceBreak?) {
        skipMarks(text, offset + property(text, offset).length)
    }

    /// Past marks and format characters (SB5).
    private func skipMarks(
        _ text: JoinedText, _ offset: Int
    ) -> (offset: Int, property: SentenceBreak?) {
        var offset = offset
        while offset < text.count {
            let (property, length) = property(text, offset)
            guard property == .extend || property == .format else {
                return (offset, property)
            }
            offset += length
        }
        return (offset, nil)
    }

    /// The property of the scalar before `offset`, marks aside.
    private func propertyBefore(_ text: JoinedText, _ offset: Int) -> SentenceBreak? {
        var offset = offset
        while offset > 0 {
            offset -= 1
            while offset > 0, text[offset] & 0xC0 == 0x80 { offset -= 1 }
            let property = property(text, offset).property
            if property != .extend, property != .format { return property }
        }
        return nil
    }
}

/// Unicode's `Sentence_Break`, as ICU numbers it.
private enum SentenceBreak: Int32 {
    case other, aTerm, close, format, lower, numeric, otherLetter, separator, space, sTerm, upper
    case carriageReturn, extend, lineFeed, goesOn

    init(of scalar: UInt32) { self = .init(rawValue: cicu_sentence_break(scalar)) ?? .other }
}
