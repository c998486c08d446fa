import Segmentation

extension TokenBuffer {
    /// The text of a span with runs of white space as one blank, as a name is written.
    func name(of tokens: Range<Int>) -> String {
        let (isASCII, isPlain) = spelling(of: tokens)
        if isASCII, isPlain { return text(of: tokens) }
        if !isASCII {
            return text(of: tokens).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        let start = self.tokens[tokens.lowerBound].start
        let capacity = Int(self.tokens[tokens.upperBound - 1].end - start)
        return String(unsafeUninitializedCapacity: capacity) { bytes in
            var count = 0
            for index in tokens {
                let token = self.tokens[index]
                if index > tokens.lowerBound, token.start != self.tokens[index - 1].end {
                    bytes[count] = 0x20
                    count += 1
                }
                for place in token.range {
                    bytes[count] = utf8[place]
                    count += 1
                }
            }
            return count
        }
    }

    /// Whether the tokens of a span are ASCII, and whether nothing but single blanks stands between them.
    private func spelling(of tokens: Range<Int>) -> (isASCII: Bool, isPlain: Bool) {
        var isPlain = true
        var end = self.tokens[tokens.lowerBound].start
        for index in tokens {
            let token = self.tokens[index]
            if token.flags.contains(.nonASCII) { return (false, false) }
            if token.start != end, token.start != end + 1 || utf8[Int(end)] != 0x20 {
                isPlain = false
            }
            end = token.end
        }
        return (true, isPlain)
    }
}
