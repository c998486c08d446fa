import Segmentation

/// Where a treaty was published, and symbols of documents: `1155 UNTS 331`, `ETS No. 185`, `A/RES/217 (III)`.
struct TreatyReferences {
    let text: TokenBuffer

    /// How far after a treaty's name its reference may stand, in tokens.
    private static let reach = 14
    private static let treatySeries = TokenHash.of("series")
    private static let slash = TokenHash.of("/")
    private static let open = TokenHash.of("(")

    /// The collections that are cited by volume and page, as they are written.
    private static let paged: [UInt64: String] = [
        TokenHash.of("UNTS"): "unts", TokenHash.of("U.N.T.S"): "unts",
        TokenHash.of("LNTS"): "lnts", TokenHash.of("L.N.T.S"): "lnts",
    ]
    /// Those that are cited by number.
    private static let numbered: [UInt64: String] = [
        TokenHash.of("TIAS"): "tias", TokenHash.of("T.I.A.S"): "tias",
        TokenHash.of("ETS"): "ets", TokenHash.of("CETS"): "cets",
    ]

    /// The references that stand after a treaty's name and before the next one.
    func ids(after mention: Range<Int>, limit: Int) -> [(scheme: String, value: String)] {
        let end = min(limit, text.tokens.count, mention.upperBound + Self.reach)
        var ids: [(scheme: String, value: String)] = []
        for index in mention.upperBound..<max(mention.upperBound, end) {
            let token = text.tokens[index]
            guard token.shape == .upper || token.hash == Self.treatySeries else { continue }
            if let id = paged(index) ?? numbered(index) ?? journal(index) ?? series(index) {
                ids.append(id)
            }
        }
        return ids
    }

    /// `1155 UNTS 331`
    private func paged(_ index: Int) -> (scheme: String, value: String)? {
        guard let scheme = Self.paged[text.tokens[index].hash], index > 0,
            let volume = number(index - 1), let page = numbers(after: index, most: 2).first
        else { return nil }
        return (scheme, "\(volume) \(scheme.uppercased()) \(page)")
    }

    /// `ETS No. 185`, `TIAS 7502`
    private func numbered(_ index: Int) -> (scheme: String, value: String)? {
        guard let scheme = Self.numbered[text.tokens[index].hash],
            let number = numbers(after: index, most: 4).first
        else { return nil }
        return (scheme, "\(scheme.uppercased()) \(number)")
    }

    /// `OJ C 326`, `OJ L 1`
    private func journal(_ index: Int) -> (scheme: String, value: String)? {
        guard text.text(at: index) == "OJ", index + 2 < text.tokens.count,
            let number = number(index + 2)
        else { return nil }
        let series = text.text(at: index + 1)
        guard series == "L" || series == "C" else { return nil }
        return ("oj", "OJ \(series) \(number)")
    }

    /// `United Nations, Treaty Series, vol. 1155, p. 331`
    private func series(_ index: Int) -> (scheme: String, value: String)? {
        guard text.tokens[index].hash == Self.treatySeries else { return nil }
        let before = text.text(of: max(0, index - 6)..<index).lowercased()
        guard before.hasSuffix("treaty") else { return nil }
        let scheme = before.contains("league of nations") ? "lnts" : "unts"
        let numbers = numbers(after: index, most: 10)
        guard numbers.count >= 2 else { return nil }
        return (scheme, "\(numbers[0]) \(scheme.uppercased()) \(numbers[1])")
    }

    private func number(_ index: Int) -> UInt32? {
        let number = text.number(at: index)
        return number == .max ? nil : number
    }

    /// The numbers among so many tokens after one.
    private func numbers(after index: Int, most: Int) -> [UInt32] {
        (index + 1..<max(index + 1, min(index + 1 + most, text.tokens.count))).compactMap(number)
    }

    /// Whether a number is part of a reference or of a document's symbol, and no year.
    ///
    /// `1948` in `A/RES/217 (1948)`, `E/CN.4/1995/34` and `1948 UNTS 15`.
    func isPart(_ tokens: Range<Int>) -> Bool {
        guard tokens.count == 1, text.number(at: tokens.lowerBound) != .max else { return false }
        let index = tokens.lowerBound
        if index + 1 < text.tokens.count, isCollection(index + 1) { return true }
        if index > 0, isCollection(index - 1) { return true }
        if index >= 2, text.tokens[index - 1].hash == Self.open {
            return isSymbol(endingAt: index - 2)
        }
        return index >= 1 && isSymbol(endingAt: index)
    }

    private func isCollection(_ index: Int) -> Bool {
        let token = text.tokens[index]
        return token.shape == .upper
            && (Self.paged[token.hash] != nil || Self.numbered[token.hash] != nil)
    }

    /// Whether a token ends parts with slashes between them of which one is in capitals: `S/RES/1325`.
    private func isSymbol(endingAt end: Int) -> Bool {
        var index = end
        var hasCapitals = false
        while index >= 2, end - index < 16, text.tokens[index - 1].hash == Self.slash,
            !text.tokens[index].flags.contains(.spaceBefore),
            !text.tokens[index - 1].flags.contains(.spaceBefore)
        {
            index -= 2
            let shape = text.tokens[index].shape
            if shape == .upper || shape == .initial { hasCapitals = true }
        }
        return hasCapitals
    }
}
