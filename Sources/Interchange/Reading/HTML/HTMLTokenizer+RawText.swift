/// Elements without tags in them.
extension HTMLTokenizer {
    mutating func skip(toEndTagOf name: HTMLName) {
        index = find(UInt8(ascii: "<"), from: index)
        while index < bytes.count, !isEndTag(index, of: name) {
            index = find(UInt8(ascii: "<"), from: index + 1)
        }
    }

    /// Skips a script, in which `<!-- <script>` makes that the next `</script>` is none (§13.2.5.15 to 13.2.5.31).
    mutating func skipScript() {
        let name = Self.script
        var state = 0
        while index < bytes.count {
            if state == 0 {
                index = find(UInt8(ascii: "<"), from: index)
            } else {
                skip { $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "-") }
            }
            guard index < bytes.count else { return }
            if isDashDash(index), state > 0 {
                skip { $0 == UInt8(ascii: "-") }
                if index < bytes.count, bytes[index] == UInt8(ascii: ">") { state = 0 }
                continue
            }
            if isEndTag(index, of: name) {
                if state < 2 { return }
                state = 1
            } else if state == 1, isTag(index + 1, name) {
                state = 2
            } else if state == 0, bytes[index...].starts(with: [0x3C, 0x21, 0x2D, 0x2D]) {
                state = 1
                // The dashes may belong to the end of the comment too.
                index += 2
                continue
            }
            index += 1
        }
    }

    private mutating func isEndTag(_ index: Int, of name: HTMLName) -> Bool {
        guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "<"),
            bytes[index + 1] == UInt8(ascii: "/")
        else { return false }
        return isTag(index + 2, name)
    }

    /// Whether a name and what may follow it stand at an index.
    private mutating func isTag(_ start: Int, _ name: HTMLName) -> Bool {
        var end = start
        while end < bytes.count, end - start < 10, bytes[end].isASCIILetter { end += 1 }
        work += end - start + 1
        guard end < bytes.count, end > start else { return false }
        let after = bytes[end]
        guard after.isHTMLSpace || after == UInt8(ascii: "/") || after == UInt8(ascii: ">") else {
            return false
        }
        return HTMLName(bytes[start..<end]) == name
    }
}
