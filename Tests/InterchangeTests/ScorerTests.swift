import SeededRandom
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

    @Test("Pairs are those of trying all with all", arguments: 0..<50)
    func sweep(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        func spans() -> [Annotation] {
            (0..<12).map { _ in
                let start = Int(random.next() % 30)
                return Annotation(start: start, end: start + Int(random.next() % 6), type: "date")
            }
        }
        let (gold, system) = (spans(), spans())
        var expected: [[Int]] = []
        var all: [[Int]] = []
        for (i, right) in gold.enumerated() {
            for (j, given) in system.enumerated() {
                let overlap = min(right.end, given.end) - max(right.start, given.start)
                if overlap <= 0 { continue }
                let distance = abs(right.start - given.start) + abs(right.end - given.end)
                all.append([-overlap, distance, i, j])
            }
        }
        for row in all.sorted(by: { $0.lexicographicallyPrecedes($1) })
        where !expected.contains(where: { $0[2] == row[2] || $0[3] == row[3] }) {
            expected.append(row)
        }
        let pairs = Scorer.pairs(gold, system) { _, _ in true }
        #expect(pairs.map(\.gold) == expected.map { gold[$0[2]] })
        #expect(pairs.map(\.system) == expected.map { system[$0[3]] })
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

    @Test(
        "Annotations are read from gold, and from what this project writes",
        arguments: [
            (
                #"{"id":"a","dct":"2019","text":"x","entities":[{"start":0,"end":1,"type":"Person"}]}"#,
                AnnotatedDocument(
                    id: "a", text: "x", date: "2019",
                    entities: [Annotation(start: 0, end: 1, type: "person")])
            ),
            (
                #"{"id":1,"timex":[{"start":0,"end":1,"type":"date","value":"1960"}]}"#,
                AnnotatedDocument(
                    id: "1", entities: [],
                    timexes: [Annotation(start: 0, end: 1, type: "date", value: "1960")])
            ),
            (
                #"""
                {"id":"a","offsets":"codepoint","entities":[{"id":"e1","label":"PLACE"}],"mentions":[
                {"start":0,"end":1,"label":"PLACE"},
                {"start":2,"end":3,"label":"DATE","date":{"type":"SET","timex":"P1D"}}]}
                """#,
                AnnotatedDocument(
                    id: "a",
                    entities: [
                        Annotation(start: 0, end: 1, type: "place"),
                        Annotation(start: 2, end: 3, type: "set", value: "P1D"),
                    ])
            ),
        ])
    func reading(line: String, expected: AnnotatedDocument) throws {
        #expect(try AnnotatedDocument(JSONReader.read(Array(line.utf8))) == expected)
    }

    @Test(
        "Lines that are no annotations say why",
        arguments: [
            (#"{"text":"x"}"#, "no “id”"), (#"[]"#, "no “id”"),
            (
                #"{"id":1,"offsets":"utf8"}"#,
                "offsets in utf8: scores are of offsets in code points"
            ),
            (#"{"id":1,"entities":[{"start":0}]}"#, "a span without “start” and “end”"),
            (#"{"id":1,"timex":[{"start":0,"end":1}]}"#, "a span without “type” or “label”"),
            (#"{"id":1,"timex":[{"start":2,"end":1,"type":"date"}]}"#, "a span from 2 to 1"),
            (#"{"id":1,"timex":[{"start":-9e18,"end":9e18,"type":"date"}]}"#, "a span from"),
        ])
    func mistakes(line: String, message: String) throws {
        let value = try JSONReader.read(Array(line.utf8))
        let error = #expect(throws: AnnotationError.self) { try AnnotatedDocument(value) }
        #expect(error?.description.hasPrefix(message) == true)
    }
}
