/// The possessive `'s`, which ICU leaves in its word and which is no part of a name.
///
/// It is the one place where tokens are finer than ICU's words: `Japan’s` is the tokens `Japan` and `’s`.
enum Clitic {
    /// Where the possessive starts in a word, if it ends with one.
    static func start(in text: UnsafeBufferPointer<UInt8>, _ word: Range<Int>) -> Int? {
        guard word.count >= 3, Folding.asciiFold(text[word.upperBound - 1]) == UInt8(ascii: "s")
        else { return nil }
        let before = word.upperBound - 2
        if text[before] == UInt8(ascii: "'") { return before }
        // U+2019 is E2 80 99.
        guard word.count >= 5, text[before] == 0x99, text[before - 1] == 0x80,
            text[before - 2] == 0xE2
        else { return nil }
        return before - 2
    }
}
