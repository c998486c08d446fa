import Grammar
import Lexicon
import Segmentation

/// A pattern as the tests know it: it can be written as rule text and matched by plain recursion.
indirect enum Node {
    case text(String)
    case exact(String)
    case lexicon(String)
    case any
    case notText(String)
    case gap(String, isNegated: Bool)
    case sequence([Node])
    case choice([Node])
    case repeated(Node, ClosedRange<Int>, String)
    case capture(String, Node)

    var source: String {
        switch self {
        case .text(let text): "\"\(text)\""
        case .exact(let text): "'\(text)'"
        case .lexicon(let name): "<\(name)>"
        case .any: "any"
        case .notText(let text): "not \"\(text)\""
        case .gap(let name, let isNegated): (isNegated ? "not " : "") + name
        case .sequence(let parts): "(" + parts.map(\.source).joined(separator: " ") + ")"
        case .choice(let parts): "(" + parts.map(\.source).joined(separator: " | ") + ")"
        case .repeated(let inner, _, let sign): "(\(inner.source))\(sign)"
        case .capture(let name, let inner): "\(name):(\(inner.source))"
        }
    }

    /// A random pattern.
    static func random(
        depth: Int, captures: Bool, using random: inout some RandomNumberGenerator
    ) -> Node {
        let letter = ["a", "b", "c", "."].randomElement(using: &random) ?? "a"
        func inner() -> Node { .random(depth: depth - 1, captures: captures, using: &random) }
        switch Int.random(in: depth > 0 ? 0..<16 : 0..<9, using: &random) {
        case 0, 1, 2: return .text(letter)
        case 3: return .exact(Bool.random(using: &random) ? letter : letter.uppercased())
        case 4, 5: return .lexicon(["x", "y", "y.z", "x|y"].randomElement(using: &random) ?? "x")
        case 6: return .any
        case 7: return .notText(letter)
        case 8:
            let names = ["space", "nospace", "start", "para", "para", "end"]
            return .gap(
                names.randomElement(using: &random) ?? "space",
                isNegated: Bool.random(using: &random))
        case 9, 10, 11:
            return .sequence((0..<Int.random(in: 1...3, using: &random)).map { _ in inner() })
        case 12, 13: return .choice([inner(), inner()])
        case 14:
            let kinds: [(ClosedRange<Int>, String)] = [
                (0...1, "?"), (0...8, "*"), (1...8, "+"), (1...2, "{1,2}"), (2...2, "{2}"),
            ]
            let kind = kinds.randomElement(using: &random) ?? kinds[0]
            return .repeated(inner(), kind.0, kind.1)
        default:
            let name = Bool.random(using: &random) ? "p" : "q"
            return captures ? .capture(name, inner()) : inner()
        }
    }
}

/// Every way in which a pattern matches, in order of preference, by recursion over the tree.
struct NaiveMatcher {
    struct Way {
        var end: Int
        /// Whether a paragraph's start was asked for right here.
        var isLicensed = false
        var captures: [String: Range<Int>] = [:]
    }

    let tokens: TokenBuffer
    let hits: HitBuffer
    let lexicon: Lexicon
    let crossesSentences: Bool

    private func isBlocked(before position: Int) -> Bool {
        guard position < tokens.tokens.count else { return false }
        let flags = tokens.tokens[position].flags
        return flags.contains(.paragraphStart)
            || (!crossesSentences && flags.contains(.sentenceStart))
    }

    /// The ways from `way` on; of several to one end the first is kept.
    func ways(_ node: Node, from way: Way, origin: Int?) -> [Way] {
        var seen = Set<Int>()
        return all(node, from: way, origin: origin).filter {
            seen.insert($0.end * 2 + ($0.isLicensed ? 1 : 0)).inserted
        }
    }

    private func all(_ node: Node, from way: Way, origin: Int?) -> [Way] {
        func take(_ count: Int) -> [Way] {
            guard way.end == origin || way.isLicensed || !isBlocked(before: way.end) else {
                return []
            }
            return [Way(end: way.end + count, captures: way.captures)]
        }
        let text = way.end < tokens.tokens.count ? tokens.text(at: way.end) : nil
        switch node {
        case .text(let wanted): return text?.lowercased() == wanted ? take(1) : []
        case .exact(let wanted): return text == wanted ? take(1) : []
        case .any: return text != nil ? take(1) : []
        case .notText(let unwanted):
            return text != nil && text?.lowercased() != unwanted ? take(1) : []
        case .lexicon(let names):
            let classes = names.split(separator: "|").reduce(into: ClassSet()) {
                $0.formUnion(lexicon.classes(matching: String($1)))
            }
            return hits.startingAt(way.end).filter { !$0.classes.isDisjoint(with: classes) }
                .flatMap { take($0.tokens.count) }
        case .gap(let name, let isNegated):
            guard gap(name, way.end) != isNegated else { return [] }
            var next = way
            if name == "para" && !isNegated { next.isLicensed = true }
            return [next]
        case .sequence(let parts):
            return parts.reduce([way]) { found, part in
                found.flatMap { ways(part, from: $0, origin: origin) }
            }
        case .choice(let parts):
            return parts.flatMap { ways($0, from: way, origin: origin) }
        case .repeated(let inner, let times, _):
            if times.upperBound == 0 { return [way] }
            let rest = Node.repeated(
                inner, max(0, times.lowerBound - 1)...times.upperBound - 1, "")
            let more = ways(inner, from: way, origin: origin).flatMap {
                ways(rest, from: $0, origin: origin)
            }
            return times.lowerBound > 0 ? more : more + [way]
        case .capture(let name, let inner):
            return ways(inner, from: way, origin: origin).map { found in
                var found = found
                found.captures[name] = way.end..<found.end
                return found
            }
        }
    }

    private func gap(_ name: String, _ position: Int) -> Bool {
        guard position < tokens.tokens.count else { return name == "end" || name == "space" }
        let flags = tokens.tokens[position].flags
        switch name {
        case "space": return flags.contains(.spaceBefore)
        case "nospace": return !flags.contains(.spaceBefore)
        case "start": return flags.contains(.sentenceStart)
        case "para": return flags.contains(.paragraphStart)
        default: return flags.contains(.sentenceStart) || flags.contains(.paragraphStart)
        }
    }

    /// Whether a match of `node` ends right before `position`.
    func holds(left node: Node, before position: Int) -> Bool {
        (0...position).contains { start in
            ways(node, from: Way(end: start), origin: start).contains { way in
                way.end == position
                    && (start == position || way.isLicensed || !isBlocked(before: position))
            }
        }
    }

    /// Whether a match of `node` starts at `position`.
    func holds(right node: Node, at position: Int) -> Bool {
        !ways(node, from: Way(end: position), origin: nil).isEmpty
    }
}
