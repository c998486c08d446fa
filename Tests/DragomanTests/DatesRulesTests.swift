import Testing

@testable import Dragoman

@Suite("Date rules")
struct DatesRulesTests {
    @Test("Captures are called what their cases are called")
    func captureNames() {
        #expect(DateCapture.names == DateCapture.allCases.map { "\($0)" })
    }
}
