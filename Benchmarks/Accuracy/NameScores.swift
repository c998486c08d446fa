import Dragoman
import Foundation

/// Strict precision, recall and F1 of what was found in annotated texts, by file and kind.
enum NameScores {
    private struct Counts {
        var right = 0
        var found = 0
        var gold = 0

        var line: String {
            let precision = Double(right) / Double(max(found, 1))
            let recall = Double(right) / Double(max(gold, 1))
            let f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
            return "P \(percent(precision))  R \(percent(recall))  F1 \(percent(f1))"
        }

        private func percent(_ value: Double) -> String { String(format: "%6.2f", 100 * value) }
    }

    static func print(_ results: [(FitNames.Example, [(Range<Int>, Int)])], title: String) {
        var files: [String] = []
        var counts: [String: [Counts]] = [:]
        for (example, found) in results {
            if !files.contains(example.file) { files.append(example.file) }
            var row = counts[example.file] ?? [Counts](repeating: Counts(), count: 4)
            for label in 0..<3 {
                row[label].found += found.count { $0.1 == label }
                row[label].gold += example.gold.count { $0.value == label }
                row[label].right += found.count { $0.1 == label && example.gold[$0.0] == label }
            }
            counts[example.file] = row
        }
        for file in files {
            var row = counts[file]!
            for label in 0..<3 {
                row[3].right += row[label].right
                row[3].found += row[label].found
                row[3].gold += row[label].gold
            }
            for (name, counts) in zip(
                ["all"] + NameTag.labels.map(\.rawValue), [row[3]] + row[..<3])
            {
                let head = "\(title)  \(file)".padding(toLength: 30, withPad: " ", startingAt: 0)
                let kind = name.padding(toLength: 13, withPad: " ", startingAt: 0)
                Swift.print("\(head)\(kind)\(counts.line)   (\(counts.gold))")
            }
        }
    }

    /// What was missed and what was found wrongly, with the words around.
    static func printMistakes(_ example: FitNames.Example, _ found: [(Range<Int>, Int)]) {
        let text = example.text.text
        func context(_ tokens: Range<Int>) -> String {
            let before = text.text(of: max(0, tokens.lowerBound - 5)..<tokens.lowerBound)
            let after = text.text(
                of: tokens.upperBound..<min(text.tokens.count, tokens.upperBound + 5))
            return "\(before) [\(text.text(of: tokens))] \(after)"
                .split(whereSeparator: \.isNewline).joined(separator: " ")
        }
        let all = found.map { ($0.0, $0.1, true) } + example.gold.map { ($0.key, $0.value, false) }
        for (tokens, label, isFound) in all.sorted(by: { $0.0.lowerBound < $1.0.lowerBound }) {
            let isRight =
                isFound ? example.gold[tokens] == label : found.contains { $0 == (tokens, label) }
            if isRight { continue }
            let sign = isFound ? "+" : "-"
            Swift.print("\(example.file)\t\(sign) \(NameTag.labels[label])\t\(context(tokens))")
        }
    }
}
