import Lexicon
import Segmentation

/// Runs the examples and counter-examples of rules.
public enum RuleProof {
    /// What a rule did otherwise than its proof says.
    public struct Failure: Hashable, Sendable, CustomStringConvertible {
        /// Id of the rule.
        public let rule: String
        /// The rule file, as its ``RuleSource`` names it.
        public let file: String
        /// Line of the example, or of the rule.
        public let line: Int
        /// What was expected, and what was found.
        public let message: String

        /// ``file:line: rule `id`: message``
        public var description: String { "\(file):\(line): rule `\(rule)`: \(message)" }
    }

    /// Runs every example of every rule.
    ///
    /// A rule's own matches that overlap are settled from left to right, the longer first; other
    /// rules have no say.
    /// - Parameter read: cuts a text into tokens and looks up its phrases.
    public static func check(
        _ rules: LinkedRules, read: (String, inout TokenBuffer, inout HitBuffer) -> Void
    ) -> [Failure] {
        let matcher = Matcher(rules)
        var tokens = TokenBuffer()
        var hits = HitBuffer()
        var matches = RuleMatches(rules)
        var failures: [Failure] = []
        for (index, rule) in rules.rules.enumerated() {
            func fail(_ line: Int, _ message: String) {
                failures.append(
                    Failure(rule: rule.id, file: rule.file, line: line, message: message))
            }
            for unknown in rules.unknownClasses where unknown.rules.contains(rule.id) {
                fail(rule.line, "the lexicon has no class `\(unknown.name)`")
            }
            for example in rule.examples + rule.counters {
                read(example.text, &tokens, &hits)
                matcher.match(tokens, hits: hits, into: &matches)
                let spans = settled(matches.filter { $0.rule == index }.map(\.span)).map { span in
                    Int(
                        tokens.tokens[span.lowerBound].start)..<Int(
                            tokens.tokens[span.upperBound - 1].end)
                }
                if spans != example.spans {
                    fail(
                        example.line,
                        "expected \(shown(example.spans, example.text)), found \(shown(spans, example.text))"
                    )
                }
            }
        }
        return failures
    }

    /// Runs every example of every rule with a segmenter and the lexicon the rules were linked with.
    public static func check(_ rules: LinkedRules, segmenter: Segmenter, lexicon: Lexicon)
        -> [Failure]
    {
        check(rules) { text, tokens, hits in
            segmenter.segment(text, into: &tokens)
            lexicon.findHits(in: tokens, into: &hits)
        }
    }

    /// Spans that do not overlap, from left to right, the longer first.
    private static func settled(_ spans: [Range<Int>]) -> [Range<Int>] {
        let sorted = spans.sorted {
            ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound)
        }
        var kept: [Range<Int>] = []
        for span in sorted where kept.last.map({ $0.upperBound <= span.lowerBound }) ?? true {
            kept.append(span)
        }
        return kept
    }

    /// The text with brackets around the spans.
    private static func shown(_ spans: [Range<Int>], _ text: String) -> String {
        guard !spans.isEmpty else { return "nothing in \"\(text)\"" }
        let bytes = Array(text.utf8)
        var shown = ""
        var last = 0
        for span in spans {
            shown += String(decoding: bytes[last..<span.lowerBound], as: UTF8.self)
            shown += "[" + String(decoding: bytes[span], as: UTF8.self) + "]"
            last = span.upperBound
        }
        return "\"" + shown + String(decoding: bytes[last...], as: UTF8.self) + "\""
    }
}
