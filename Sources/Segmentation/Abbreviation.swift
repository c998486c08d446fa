/// Abbreviations after whose full stop ICU's rules would end a sentence too early.
///
/// ICU ends a sentence after a full stop, white space and a capital. What follows here decides when it must not.
enum Abbreviation: Equatable {
    /// `Mr.`: a name follows.
    case title
    /// `Oct.`, `No.`: no sentence ends when a number follows.
    case numbered
    /// `vs.`: no sentence ends here.
    case inner
    /// `Inc.`, `U.S.`: a sentence ends only when the next word is one that sentences like to open with.
    case either

    /// Whether the sentence goes on at the token `index`, although ICU starts a new one there.
    static func joins(
        _ tokens: UnsafeBufferPointer<Token>, _ text: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> Bool {
        guard index >= 2, isByte(0x2E, tokens[index - 1], text) else { return false }
        if startsCredit(tokens, text, at: index) { return true }
        let word = tokens[index - 2]
        guard word.end == tokens[index - 1].start else { return false }
        switch Abbreviation(word, text) {
        case .title, .inner: return true
        case .numbered: return isNumber(tokens[index], text)
        case .either: return !opensSentence(tokens, text, at: index)
        case nil: return false
        }
    }

    /// What the word before a full stop abbreviates.
    private init?(_ word: Token, _ text: UnsafeBufferPointer<UInt8>) {
        if word.shape == .initial || Self.isDotted(word, text) {
            self = .either
        } else if word.shape.startsWithCapital, let kind = Self.capitalized[word.hash] {
            self = kind
        } else if let kind = Self.anyCase[word.hash] {
            self = kind
        } else {
            return nil
        }
    }

    /// `U.S`, `p.m`, `Ph.D`: letters in ones and twos with full stops between them.
    private static func isDotted(_ word: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var letters = 0
        var dots = 0
        for offset in word.range {
            if text[offset] == 0x2E, letters > 0 {
                dots += 1
                letters = 0
            } else if Folding.asciiFold(text[offset]) &- 0x61 < 26, letters < 2 {
                letters += 1
            } else {
                return false
            }
        }
        return dots > 0
    }

    /// `/TASS/`: the agency that a report is credited to belongs to the dateline or sentence before it.
    private static func startsCredit(
        _ tokens: UnsafeBufferPointer<Token>, _ text: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> Bool {
        guard index + 2 < tokens.count else { return false }
        let name = tokens[index + 1]
        return isByte(0x2F, tokens[index], text) && isByte(0x2F, tokens[index + 2], text)
            && name.shape == .upper && tokens[index].end == name.start
            && name.end == tokens[index + 2].start
    }

    private static func opensSentence(
        _ tokens: UnsafeBufferPointer<Token>, _ text: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> Bool {
        // The word counts that stands after a quotation mark or bracket.
        let start = index + (tokens[index].kind == .symbol && index + 1 < tokens.count ? 1 : 0)
        // `A` and `I` may be initials as well.
        let isInitial =
            tokens[start].shape == .initial && start + 1 < tokens.count
            && isByte(0x2E, tokens[start + 1], text)
        return openers[tokens[start].hash] != nil && !isInitial
    }

    /// `19`, `1,200`, `4a`, `IV`.
    private static func isNumber(_ token: Token, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        if token.flags.contains(.hasDigit) { return true }
        let isRoman = token.range.allSatisfy { "IVXLCDM".utf8.contains(text[$0]) }
        return isRoman && token.shape != .uncased
    }

    private static func isByte(
        _ byte: UInt8, _ token: Token, _ text: UnsafeBufferPointer<UInt8>
    ) -> Bool {
        token.end - token.start == 1 && text[Int(token.start)] == byte
    }
}
