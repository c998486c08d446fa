import Lexicon
import Segmentation

/// The states that a text names, as codes.
struct TreatyParties {
    /// A state over tokens of the text, by its name or its adjective.
    struct State {
        var tokens: Range<Int>
        var code: String
    }

    let text: TokenBuffer
    /// By first token, without overlaps.
    let states: [State]

    init(_ text: TokenBuffer, _ hits: HitBuffer, _ lexicon: Lexicon, except names: [Range<Int>]) {
        self.text = text
        var isName = [Bool](repeating: false, count: text.tokens.count)
        for name in names { for token in name { isName[token] = true } }
        var classes = lexicon.classes(matching: "place.country")
        classes = classes.union(lexicon.classes(matching: "place.former"))
        classes = classes.union(lexicon.classes(matching: "demonym"))
        classes = classes.union(lexicon.classes(matching: "treaty.prefix"))
        var found: [State] = []
        var free = 0
        for hit in hits.hits where hit.tokens.lowerBound >= free {
            guard !hit.classes.isDisjoint(with: classes),
                !hit.tokens.contains(where: { isName[$0] }),
                let sense = lexicon.senses(over: hit.tokens, in: classes, text, hits).first(where: {
                    lexicon.attribute("iso3166", of: $0) != nil
                }), let code = lexicon.attribute("iso3166", of: sense)
            else { continue }
            found.append(State(tokens: hit.tokens, code: code))
            free = hit.tokens.upperBound
        }
        states = found
    }

    /// Codes of the states within `tokens`, each once, in the order of the text.
    func codes(in tokens: Range<Int>) -> [String] {
        var codes: [String] = []
        for state in self.states(in: tokens) where !codes.contains(state.code) {
            codes.append(state.code)
        }
        return codes
    }

    /// The states named within `tokens`.
    func states(in tokens: Range<Int>) -> ArraySlice<State> {
        let start = states.partitioningIndex { $0.tokens.lowerBound >= tokens.lowerBound }
        let end = states.partitioningIndex { $0.tokens.upperBound > tokens.upperBound }
        return states[start..<max(start, end)]
    }

    /// The parties of `between A and B` that starts at `start`, and the tokens they are read from.
    ///
    /// Names of people and offices may stand beside those of the states: `between Russian President Putin and Japan`.
    func between(_ start: Int, limit: Int) -> (codes: [String], tokens: Range<Int>)? {
        let end = min(limit, start + 26)
        for index in start + 1..<max(start + 1, end) {
            if TreatyWords.stops.contains(text.tokens[index].hash) { return nil }
            guard text.tokens[index].hash == TreatyWords.and else { continue }
            let first = codes(in: start + 1..<index)
            // The state after `and` may stand behind a title: `and Russian Foreign Minister`, `and the Republic of`.
            let next = states(in: index + 1..<max(index + 1, min(end, index + 10))).first
            if let next, !first.isEmpty, !first.contains(next.code) {
                let tokens = start + 1..<next.tokens.upperBound
                return (codes(in: tokens), tokens)
            }
        }
        return nil
    }

    /// Whether two codes mean one state, or a state and the one that it continues.
    static func isSame(_ a: String, _ b: String) -> Bool {
        a == b || continuing[a] == b || continuing[b] == a
    }

    private static let continuing = ["RU": "SU", "RS": "YU", "CZ": "CS"]
}
