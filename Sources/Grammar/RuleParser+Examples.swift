/// Examples: quoted text in which brackets stand around what the rule must mark.
extension RuleParser {
    /// The texts to the end of the logical line.
    mutating func examples(haveSpans: Bool) throws(GrammarError) -> [Rule.Example] {
        var result: [Rule.Example] = []
        repeat {
            result.append(try example(hasSpans: haveSpans))
            reader.skip()
        } while reader.next != nil
        return result
    }

    private mutating func example(hasSpans: Bool) throws(GrammarError) -> Rule.Example {
        let position = reader.position
        var text = ""
        var spans: [Range<Int>] = []
        var open: Int?
        for (scalar, isEscaped) in try reader.quoted("\"") {
            switch (scalar, isEscaped) {
            case ("[", false):
                guard open == nil else {
                    throw reader.error("brackets cannot be nested; expected `]`", at: position)
                }
                open = text.utf8.count
            case ("]", false):
                guard let start = open, start < text.utf8.count else {
                    throw reader.error("expected `[` and some text before `]`", at: position)
                }
                spans.append(start..<text.utf8.count)
                open = nil
            default: text.unicodeScalars.append(scalar)
            }
        }
        guard open == nil else { throw reader.error("expected `]` in the text", at: position) }
        guard hasSpans == !spans.isEmpty else {
            let message =
                hasSpans
                ? "expected brackets around what the rule must mark"
                : "a counter-example has no brackets (write `\\[` for a bracket of the text)"
            throw reader.error(message, at: position)
        }
        return Rule.Example(text: text, spans: spans, line: position.line)
    }
}
