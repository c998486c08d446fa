import Testing

@testable import Chronology

struct TimexTests {
    @Test(arguments: [
        "2019", "2019-02", "2020-02", "2019-02-12", "2019-02-30", "BC0044", "BC0044-03-15", "199",
        "19", "2", "2019-W07", "2019-W07-WE", "2019-Q3", "2019-H1", "2019-SU", "2019-WI",
        "XXXX-02-12",
        "2019-02-12T14:30", "T14:30", "P3D", "PAST_REF", "2019-02-15/2019-02-17", "0001", "9999",
        "BC0264/BC0241", "1945-05/1945-07",
    ])
    func `The ends are the first and the last day, written`(text: String) {
        guard let value = TimexValue(text) else { return }
        #expect(value.ends?.first == value.days?.lowerBound.description)
        #expect(value.ends?.last == value.days?.upperBound.description)
    }

    /// TIMEX3, EDTF, first day, last day, grain.
    static let table: [(String, String?, String?, String?, Grain?)] = [
        ("2019-02-12", "2019-02-12", "2019-02-12", "2019-02-12", .day),
        ("2019-02", "2019-02", "2019-02-01", "2019-02-28", .month),
        ("2020-02", "2020-02", "2020-02-01", "2020-02-29", .month),
        ("2019", "2019", "2019-01-01", "2019-12-31", .year),
        ("2019-W07", "2019-02-11/2019-02-17", "2019-02-11", "2019-02-17", .week),
        ("2019-W07-WE", "2019-02-16/2019-02-17", "2019-02-16", "2019-02-17", .weekend),
        ("2019-W07-2", "2019-02-12", "2019-02-12", "2019-02-12", .day),
        ("2019-Q1", "2019-33", "2019-01-01", "2019-03-31", .quarter),
        ("2001-Q3", "2001-35", "2001-07-01", "2001-09-30", .quarter),
        ("2019-H2", "2019-41", "2019-07-01", "2019-12-31", .half),
        ("2019-SP", "2019-21", "2019-03-01", "2019-05-31", .season),
        ("1791-WI", "1791-24", "1790-12-01", "1791-02-28", .season),
        ("199", "199X", "1990-01-01", "1999-12-31", .decade),
        ("19", "19XX", "1900-01-01", "1999-12-31", .century),
        ("2", "2XXX", "2000-01-01", "2999-12-31", .millennium),
        ("00", "0001/0099", "0001-01-01", "0099-12-31", .century),
        ("000", "0001/0009", "0001-01-01", "0009-12-31", .decade),
        ("0", "0001/0999", "0001-01-01", "0999-12-31", .millennium),
        ("BC0044", "-0043", "-0043-01-01", "-0043-12-31", .year),
        ("BC0044-03-15", "-0043-03-15", "-0043-03-15", "-0043-03-15", .day),
        ("BC004", "-0048/-0039", "-0048-01-01", "-0039-12-31", .decade),
        ("BC00", "-0098/0000", "-0098-01-01", "0000-12-31", .century),
        ("XXXX-02-12", "XXXX-02-12", nil, nil, .day),
        ("XXXX-02", "XXXX-02", nil, nil, .month),
        ("XXXX", "XXXX", nil, nil, .year),
        ("1999-XX", "1999-XX", nil, nil, .month),
        ("XXXX-WXX-5", nil, nil, nil, .day),
        ("2019-02-12T14:30", "2019-02-12", "2019-02-12", "2019-02-12", .minute),
        ("2019-02-12T14:30:05Z", "2019-02-12T14:30:05Z", "2019-02-12", "2019-02-12", .second),
        ("2019-02-12T14", "2019-02-12", "2019-02-12", "2019-02-12", .hour),
        ("2019-02-12TEV", "2019-02-12", "2019-02-12", "2019-02-12", .part),
        ("T09:00-05:00", nil, nil, nil, .minute),
        (
            "2019-02-15/2019-02-17", "2019-02-15/2019-02-17", "2019-02-15", "2019-02-17",
            .day
        ),
        ("1939/1945", "1939/1945", "1939-01-01", "1945-12-31", .year),
        ("P3D", nil, nil, nil, nil), ("PT2H", nil, nil, nil, nil), ("PXM", nil, nil, nil, nil),
        ("P1DE", nil, nil, nil, nil), ("PT5H30M", nil, nil, nil, nil),
        ("P2.5Y", nil, nil, nil, nil), ("P1Y6M", nil, nil, nil, nil),
        ("P2WE", nil, nil, nil, nil), ("PRESENT_REF", nil, nil, nil, nil),
    ]

    @Test(arguments: table)
    func `A value reads, prints, and covers its days`(
        text: String, edtf: String?, first: String?, last: String?, grain: Grain?
    ) throws {
        let value = try #require(TimexValue(text))
        #expect(value.description == text)
        #expect(value.edtf() == edtf)
        #expect(value.days?.lowerBound.description == first)
        #expect(value.days?.upperBound.description == last)
        #expect(value.grain == grain)
    }

    @Test(arguments: [
        "", "2019-02-30", "2019-13", "2019-W54", "2019-Q5", "2019-2", "2019-02-12T25:00", "P",
        "PT", "P3", "3D", "P3H", "PT3D", "2019/", "X", "BCXXXX", "0000", "2019-H3", "2019-02-1",
        "2019-02T14:30", "T24:01", "P03D", "20190212", "2019-02-12T1430", "BC0000",
    ])
    func `What is no value is refused`(text: String) {
        #expect(TimexValue(text) == nil)
    }

    @Test func `What is approximate is marked`() throws {
        #expect(TimexValue("1494")?.edtf(isApproximate: true) == "1494~")
        #expect(TimexValue("1494/1500")?.edtf(isApproximate: true) == "1494~/1500~")
    }

    @Test(arguments: [
        ("2019-02-12", -2, Grain.day, "2019-02-10", "2019-02-10"),
        ("2019-02-12", 1, .month, "2019-03", "2019-03-12"),
        ("2019-01-31", 1, .month, "2019-02", "2019-02-28"),
        ("2019-02-12", 3, .year, "2022", "2022-02-12"),
        ("1999-12", 2, .month, "2000-02", "2000-02"),
        ("2000", -3, .decade, "197", "1970"),
        ("2019-02-12", -1, .week, "2019-W06", "2019-02-05"),
        ("2019-Q4", 1, .quarter, "2020-Q1", "2020-Q1"),
        ("2019-FA", 1, .season, "2020-WI", "2020-WI"),
        ("0001", -1, .year, "BC0001", "BC0001"),
        ("BC0005", -10, .year, "BC0015", "BC0015"),
        ("2019-H1", -1, .half, "2018-H2", "2018-H2"),
    ])
    func `Shifting and moving`(
        point: String, count: Int, grain: Grain, shifted: String, moved: String
    ) throws {
        let point = try #require(DatePoint(point))
        #expect(point.shifted(by: count, grain)?.description == shifted)
        #expect(point.moved(by: count, grain)?.description == moved)
    }

    @Test func `Shifting leaves the calendar's years for nothing`() throws {
        #expect(DatePoint.year(9999).advanced(by: 1) == nil)
        #expect(DatePoint.year(2019).advanced(by: .max) == nil)
        #expect(DatePoint.month(year: 2019, 1).moved(by: 900_000, .year) == nil)
        #expect(DatePoint("XXXX-02-12")?.shifted(by: 1, .day) == nil)
    }
}
