/// Scores a system against gold: strict and relaxed spans, and TempEval-3's figures for dates.
///
/// Strict: same span and type. Relaxed: same type, spans overlap, one to one, the largest overlap first. TempEval-3
/// task A (UzZaman et al. 2013): spans strict and relaxed whatever the type, type and value over relaxed matches.
/// Documents are joined on their ids; one that the system lacks counts as empty.
public enum Scorer {
    /// The types that TIMEX3 has.
    public static let temporalTypes = ["date", "time", "duration", "set"]

    /// A row for each of `types`, `strict TYPE`, and rows `relaxed ALL` and `strict ALL`.
    ///
    /// What a system says twice counts once.
    public static func names(
        gold: [AnnotatedDocument], system: [String: AnnotatedDocument], types: [String]
    ) -> [ScoreRow] {
        let wantedTypes = Set(types)
        var strict: [String: ScoreRow] = [:]
        for type in types { strict[type] = ScoreRow("strict " + type) }
        var relaxed = ScoreRow("relaxed ALL")
        for document in gold {
            let wanted = document.entities.filter { wantedTypes.contains($0.type) }
            let found = distinct(
                (system[document.id]?.entities ?? []).filter { wantedTypes.contains($0.type) })
            let spans = Set(wanted.map(Span.init))
            for span in wanted { strict[span.type]?.gold += 1 }
            for span in found {
                strict[span.type]?.found += 1
                if spans.contains(Span(span)) { strict[span.type]?.right += 1 }
            }
            relaxed.right += pairs(wanted, found) { $0.type == $1.type }.count
        }
        let rows = types.compactMap { strict[$0] }
        var all = ScoreRow("strict ALL")
        for row in rows {
            all.right += row.right
            all.found += row.found
            all.gold += row.gold
        }
        relaxed.found = all.found
        relaxed.gold = all.gold
        return rows + [relaxed, all]
    }

    /// Rows `strict span`, `relaxed span`, `type` and `value` over temporal expressions of `types`.
    public static func times(
        gold: [AnnotatedDocument], system: [String: AnnotatedDocument], types: [String]
    ) -> [ScoreRow] {
        let wantedTypes = Set(types)
        var strict = ScoreRow("strict span")
        var relaxed = ScoreRow("relaxed span")
        var sameType = ScoreRow("type")
        var sameValue = ScoreRow("value")
        for document in gold {
            let wanted = temporal(document, wantedTypes)
            let found = system[document.id].map { temporal($0, wantedTypes) } ?? []
            let spans = Set(wanted.map { $0.start..<$0.end })
            strict.gold += wanted.count
            strict.found += found.count
            strict.right += found.count { spans.contains($0.start..<$0.end) }
            for (right, given) in pairs(wanted, found, where: { _, _ in true }) {
                relaxed.right += 1
                if right.type == given.type { sameType.right += 1 }
                if right.value == given.value { sameValue.right += 1 }
            }
        }
        return [strict, relaxed, sameType, sameValue].map { row in
            ScoreRow(row.name, right: row.right, found: strict.found, gold: strict.gold)
        }
    }

    private static func temporal(
        _ document: AnnotatedDocument, _ types: Set<String>
    ) -> [Annotation] {
        (document.timexes + document.entities.filter { temporalTypes.contains($0.type) })
            .filter { types.contains($0.type) }
    }

    /// A span and its type.
    private struct Span: Hashable {
        let start: Int
        let end: Int
        let type: String

        init(_ annotation: Annotation) {
            start = annotation.start
            end = annotation.end
            type = annotation.type
        }
    }

    private static func distinct(_ spans: [Annotation]) -> [Annotation] {
        var seen: Set<Span> = []
        return spans.filter { seen.insert(Span($0)).inserted }
    }
}
