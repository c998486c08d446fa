import Chronology
import Testing

@testable import Dragoman

@Suite struct DateNotationTests {
    /// More values than are kept, so that what was made first is made again.
    private static let values: [TimexValue] =
        (0..<3000).map { .date(.day(year: 1900 + $0 / 300, month: $0 % 12 + 1, day: $0 % 28 + 1)) }
        + (0..<3000).map { .duration(TimexDuration(.init($0 % 500), .allCases[$0 % 12])) }
        + ["2019-W07", "199", "XXXX-02", "PAST_REF", "2019-02-12T14:30", "1939/1945", "P2.5Y"]
        .compactMap { TimexValue($0) }

    @Test(arguments: [nil, "APPROX", "START", "LESS_THAN", "MORE_THAN"])
    func `What is kept is what would be made`(mod: String?) {
        let memory = DateMemory()
        for value in Self.values + Self.values.reversed() {
            for label in [Label.date, .duration, .set] {
                let kept = memory.notation(of: value, label, mod: mod)
                let made = DateNotation(value, label, mod: mod)
                #expect(kept.timex == made.timex && kept.type == made.type)
                #expect(kept.edtf == made.edtf && kept.grain == made.grain)
                #expect(kept.earliest == made.earliest && kept.latest == made.latest)
                #expect(kept.mod == made.mod && kept.alternatives == made.alternatives)
            }
        }
    }

    @Test func `Of one length, each mod has its own`() {
        let memory = DateMemory()
        for mod in ["LESS_THAN", "MORE_THAN", "LESS_THAN", nil, "MORE_THAN"] {
            let notation = memory.notation(of: .reference(.past), .date, mod: mod)
            #expect(notation.mod == mod)
        }
        let first = memory.notation(of: .reference(.past), .date, mod: nil)
        #expect(memory.notation(of: .reference(.past), .date, mod: nil) === first)
    }
}
