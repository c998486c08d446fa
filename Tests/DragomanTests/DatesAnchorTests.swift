import Chronology
import Testing

@testable import Dragoman

/// The date of writing: given, read, inferred, or left open.
struct DatesAnchorTests {
    private func anchor(_ text: String, date: String? = nil) -> Anchor? {
        DateCase.extractor.extract(text, date: date).anchor
    }

    @Test(arguments: [
        ("LONDON, March 5, 2019 (Reuters) - It rained on Monday.", "2019-03-05"),
        ("MOSCOW, 5 March 2019. /TASS/. It rained.", "2019-03-05"),
        ("Geneva, 5 March 2019 — The talks began.", "2019-03-05"),
        ("It rains\n\nDate: 5 March 2019\n\nIt rained.", "2019-03-05"),
        ("It rains\n\nPublished March 5, 2019\n\nIt rained.", "2019-03-05"),
        ("It rains\n\nMarch 5, 2019\n\nIt rained yesterday.", "2019-03-05"),
    ])
    func `A dateline or header with its year`(text: String, expected: String) {
        #expect(anchor(text)?.value == expected)
        #expect(anchor(text)?.source == .dateline)
    }

    @Test(arguments: [
        "On 5 March 2019 it rained.", "It rained. The treaty of May 5, 1992, was signed in Lisbon.",
        "He left on March 5. It rained.", "",
    ])
    func `No dateline`(text: String) { #expect(anchor(text) == nil) }

    @Test func `What the caller gives comes first`() {
        let found = anchor("LONDON, March 5 (Reuters) - It rained.", date: "2018-03-06")
        #expect(found?.value == "2018-03-06")
        #expect(found?.source == .given)
    }

    @Test func `An office and a weekday leave one year`() {
        let found = anchor(
            """
            PARIS, May 16 (Reuters) - French President Emmanuel Macron met his ministers on Tuesday. \
            He was elected in 2017.
            """)
        // Macron took office on 14 May 2017; 16 May is a Tuesday in 2017 and 2023.
        #expect(found?.source == .ambiguous)
        #expect(found?.value == "XXXX-05-16")
        let narrower = anchor(
            """
            PARIS, May 16 (Reuters) - French President Emmanuel Macron met German Chancellor \
            Angela Merkel on Tuesday.
            """)
        #expect(narrower?.value == "2017-05-16")
        #expect(narrower?.source == .inferred)
        #expect(narrower?.why.count ?? 0 >= 4)
    }

    @Test(arguments: [
        // Thursday, 8 April: 2004 and 2010; of those named, Obama held his office in 2010.
        (
            "Prague, April 8 (CTK) - Foreign Minister Sergey Lavrov saw Barack Obama on Thursday.",
            "2010-04-08"
        ),
        // `then` before an office-holder is no `then President`, unless it stands beside the title.
        ("SEOUL, April 27 (Yonhap) -- He then led President Moon Jae-in on Friday.", "2018-04-27"),
        ("(ANSA) - ANCONA, NOVEMBER 10, 1975 - It rained.", "1975-11-10"),
        ("KHASAVYURT, Dagestan, August 31, 1996 /Itar-Tass/ - It rained.", "1996-08-31"),
    ])
    func `What the persons named and the dateline's place leave`(text: String, expected: String) {
        #expect(anchor(text)?.value == expected)
    }

    @Test(arguments: [
        // 11 May is a Saturday in 2002, 2013, 2019 and 2024.
        (
            "OSLO, May 3 (NTB) - The ministers will meet on Saturday, May 11. The last round of talks was held "
                + "in 2015. A new parliament will be elected in 2021.", "2019-05-03",
            [
                "05-11 is a Saturday", "2015 is the latest time told of",
                "2021 is told of as to come", "only 2019 fits",
            ]
        ),
        // What was in November cannot have been before the March of the same year.
        (
            "VIENNA, March 4 (APA) - The pact was signed on 20 November 2012. It was on Tuesday (March 5) that they "
                + "came. They will meet again in 2014.", "2013-03-04",
            ["2012-11-20 is the latest time told of", "03-05 is a Tuesday", "only 2013 fits"]
        ),
        // The third of those named is known by an office that he held before the others held theirs.
        (
            "PARIS, May 16 (Reuters) - French President Emmanuel Macron met German Chancellor Angela Merkel and "
                + "Prime Minister Harold Macmillan on Tuesday.", "2017-05-16",
            [
                "set aside, as more speaks against it: Harold Macmillan was Prime Minister of GB from "
                    + "1957-01-10 to 1963-10-18", "only 2017 fits",
            ]
        ),
        // The day of writing has its weekday in the dateline.
        (
            "BONN, Monday, October 1 (dpa) - Chancellor Helmut Kohl will speak on Wednesday. The wall "
                + "fell in November 1989.",
            "1990-10-01", ["10-01 is a Monday", "only 1990 fits"]
        ),
    ])
    func `What a text says together leaves one year`(
        text: String, expected: String, reasons: [String]
    ) {
        let found = anchor(text)
        #expect(found?.value == expected)
        #expect(found?.source == .inferred)
        for reason in reasons {
            #expect(found?.why.contains(reason) == true, "\(found?.why ?? [])")
        }
    }

    @Test(arguments: [
        (
            "PARIS, May 16 (Reuters) - French President Emmanuel Macron met German Chancellor Helmut Kohl on "
                + "Tuesday.", "these contradict each other"
        ),
        // He left office in 2007, and two things are told of later years.
        (
            "LONDON, May 16 (PA) - Prime Minister Tony Blair spoke on Wednesday. The bridge was built in 2012. "
                + "The road was built in 2014.", "these contradict each other"
        ),
        (
            "OSLO, May 3 (NTB) - The ministers will meet on Saturday, May 11. The last round was held in 2009.",
            "years fit, so none is chosen"
        ),
        // Somebody named may have been dead for long.
        (
            "OSLO, May 12 (NTB) - A library keeps the letters of Harry S. Truman, the director said on Friday.",
            "years fit, so none is chosen"
        ),
        (
            "OSLO, May 3 (NTB) - It rained. The bridge was built in 1990 and will be rebuilt in 1999.",
            "10 years fit, so none is chosen"
        ),
    ])
    func `What contradicts itself, or says too little, chooses no year`(text: String, why: String) {
        let found = anchor(text)
        #expect(found?.source == .ambiguous)
        #expect(found?.value.hasPrefix("XXXX-05-") == true)
        #expect(found?.why.contains { $0.contains(why) } == true, "\(found?.why ?? [])")
    }

    @Test(arguments: [
        (YearEvidence.past(.month(year: 2018, 6)), [2018, 2019], [2018, 2019]),
        (.past(.day(year: 2018, month: 7, day: 2)), [2017, 2018, 2019], [2019]),
        (.future(.day(year: 2018, month: 6, day: 30)), [2018, 2019], []),
        (.future(.month(year: 2018, 7)), [2018, 2019], [2018]),
        (.weekday(.friday, month: 10, day: 5), [2017, 2018, 2019], [2018]),
        (.weekday(.saturday, month: 1, day: 5), [2018, 2019], [2019]),
        (.weekday(.saturday, month: 2, day: 29), [2018, 2019, 2020, 2021], [2019, 2020]),
    ])
    func `What allows a text of 1 July`(
        evidence: YearEvidence, years: [Int], allowed: [Int]
    ) throws {
        let found = try years.filter {
            evidence.allows(try #require(Day(year: $0, month: 7, day: 1)))
        }
        #expect(found == allowed)
    }

    @Test func `A report without a day counts from none`() {
        let document = DateCase.extractor.extract(
            "WASHINGTON (AP) — He met them on May 5, 1998. It rained on Tuesday, as in December.")
        #expect(document.anchor == nil)
        #expect(
            document.mentions.map { $0.date?.timex } == ["1998-05-05", "XXXX-WXX-2", "XXXX-12"])
    }

    @Test func `Without a reason no year is chosen, and nothing claims one`() {
        let text = "LONDON, March 5 (Reuters) - It rained on Tuesday. They will meet on March 8."
        let document = DateCase.extractor.extract(text)
        #expect(document.anchor?.source == .ambiguous)
        #expect(
            document.mentions.map { $0.date?.timex } == ["XXXX-03-05", "XXXX-WXX-2", "XXXX-03-08"])
        #expect(document.mentions.allSatisfy { $0.date?.resolution == .ambiguous })
        #expect(document.mentions.allSatisfy { $0.date?.earliest == nil })
    }

    @Test func `Relative dates are resolved against the inferred anchor, and say so`() {
        let text =
            "PARIS, May 16 (Reuters) - French President Emmanuel Macron met German Chancellor "
            + "Angela Merkel on Tuesday. They will meet next month."
        let document = DateCase.extractor.extract(text)
        #expect(document.mentions.last?.date?.timex == "2017-06")
        #expect(document.mentions.last?.date?.resolution == .inferred)
    }

    @Test(arguments: [
        // 12 February was a Tuesday in 2002, 2008, 2013 and 2019.
        ([2005...2015], [], [2008, 2013]), ([2017...2019], [], [2019]),
        ([2017...2019, 2018...2020], [], [2019]), ([2000...2020], [2014], [2019]),
        // It was a Wednesday in 2020: the news is of the day before.
        ([2020...2020], [], [2020]),
    ])
    func `Years that remain for a Tuesday`(
        terms: [ClosedRange<Int>], told: [Int], expected: [Int]
    ) throws {
        var inference = YearInference(month: 2, day: 12)
        inference.weekdays = [(.tuesday, false)]
        inference.evidence = told.map { .past(.year($0)) }
        inference.evidence += try terms.map { range in
            .office([
                YearInference.Term(
                    person: "A", office: "President",
                    from: try #require(Day(year: range.lowerBound, month: 1, day: 1)),
                    to: Day(year: range.upperBound, month: 12, day: 31))
            ])
        }
        #expect(inference.outcome().years == expected)
    }

    @Test(arguments: [
        // 9 April was a Sunday in 1989 and a Monday in 1990.
        ([(Weekday.sunday, false)], [1989]), ([(.sunday, false), (.monday, false)], [1990]),
        ([(.monday, false), (.sunday, false)], [1990]), ([(.tuesday, true)], [1990]),
        ([(.monday, true)], [1990]), ([(.thursday, false)], [1989, 1990]),
    ])
    func `The days of which a lead speaks`(
        weekdays: [(Weekday, Bool)], expected: [Int]
    ) {
        var inference = YearInference(month: 4, day: 9)
        inference.evidence = [.past(.year(1989)), .future(.day(year: 1990, month: 4, day: 9))]
        inference.weekdays = weekdays.map { (day: $0.0, isAhead: $0.1) }
        #expect(inference.outcome().years == expected)
    }

    @Test(arguments: [
        "2019-02-30", "2019-13", "12/02/2019", "yesterday", "XXXX-02-12", "", "199", "2019-W07",
    ])
    func `What is no date for a document`(text: String) { #expect(DocumentDate(text) == nil) }
}
