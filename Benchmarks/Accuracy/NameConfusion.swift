import Dragoman

/// What was wrong with the names that were found in annotated texts, counted by cause.
struct NameConfusion {
    private enum Cause: Hashable {
        /// The right span, another kind.
        case kind(gold: Int, found: Int)
        /// Part of the right span, or more than it, of the right kind or another.
        case span(gold: Int, found: Int)
        case missed(Int)
        case spurious(Int)

        var name: String {
            func label(_ kind: Int) -> String { NameTag.labels[kind].rawValue }
            return switch self {
            case .kind(let gold, let found): "\(label(gold)) taken for \(label(found))"
            case .span(let gold, let found):
                gold == found
                    ? "\(label(gold)) of another span"
                    : "\(label(gold)) taken for \(label(found)) of another span"
            case .missed(let gold): "\(label(gold)) missed"
            case .spurious(let found): "\(label(found)) where there is none"
            }
        }
    }

    private var counts: [Cause: Int] = [:]

    init(_ results: [(FitNames.Example, [(Range<Int>, Int)])]) {
        for (example, found) in results {
            var open = example.gold
            for (tokens, label) in found where open[tokens] == label { open[tokens] = nil }
            for (tokens, label) in found where example.gold[tokens] != label {
                if let gold = open.removeValue(forKey: tokens) {
                    counts[.kind(gold: gold, found: label), default: 0] += 1
                } else if let other = open.keys.filter({ $0.overlaps(tokens) }).min(by: {
                    $0.lowerBound < $1.lowerBound
                }), let gold = open.removeValue(forKey: other) {
                    counts[.span(gold: gold, found: label), default: 0] += 1
                } else {
                    counts[.spurious(label), default: 0] += 1
                }
            }
            for gold in open.values { counts[.missed(gold), default: 0] += 1 }
        }
    }

    /// Prints the causes of a title's mistakes, the most frequent first.
    func print(title: String) {
        let all = counts.values.reduce(0, +)
        Swift.print("\n\(title): \(all) mistakes")
        for (cause, count) in counts.sorted(by: {
            ($1.value, $0.key.name) < ($0.value, $1.key.name)
        }) {
            let share = (1000 * count / max(all, 1) + 5) / 10
            Swift.print("  \(count)\t\(share) %\t\(cause.name)")
        }
    }
}
