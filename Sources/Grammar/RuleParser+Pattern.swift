import Segmentation

/// Patterns: alternatives of sequences of elements.
extension RuleParser {
    /// `a b | c`, to the end of the logical line or a closing parenthesis.
    mutating func pattern() throws(GrammarError) -> Pattern {
        var alternatives = [try sequence()]
        while reader.take("|") { alternatives.append(try sequence()) }
        return alternatives.count == 1 ? alternatives[0] : .choice(alternatives)
    }

    /// A pattern that fills the rest of the logical line.
    mutating func wholePattern() throws(GrammarError) -> Pattern {
        let result = try pattern()
        guard reader.next == nil else {
            throw reader.error("expected an element, found \(reader.nextDescription)")
        }
        return result
    }

    private mutating func sequence() throws(GrammarError) -> Pattern {
        reader.skip()
        var elements: [Pattern] = []
        while let next = reader.next, next != "|", next != ")" {
            elements.append(try element())
            reader.skip()
        }
        guard !elements.isEmpty else {
            throw reader.error("expected an element, found \(reader.nextDescription)")
        }
        return elements.count == 1 ? elements[0] : .sequence(elements)
    }

    /// `name:element`, `not element` or an element, with its repeat.
    private mutating func element() throws(GrammarError) -> Pattern {
        let start = reader.position
        if let next = reader.next, RuleReader.isNamePart(next) {
            let name = reader.takeName()
            if reader.take(":") {
                guard reader.next != nil, reader.next != " " else {
                    throw reader.error("expected an element right after `\(name):`")
                }
                return .capture(name, try element())
            }
            if name == "not" {
                reader.skip()
                return try repeated(.not(try atom(), at: start))
            }
            return try repeated(try named(name, at: start))
        }
        return try repeated(try atom())
    }

    private mutating func atom() throws(GrammarError) -> Pattern {
        let start = reader.position
        switch reader.next {
        case "\"": return .text(try reader.text("\""), exact: false, at: start)
        case "'": return .text(try reader.text("'"), exact: true, at: start)
        case "<": return try lexicon()
        case "(":
            reader.advance()
            let inner = try pattern()
            guard reader.take(")") else {
                throw reader.error(
                    "expected `)` for the group of line \(start.line), column \(start.column); found \(reader.nextDescription)"
                )
            }
            return inner
        case let next? where RuleReader.isNamePart(next):
            return try named(reader.takeName(), at: start)
        default:
            throw reader.error(
                "expected text in quotes, <class>, a predicate, a macro or a group; found \(reader.nextDescription)"
            )
        }
    }

    private mutating func lexicon() throws(GrammarError) -> Pattern {
        reader.advance()
        var classes: [String] = []
        repeat {
            reader.skip()
            let name = reader.takeName(extra: ".")
            guard !name.isEmpty else {
                throw reader.error(
                    "expected the name of a lexicon class, found \(reader.nextDescription)")
            }
            classes.append(name)
            reader.skip()
        } while reader.take("|")
        guard reader.take(">") else {
            throw reader.error("expected `|` or `>`, found \(reader.nextDescription)")
        }
        return .lexicon(classes)
    }

    private mutating func repeated(_ inner: Pattern) throws(GrammarError) -> Pattern {
        let start = reader.position
        if reader.take("?") { return .repeated(inner, 0...1) }
        if reader.take("*") { return .repeated(inner, 0...Limits.repeats) }
        if reader.take("+") { return .repeated(inner, 1...Limits.repeats) }
        guard reader.take("{") else { return inner }
        let least = try reader.integer()
        let most = reader.take(",") ? try reader.integer() : least
        guard reader.take("}") else {
            throw reader.error("expected `}`, found \(reader.nextDescription)")
        }
        guard least <= most, 1...Limits.window ~= most else {
            throw reader.error(
                "expected `{m,n}` with m not above n and n from 1 to \(Limits.window)", at: start)
        }
        return .repeated(inner, least...most)
    }

    private mutating func named(_ name: String, at start: SourcePosition) throws(GrammarError)
        -> Pattern
    {
        if let macro = macros[name] { return macro }
        if let test = RuleParser.plainTests[name] { return .token(test) }
        if let gap = RuleParser.gapTests[name] { return .gap(gap) }
        switch name {
        case "num":
            let range = try bounds(name)
            return .token(.num(range.0, range.1))
        case "ordinal":
            let range = try bounds(name)
            return .token(.ordinal(range.0, range.1))
        case "digits":
            try open(name)
            let count = try number()
            try close()
            return .token(.digits(count))
        case "prefix", "suffix":
            try open(name)
            let at = reader.position
            let text = Folding.folded(try reader.text("\""))
            guard !text.isEmpty else { throw reader.error("expected some text", at: at) }
            try close()
            return .token(name == "prefix" ? .prefix(text) : .suffix(text))
        default:
            throw reader.error(
                "unknown element `\(name)`; expected a predicate, a macro defined above, text in quotes or <class>",
                at: start)
        }
    }

    private mutating func bounds(_ name: String) throws(GrammarError) -> (UInt32, UInt32) {
        let start = reader.position
        try open(name)
        let low = try number()
        reader.skip()
        guard reader.take(",") else {
            throw reader.error("expected `,`, found \(reader.nextDescription)")
        }
        reader.skip()
        let high = try number()
        try close()
        guard low <= high else {
            throw reader.error("expected a range, found \(low) above \(high)", at: start)
        }
        return (low, high)
    }

    private mutating func number() throws(GrammarError) -> UInt32 {
        let start = reader.position
        guard let value = UInt32(exactly: try reader.integer()), value < .max else {
            throw reader.error("expected a number below 4294967295", at: start)
        }
        return value
    }

    private mutating func open(_ name: String) throws(GrammarError) {
        guard reader.take("(") else {
            throw reader.error("expected `(` after `\(name)`, found \(reader.nextDescription)")
        }
        reader.skip()
    }

    private mutating func close() throws(GrammarError) {
        reader.skip()
        guard reader.take(")") else {
            throw reader.error("expected `)`, found \(reader.nextDescription)")
        }
    }

    static var plainTests: [String: TokenTest] {
        [
            "cap": .cap, "upper": .upper, "lower": .lower, "initial": .initial,
            "capitalized": .capitalized, "mixed": .mixed, "word": .word, "number": .number,
            "punct": .punct, "any": .any, "decade": .decade,
        ]
    }

    static var gapTests: [String: GapTest] {
        [
            "space": .space, "nospace": .nospace, "start": .start, "para": .para, "end": .end,
            "line": .line,
        ]
    }

    /// Names that a macro cannot have.
    static var reserved: Set<String> {
        Set(plainTests.keys).union(gapTests.keys)
            .union(["num", "ordinal", "digits", "prefix", "suffix", "not"])
    }
}
