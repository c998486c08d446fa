/// Writes a page in roff with the macros of man(7), which groff and mandoc read.
struct Roff {
    private(set) var text = ""
    /// Whether a heading is the last that was written: it starts a paragraph.
    private var isFresh = true

    /// Starts the page of a command of section 1.
    mutating func title(_ name: String, source: String) {
        // No date: the page is made of the tables of the command at hand, and the clock is never read.
        line(".TH \(Self.plain(name)) 1 \"\" \"\(Self.plain(source))\" \"User Commands\"")
    }

    mutating func section(_ title: String) {
        line(".SH " + Self.quoted(title.uppercased()))
        isFresh = true
    }

    mutating func subsection(_ title: String) {
        line(".SS " + Self.quoted(title))
        isFresh = true
    }

    mutating func paragraph(_ text: String) {
        if !isFresh { line(".PP") }
        fill(text)
    }

    /// Lines that are not filled up with the next.
    mutating func rows(_ rows: [String]) {
        line(rows.map(Self.plain).joined(separator: "\n.br\n"))
    }

    /// What stands at the left, which is roff already, and a paragraph at its right.
    mutating func entry(_ head: String, _ text: String) {
        line(".TP")
        line(head)
        fill(text)
    }

    /// Entries under the one before, indented.
    mutating func indented(_ body: (inout Roff) -> Void) {
        line(".RS")
        body(&self)
        line(".RE")
    }

    /// A line of code.
    mutating func example(_ code: String) {
        line(".PP")
        line(".EX")
        line("    " + Self.plain(code))
        line(".EE")
    }

    private mutating func line(_ line: String) {
        text += line + "\n"
        isFresh = false
    }

    /// Words on short lines of the source, which roff fills.
    private mutating func fill(_ text: String) {
        for line in Help.wrap(text, width: 72) { self.line(Self.plain(line)) }
    }

    static func bold(_ text: String) -> String { "\\fB\(plain(text))\\fR" }

    static func italic(_ text: String) -> String { "\\fI\(plain(text))\\fR" }

    private static func quoted(_ text: String) -> String { "\"\(plain(text))\"" }

    /// A text that roff shows as it is: a hyphen stays one that a shell understands, and what ASCII does not have goes by
    /// its code.
    static func plain(_ text: String) -> String {
        var plain = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": plain += "\\e"
            case "-": plain += "\\-"
            case "'": plain += "\\(aq"
            case "\"": plain += "\\(dq"
            case "." where plain.isEmpty: plain += "\\&."
            case _ where scalar.isASCII: plain.unicodeScalars.append(scalar)
            default:
                let code = String(scalar.value, radix: 16, uppercase: true)
                plain += "\\[u\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)]"
            }
        }
        return plain
    }
}
