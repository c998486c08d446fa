/// Tokens as spaCy cuts them: put together, they are the text, but for one blank behind each word.
struct SpacyTokens {
    private(set) var ranges: [Range<Int>] = []
    /// All tokens belong to one: white space to the sentence before it.
    private(set) var sentences: [Range<Int>] = []

    init(
        _ words: [Range<Int>], sentences: [Range<Int>], of utf8: UnsafeBufferPointer<UInt8>
    ) {
        var starts = sentences.dropFirst()
        for word in words where !Self.isSpace(utf8[word]) {
            addSpace(before: word.lowerBound, utf8)
            var isStart = ranges.isEmpty
            while let start = starts.first?.lowerBound, start <= word.lowerBound {
                starts.removeFirst()
                isStart = true
            }
            add(word, isStart: isStart)
        }
        addSpace(before: utf8.count, utf8)
    }

    private mutating func add(_ token: Range<Int>, isStart: Bool) {
        ranges.append(token)
        if isStart {
            sentences.append(token)
        } else {
            let start = sentences.removeLast().lowerBound
            sentences.append(start..<token.upperBound)
        }
    }

    private mutating func addSpace(before end: Int, _ utf8: UnsafeBufferPointer<UInt8>) {
        var start = ranges.last?.upperBound ?? 0
        if start > 0, start < end, utf8[start] == UInt8(ascii: " ") { start += 1 }
        if start < end { add(start..<end, isStart: ranges.isEmpty) }
    }

    /// Whether a blank stands behind a token that belongs to it.
    func hasBlank(behind number: Int, textEnd: Int) -> Bool {
        let next = number + 1 < ranges.count ? ranges[number + 1].lowerBound : textEnd
        return next > ranges[number].upperBound
    }

    /// Whether a token is white space to Python, to which the four separators of ASCII are.
    private static func isSpace(_ token: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        token.allSatisfy { 0x1C...0x1F ~= $0 }
    }
}
