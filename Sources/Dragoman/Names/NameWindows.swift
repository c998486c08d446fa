import Segmentation

/// Stretches of a text in which names may stand: runs of nameable tokens with at most a few small words between.
///
/// No name crosses the border of a window, so each is searched on its own.
struct NameWindows {
    /// The most tokens in a name.
    static let longestName = 12
    /// The most small words between two parts of a name: `Ministry for the Interior`.
    static let widestGap = 3

    /// The windows of a text; `blocked` tokens are part of none.
    static func find(
        _ text: TokenBuffer, _ properties: [TokenProperties], _ analyzer: NameAnalyzer,
        blocked: Set<Int>
    ) -> [Range<Int>] {
        var windows: [Range<Int>] = []
        var start: Int?
        var end = 0
        func close() {
            if let first = start { windows.append(first..<end) }
            start = nil
        }
        for index in text.tokens.indices {
            let token = text.tokens[index]
            if token.flags.contains(.sentenceStart) || blocked.contains(index) { close() }
            if blocked.contains(index) { continue }
            if analyzer.isNameable(properties[index]) {
                if let first = start, index - end > widestGap || index - first > 60 {
                    windows.append(first..<end)
                    start = index
                }
                if start == nil { start = index }
                end = index + 1
            } else if start != nil {
                if isLegalPeriod(text, properties, index) {
                    end = index + 1
                } else if !canJoin(properties[index], token) {
                    close()
                }
            }
        }
        close()
        return windows
    }

    /// The period of `Inc.` or `Jr.`, which belongs to the name.
    static func isLegalPeriod(
        _ text: TokenBuffer, _ properties: [TokenProperties], _ index: Int
    ) -> Bool {
        guard index > 0, properties[index].contains(.period),
            !text.tokens[index].flags.contains(.spaceBefore)
        else { return false }
        let previous = properties[index - 1]
        return previous.contains(.orgSuffix) || previous.contains(.nameSuffix)
            || previous.contains(.initial) || text.isDotted(index - 1)
    }

    /// Whether a small token can stand inside a name.
    private static func canJoin(_ p: TokenProperties, _ token: Token) -> Bool {
        p.contains(.function) || p.contains(.particle) || p.contains(.of) || p.contains(.the)
            || p.contains(.and) || p.contains(.hyphen) || p.contains(.possessive)
            || p.contains(.comma) || p.contains(.slash) || p.contains(.number)
            || p.contains(.period) || p.contains(.quote) || p.contains(.lower)
    }
}

extension TokenBuffer {
    /// Whether a token has periods inside: `U.S`, `U.N`.
    func isDotted(_ index: Int) -> Bool {
        tokens[index].shape == .upper && utf8[tokens[index].range].contains(0x2E)
    }
}
