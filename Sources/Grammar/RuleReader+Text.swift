extension RuleReader {
    /// One scalar of quoted text, and whether a backslash stood before it.
    typealias QuotedScalar = (scalar: Unicode.Scalar, isEscaped: Bool)

    /// Quoted text up to the same quote; `\` escapes a quote, a bracket or itself, `\n`, `\t` and `\u{…}` are understood.
    mutating func quoted(_ quote: Unicode.Scalar) throws(GrammarError) -> [QuotedScalar] {
        let open = position
        guard take(quote) else { throw error("expected `\(quote)`, found \(nextDescription)") }
        var text: [QuotedScalar] = []
        while let scalar = next {
            if take(quote) { return text }
            if scalar == "\\" {
                text.append((try escape(), true))
            } else {
                advance()
                text.append((scalar, false))
            }
        }
        throw error("the text that starts here has no closing `\(quote)` on its line", at: open)
    }

    /// Quoted text as a string.
    mutating func text(_ quote: Unicode.Scalar) throws(GrammarError) -> String {
        var text = String.UnicodeScalarView()
        for part in try quoted(quote) { text.append(part.scalar) }
        return String(text)
    }

    private mutating func escape() throws(GrammarError) -> Unicode.Scalar {
        let start = position
        advance()
        guard let scalar = next else {
            throw error("expected a character after `\\`", at: start)
        }
        advance()
        switch scalar {
        case "n": return "\n"
        case "t": return "\t"
        case "\\", "\"", "'", "[", "]": return scalar
        case "u":
            guard take("{") else { throw error("expected `{` after `\\u`") }
            let digits = takeWhile { $0.properties.isASCIIHexDigit }
            guard let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value),
                take("}")
            else { throw error("expected a code point such as `\\u{2019}`", at: start) }
            return scalar
        default:
            throw error(
                "unknown escape `\\\(scalar)`; expected `\\n`, `\\t`, `\\u{…}`, `\\\\`, a quote or a bracket",
                at: start)
        }
    }

    /// A whole number, with a sign if `signed`.
    mutating func integer(signed: Bool = false) throws(GrammarError) -> Int {
        let start = position
        let text = takeWhile {
            ("0"..."9").contains($0) || (signed && ($0 == "-" || $0 == "+"))
        }
        guard let value = Int(text) else {
            throw error("expected a whole number, found \(nextDescription)", at: start)
        }
        return value
    }

    /// A decimal number with an optional sign.
    mutating func decimal() throws(GrammarError) -> Double {
        let start = position
        let text = takeWhile {
            ("0"..."9").contains($0) || $0 == "-" || $0 == "+" || $0 == "."
        }
        guard let value = Double(text) else {
            throw error("expected a number such as `2.5`, found \(nextDescription)", at: start)
        }
        return value
    }
}
