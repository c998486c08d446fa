/// Scores a system against gold: strict and relaxed spans, and TempEval-3's figures for dates.
///
/// Strict: same span and type. Relaxed: same type, spans overlap, one to one, the largest overlap first. TempEval-3
/// task A (UzZaman et al. 2013): spans strict and relaxed whatever the type, type and value over relaxed matches.
public struct Scorer: Sendable {
    /// Right, found and gold, and what follows from them.
    public struct Figures: Sendable, Equatable {
        public var right = 0
        public var found = 0
        public var gold = 0

        public init(right: Int = 0, found: Int = 0, gold: Int = 0) {
            self.right = right
            self.found = found
            self.gold = gold
        }

        public var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
        public var recall: Double { gold == 0 ? 0 : Double(right) / Double(gold) }
        public var f1: Double {
            let (p, r) = (precision, recall)
            return p + r == 0 ? 0 : 2 * p * r / (p + r)
        }
    }

    /// The types that TIMEX3 has.
    public static let temporalTypes = ["date", "time", "duration", "set"]

    /// A named row of a table.
    public typealias Row = (name: String, figures: Figures)

    /// Rows `strict TYPE`, `relaxed ALL` and `strict ALL` over names.
    public static func names(
        gold: [AnnotatedDocument], system: [String: AnnotatedDocument], types: [String]
    ) -> [Row] {
        var strict: [String: Figures] = [:]
        var relaxed = 0
        for document in gold {
            let wanted = document.entities.filter { types.contains($0.type) }
            let found = distinct(
                system[document.id]?.entities.filter { types.contains($0.type) } ?? [])
            for type in types {
                let expected = wanted.filter { $0.type == type }
                let given = found.filter { $0.type == type }
                strict[type, default: Figures()].gold += expected.count
                strict[type, default: Figures()].found += given.count
                strict[type, default: Figures()].right += given.count { span in
                    expected.contains { $0.start == span.start && $0.end == span.end }
                }
            }
            relaxed += pairs(wanted, found) { $0.type == $1.type }.count
        }
        let all = types.reduce(into: Figures()) { sum, type in
            let figures = strict[type] ?? Figures()
            sum.right += figures.right
            sum.found += figures.found
            sum.gold += figures.gold
        }
        return types.map { ("strict " + $0, strict[$0] ?? Figures()) } + [
            ("relaxed ALL", Figures(right: relaxed, found: all.found, gold: all.gold)),
            ("strict ALL", all),
        ]
    }

    /// Rows `strict span`, `relaxed span`, `type` and `value` over temporal expressions.
    public static func times(
        gold: [AnnotatedDocument], system: [String: AnnotatedDocument], types: [String]
    ) -> [Row] {
        var strict = Figures()
        var relaxed = 0
        var sameType = 0
        var sameValue = 0
        for document in gold {
            let wanted = temporal(document, types)
            let found = system[document.id].map { temporal($0, types) } ?? []
            strict.gold += wanted.count
            strict.found += found.count
            strict.right += found.count { span in
                wanted.contains { $0.start == span.start && $0.end == span.end }
            }
            for (right, given) in pairs(wanted, found, where: { _, _ in true }) {
                relaxed += 1
                if right.type == given.type { sameType += 1 }
                if right.value == given.value { sameValue += 1 }
            }
        }
        func row(_ name: String, _ right: Int) -> Row {
            (name, Figures(right: right, found: strict.found, gold: strict.gold))
        }
        return [
            ("strict span", strict), row("relaxed span", relaxed), row("type", sameType),
            row("value", sameValue),
        ]
    }

    private static func temporal(_ document: AnnotatedDocument, _ types: [String]) -> [Annotation] {
        (document.timexes + document.entities.filter { temporalTypes.contains($0.type) })
            .filter { types.contains($0.type) }
    }

    private static func distinct(_ spans: [Annotation]) -> [Annotation] {
        var seen: [Annotation] = []
        for span in spans
        where !seen.contains(where: {
            $0.start == span.start && $0.end == span.end && $0.type == span.type
        }) {
            seen.append(span)
        }
        return seen
    }

    /// One-to-one matches by overlap, the largest first; of equal ones those whose starts and ends are nearer, then in order.
    static func pairs(
        _ gold: [Annotation], _ system: [Annotation],
        where same: (Annotation, Annotation) -> Bool
    ) -> [(gold: Annotation, system: Annotation)] {
        var candidates: [(overlap: Int, distance: Int, gold: Int, system: Int)] = []
        for (i, right) in gold.enumerated() {
            for (j, given) in system.enumerated() {
                let overlap = min(right.end, given.end) - max(right.start, given.start)
                guard overlap > 0, same(right, given) else { continue }
                let distance = abs(right.start - given.start) + abs(right.end - given.end)
                candidates.append((-overlap, distance, i, j))
            }
        }
        candidates.sort { $0 < $1 }
        var usedGold: Set<Int> = []
        var usedSystem: Set<Int> = []
        var result: [(gold: Annotation, system: Annotation)] = []
        for candidate in candidates
        where !usedGold.contains(candidate.gold) && !usedSystem.contains(candidate.system) {
            usedGold.insert(candidate.gold)
            usedSystem.insert(candidate.system)
            result.append((gold[candidate.gold], system[candidate.system]))
        }
        return result
    }

    /// A row as the table prints it: `strict person             P  90.00  R  80.00  F1  84.71   (…)`.
    public static func line(_ row: Row) -> String {
        let figures = row.figures
        let name = row.name + String(repeating: " ", count: max(0, 26 - row.name.count))
        let numbers = [figures.precision, figures.recall, figures.f1].map { percent($0) }
        return "\(name) P \(numbers[0])  R \(numbers[1])  F1 \(numbers[2])"
            + "   (\(figures.right) right of \(figures.found) found, \(figures.gold) gold)"
    }

    /// A hundredfold with two digits, padded to six, rounded as C's printf does.
    static func percent(_ value: Double) -> String {
        let scaled = 100 * value
        // Exact decimal expansion of a double decides halves; two digits more than printed tell them apart.
        var hundredths = (scaled * 100).rounded(.down)
        let rest = scaled * 100 - hundredths
        if rest > 0.5 || (rest == 0.5 && hundredths.truncatingRemainder(dividingBy: 2) == 1) {
            hundredths += 1
        }
        let whole = Int(hundredths) / 100
        let fraction = Int(hundredths) % 100
        let text = "\(whole).\(fraction < 10 ? "0" : "")\(fraction)"
        return String(repeating: " ", count: max(0, 6 - text.count)) + text
    }
}
