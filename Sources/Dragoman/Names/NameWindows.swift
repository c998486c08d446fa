import Segmentation

/// Stretches of a text in which names may stand: runs of nameable tokens with at most a few small words between.
///
/// No name crosses the border of a window, so each is searched on its own.
enum NameWindows {
    /// The most small words between two parts of a name: `Ministry for the Interior`.
    static let widestGap = 3
    /// Longer windows are cut.
    static let longest = 120

    /// Finds the windows of a text.
    ///
    /// - Returns: whether the text is about sport: of a hundred tokens two or more are words of sport.
    static func find(
        _ text: MarkedText, _ memory: NameVectors, into windows: inout [Range<Int>]
    ) -> Bool {
        windows.removeAll(keepingCapacity: true)
        let tokens = text.tokens
        var first = -1
        var end = 0
        var sports = 0
        for index in tokens.indices {
            let token = tokens[index]
            let form = Int(token.form)
            if !memory.entries[form].state.contains(.isKnown) { memory.read(text, index) }
            let state = memory.entries[form].state
            if state.contains(.isSport) { sports += 1 }
            if first >= 0,
                token.flags.contains(.sentenceStart) || index - end > widestGap
                    || index - first > longest
            {
                windows.append(first..<end)
                first = -1
            }
            if state.contains(.isNameable) {
                if first < 0 {
                    // A small word at the head of a sentence is no name, unless one goes on.
                    if state.contains(.isWeak), !isNameable(text, index + 1, memory) { continue }
                    first = index
                }
                end = index + 1
            } else if first >= 0 {
                if isLegalPeriod(tokens, index, memory) {
                    end = index + 1
                } else if state.contains(.joins) {
                    // The last word of a name may be small (`Foreign ministry`), or a number (`Apollo 13`).
                    if end == index { end = index + 1 }
                } else {
                    windows.append(first..<end)
                    first = -1
                }
            }
        }
        if first >= 0 { windows.append(first..<end) }
        return sports >= 3 && sports * 50 >= tokens.count
    }

    private static func isNameable(
        _ text: MarkedText, _ index: Int, _ memory: NameVectors
    ) -> Bool {
        guard !text.isEdge(index) else { return false }
        let form = Int(text.tokens[index].form)
        if !memory.entries[form].state.contains(.isKnown) { memory.read(text, index) }
        return memory.entries[form].state.contains(.isNameable)
    }

    /// The period of `Inc.` or `Jr.`, which belongs to the name.
    private static func isLegalPeriod(
        _ tokens: UnsafeBufferPointer<Token>, _ index: Int, _ memory: NameVectors
    ) -> Bool {
        guard index > 0, memory.entries[Int(tokens[index].form)].category == .period,
            !tokens[index].flags.contains(.spaceBefore)
        else { return false }
        return memory.entries[Int(tokens[index - 1].form)].state.contains(.isAbbreviation)
    }
}
