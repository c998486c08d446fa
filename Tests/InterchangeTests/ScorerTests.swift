import Testing

@testable import Interchange

@Suite("The scorer")
struct ScorerTests {
    static func document(_ spans: [(Int, Int, String)], id: String = "d") -> AnnotatedDocument {
        AnnotatedDocument(
            id: id, entities: spans.map { Annotation(start: $0.0, end: $0.1, type: $0.2) })
    }

    static func figures(_ rows: [ScoreRow], _ name: String) -> [Int] {
        guard let row = rows.first(where: { $0.name == name }) else { return [] }
        return [row.right, row.found, row.gold]
    }

    @Test("Strict wants span and type, relaxed the type and one letter in common")
    func names() {
        let gold = Self.document([(0, 4, "person"), (10, 14, "place"), (20, 24, "place")])
        let system = Self.document([
            (0, 4, "person"), (11, 15, "place"), (20, 24, "person"), (20, 24, "person"),
        ])
        let rows = Scorer.names(
            gold: [gold], system: ["d": system], types: ["person", "place"])
        #expect(Self.figures(rows, "strict person") == [1, 2, 1])
        #expect(Self.figures(rows, "strict place") == [0, 1, 2])
        #expect(Self.figures(rows, "relaxed ALL") == [2, 3, 3])
        #expect(Self.figures(rows, "strict ALL") == [1, 3, 3])
    }

    @Test("Overlaps are matched one to one, the largest first")
    func pairs() {
        let gold = [Annotation(start: 0, end: 10, type: "date")]
        let system = [
            Annotation(start: 0, end: 3, type: "date"), Annotation(start: 2, end: 10, type: "date"),
        ]
        let pairs = Scorer.pairs(gold, system) { _, _ in true }
        #expect(pairs.map(\.system.start) == [2])
    }

    @Test("TempEval's figures: spans whatever the type, type and value over relaxed matches")
    func times() {
        var gold = AnnotatedDocument(id: "d", entities: [])
        gold.timexes = [
            Annotation(start: 0, end: 4, type: "date", value: "2019"),
            Annotation(start: 10, end: 14, type: "duration", value: "P1D"),
        ]
        let system = AnnotatedDocument(
            id: "d",
            entities: [
                Annotation(start: 0, end: 4, type: "date", value: "2018"),
                Annotation(start: 9, end: 14, type: "date", value: "P1D"),
            ])
        let rows = Scorer.times(
            gold: [gold], system: ["d": system], types: Scorer.temporalTypes)
        #expect(Self.figures(rows, "strict span") == [1, 2, 2])
        #expect(Self.figures(rows, "relaxed span") == [2, 2, 2])
        #expect(Self.figures(rows, "type") == [1, 2, 2])
        #expect(Self.figures(rows, "value") == [1, 2, 2])
    }

    @Test("A document that the system lacks counts as missed")
    func missing() {
        let rows = Scorer.names(
            gold: [Self.document([(0, 1, "person")])], system: [:], types: ["person"])
        #expect(Self.figures(rows, "strict ALL") == [0, 0, 1])
    }

    @Test(
        "Rows are printed to two digits",
        arguments: [
            (1, 1, 1, "P 100.00  R 100.00  F1 100.00"), (0, 0, 0, "P   0.00  R   0.00  F1   0.00"),
            (2, 3, 7, "P  66.67  R  28.57  F1  40.00"), (1, 8, 32, "P  12.50  R   3.12  F1   5.00"),
        ])
    func printing(right: Int, found: Int, gold: Int, expected: String) {
        let row = ScoreRow("strict ALL", right: right, found: found, gold: gold)
        #expect(
            row.line
                == "strict ALL                 \(expected)   (\(right) right of \(found) found, \(gold) gold)"
        )
    }
}
