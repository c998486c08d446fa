import Lexicon
import Segmentation

/// The states that a text names, as codes.
struct TreatyParties {
    /// A state over tokens of the text, by its name or its adjective.
    struct State {
        var tokens: Range<Int>
        var code: String
    }

    private let source: TreatySource
    /// By first token, without overlaps.
    let states: [State]

    /// The states of some sentences.
    ///
    /// - Parameters:
    ///   - sentences: in the order of the text.
    ///   - names: in the order of the text; states in the names of people and organizations are none.
    init(
        in sentences: [Range<Int>], _ source: TreatySource, except names: [NameSpan]
    ) {
        self.source = source
        let classes = source.catalogue.states
        let filter = source.memory.stateNames(source.catalogue)
        var found: [State] = []
        var free = 0
        var next = 0
        for sentence in sentences {
            filter.forEachStart(in: sentence, source.hits) { token, view in
                for hit in view.startingAt(token) where !hit.classes.isDisjoint(with: classes) {
                    guard hit.tokens.lowerBound >= free, !Self.isName(hit.tokens, names, &next),
                        let code = source.memory.state(hit.tokens, source)
                    else { continue }
                    found.append(State(tokens: hit.tokens, code: code))
                    free = hit.tokens.upperBound
                }
            }
        }
        states = found
    }

    /// Whether a token of a span is one of a person's or an organization's name.
    ///
    /// - Parameter next: the first name that does not end before the span; no span starts before the last one.
    private static func isName(_ tokens: Range<Int>, _ names: [NameSpan], _ next: inout Int) -> Bool
    {
        while next < names.count, names[next].tokens.upperBound <= tokens.lowerBound { next += 1 }
        var index = next
        while index < names.count, names[index].tokens.lowerBound < tokens.upperBound {
            if names[index].kind != .place { return true }
            index += 1
        }
        return false
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

    /// The states named within `tokens`, each where it is named first.
    func once(in tokens: Range<Int>) -> [State] { once(in: states(in: tokens)) }

    func once(in states: ArraySlice<State>) -> [State] {
        var seen: Set<String> = []
        return states.filter { seen.insert($0.code).inserted }
    }

    /// The parties of `between A and B` that starts at `start`, and the tokens they are read from.
    ///
    /// Names of people and offices may stand beside those of the states: `between Russian President Putin and Japan`.
    func between(_ start: Int, limit: Int) -> (codes: [String], tokens: Range<Int>)? {
        let end = min(limit, start + 26)
        for index in start + 1..<max(start + 1, end) {
            let words = source.words(at: index)
            if words.contains(.stops) { return nil }
            guard words.contains(.and) else { continue }
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
        a == b || continuing.contains { $0 == (a, b) || $0 == (b, a) }
    }

    /// Calls `body` with the codes of which each means the same state as `code`.
    static func forEachSame(as code: String, _ body: (String) -> Void) {
        body(code)
        for (state, before) in continuing {
            if state == code { body(before) } else if before == code { body(state) }
        }
    }

    /// States and those that they continue.
    private static let continuing = [("RU", "SU"), ("RS", "YU"), ("CZ", "CS")]
}
