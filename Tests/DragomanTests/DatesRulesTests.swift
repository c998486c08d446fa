import Grammar
import Testing

@testable import Dragoman

@Suite("Date rules")
struct DatesRulesTests {
    @Test("Captures are called what their cases are called")
    func captureNames() {
        #expect(DateCapture.names == DateCapture.allCases.map { "\($0)" })
    }

    @Test(
        "A rule of dates that could mark nothing is an error, which names its line",
        arguments: [
            ("", "a DATE needs `set form=…`, which says how its captures are read"),
            ("set form=yaer", "unknown form “yaer”: calendar, year,"),
            ("set form=year profile=mine", "unknown profile “mine”: house, timeml"),
            ("set form=calendar calendar=mayan", "unknown calendar “mayan”: "),
        ])
    func mistakes(_ set: String, _ message: String) throws {
        let rule = """
            rule my.year
              pattern  "anno" year:num(1000,2100)
              mark     DATE
              \(set)
              example  "[anno 1648] it was"
              counter  "anno it was"
            """
        var options = Extractor.Options()
        options.rules = [RuleSource(file: "my.rules", text: rule)]
        let error = #expect(throws: GrammarErrors.self) { try Extractor(options: options) }
        #expect(error?.description.hasPrefix("my.rules:1:1: rule `my.year`: \(message)") == true)
        options.rules = []
        #expect(throws: GrammarErrors.self) {
            try Extractor(options: options).check([RuleSource(file: "my.rules", text: rule)])
        }
    }
}
