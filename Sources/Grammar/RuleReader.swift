/// Reads a rule file scalar by scalar and knows where a logical line ends.
///
/// A logical line is a line and all lines after it that are indented deeper; blank lines and
/// comments do not count.
struct RuleReader {
    let file: String
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var line = 1
    private var column = 1
    /// Columns before the first scalar of the logical line.
    private(set) var indent = 0
    /// Whether lines that are indented deeper belong to the logical line; set anew by ``nextLine()``.
    var isContinued = true

    init(_ source: RuleSource) {
        file = source.file
        scalars = Array(source.text.unicodeScalars)
        if scalars.first == "\u{FEFF}" { index = 1 }
    }

    var position: SourcePosition { SourcePosition(line: line, column: column) }

    /// The scalar that comes next on the physical line, nil at its end.
    var next: Unicode.Scalar? {
        guard index < scalars.count, scalars[index] != "\n" else { return nil }
        return scalars[index]
    }

    mutating func advance() {
        if scalars[index] == "\n" {
            line += 1
            column = 1
        } else {
            column += 1
        }
        index += 1
    }

    /// Takes `scalar` if it comes next.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        advance()
        return true
    }

    /// Takes scalars as long as `isPart` holds.
    mutating func takeWhile(_ isPart: (Unicode.Scalar) -> Bool) -> String {
        var text = String.UnicodeScalarView()
        while let scalar = next, isPart(scalar) {
            text.append(scalar)
            advance()
        }
        return String(text)
    }

    /// A name: ASCII letters, digits, `-`, `_` and what `extra` adds; empty if there is none.
    mutating func takeName(extra: String = "") -> String {
        takeWhile { scalar in
            RuleReader.isNamePart(scalar) || extra.unicodeScalars.contains(scalar)
        }
    }

    static func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_": return true
        default: return false
        }
    }

    /// Goes to the first scalar of the next logical line; false at the end of the file.
    mutating func nextLine() -> Bool {
        while index < scalars.count {
            skipBlanks()
            if index < scalars.count, scalars[index] != "\n" {
                indent = column - 1
                isContinued = true
                return true
            }
            if index < scalars.count { advance() }
        }
        return false
    }

    /// Skips white space and comments inside the logical line; afterwards ``next`` is nil only at its end.
    mutating func skip() {
        skipBlanks()
        while isContinued, index < scalars.count, scalars[index] == "\n" {
            var ahead = self
            let indentation = indent
            guard ahead.nextLine(), ahead.indent > indentation else { return }
            ahead.indent = indentation
            self = ahead
        }
    }

    /// Skips the rest of the logical line.
    mutating func skipLine() {
        repeat {
            while next != nil { advance() }
            skip()
        } while next != nil
    }

    private mutating func skipBlanks() {
        while let scalar = next {
            if scalar == "#" {
                while next != nil { advance() }
            } else if scalar == " " || scalar == "\t" || scalar == "\r" {
                advance()
            } else {
                return
            }
        }
    }

    func error(_ message: String, at position: SourcePosition? = nil) -> GrammarError {
        GrammarError(file: file, position: position ?? self.position, message: message)
    }

    /// What comes next, for messages.
    var nextDescription: String { next.map { "`\($0)`" } ?? "the end of the line" }
}
