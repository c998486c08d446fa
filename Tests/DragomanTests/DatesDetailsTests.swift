import Dragoman
import Testing

/// How often, from when to when, and what was counted from; read on Tuesday, 12 February 2019.
struct DatesDetailsTests {
    private func dates(_ text: String) -> [DateValue] {
        DateCase.extractor.extract(text, date: "2019-02-12").mentions.compactMap(\.date)
    }

    @Test(
        arguments: [
            ("They met twice a year.", "P1Y", nil, "2X"),
            ("They met once a month.", "P1M", nil, "1X"),
            ("They met three times a week.", "P1W", nil, "3X"),
            ("They met 40 times a year.", "P1Y", nil, "40X"),
            ("They met once every two weeks.", "P2W", "EVERY", "1X"),
            ("They met twice each day.", "P1D", "EACH", "2X"),
            ("They meet every Friday.", "XXXX-WXX-5", "EVERY", nil),
            ("They meet each Friday.", "XXXX-WXX-5", "EACH", nil),
            ("They meet every other day.", "P2D", "EVERY", nil),
            ("They meet every two weeks.", "P2W", "EVERY", nil),
            ("They meet every summer.", "XXXX-SU", "EVERY", nil),
            ("They meet on Fridays.", "XXXX-WXX-5", "EVERY", nil),
            ("They meet daily.", "P1D", "EVERY", nil),
            ("He works three days a week.", "P1W", nil, "3D"),
            ("He works 40 hours per week.", "P1W", nil, "40H"),
            ("He works two months each year.", "P1Y", "EACH", "2M"),
            ("It makes 500 tons per month.", "P1M", nil, nil),
        ] as [(String, String, String?, String?)])
    func `A set says how often`(
        text: String, value: String, quant: String?, freq: String?
    ) throws {
        let date = try #require(dates(text).first)
        #expect(date.type == "SET" && date.timex == value)
        #expect(date.details ?? DateDetails() == DateDetails(quant: quant, freq: freq))
    }

    @Test(
        arguments: [
            ("Over the past five years it grew.", "P5Y", "2014", "2019-02-12"),
            ("In the last two weeks it fell.", "P2W", "2019-W05", "2019-02-12"),
            ("For the next three months it will.", "P3M", "2019-02-12", "2019-05"),
            ("In the last few days it fell.", "PXD", nil, "2019-02-12"),
            ("The past year was good.", "P1Y", "2018", "2019-02-12"),
            ("The first ten months of 1915 were calm.", "P10M", "1915-01", "1915-10"),
            ("The last two weeks of March 1945 were not.", "P2W", "1945-W12", "1945-W13"),
            ("The final three years of the war were bad.", "P3Y", nil, nil),
            ("The last three years of his life were bad.", "P3Y", nil, nil),
            ("It took three years.", "P3Y", nil, nil),
            ("It took another three years.", "P3Y", nil, nil),
            ("In the past hour it rained.", "PT1H", nil, "2019-02-12"),
            ("He reigned from 1648 to 1650.", "1648/1650", "1648", "1650"),
            ("They meet on June 12-14, 2018.", "2018-06-12/2018-06-14", "2018-06-12", "2018-06-14"),
            ("It fell in the six months to June 2018.", "P6M", "2017-12", "2018-06"),
            ("It grew for two years until May 1956.", "P2Y", "1954", "1956-05"),
            ("It lasted three weeks beginning on 5 May 1956.", "P3W", "1956-05-05", "1956-W21"),
            ("It lasted three days, from 5 to 7 May 1956.", "P3D", "1956-05-05", "1956-05-07"),
            ("He ruled for two years (1648-1650).", "P2Y", "1648", "1650"),
            ("It took three days, May 1956.", "P3D", nil, nil),
            ("It took three days. In May 1956 he left.", "P3D", nil, nil),
            ("It took three days and in May 1956 he left.", "P3D", nil, nil),
            ("He left in May 1956.", "1956-05", nil, nil),
        ] as [(String, String, String?, String?)])
    func `A length of time says where it lies, as far as the text does`(
        text: String, value: String, begin: String?, end: String?
    ) throws {
        let date = try #require(dates(text).first)
        #expect(date.timex == value)
        #expect(date.details ?? DateDetails() == DateDetails(beginPoint: begin, endPoint: end))
    }

    @Test(
        arguments: [
            ("He left on Monday.", [DateReference.creation]),
            ("He left on February 16.", [.creation]),
            ("He left two weeks ago.", [.creation]),
            ("He left on 16 February 2018.", [nil]),
            ("He left on 3 May 1956. Two days later he came.", [nil, .mention(0)]),
            (
                "He left on 3 May 1956. Two days later he came. The next day he died.",
                [nil, .mention(0), .mention(1)]
            ),
            ("He left in 1956. In May of that year he came.", [nil, .mention(0)]),
            ("Some time ago it rained every day.", [nil, nil]),
        ] as [(String, [DateReference?])])
    func `A relative date says what it was counted from`(
        text: String, expected: [DateReference?]
    ) {
        #expect(dates(text).map(\.reference) == expected)
    }

    @Test func `What was counted from is not named where its mention is left out`() throws {
        var options = Extractor.Options()
        options.labels = [.time]
        let extractor = try Extractor(options: options)
        let text =
            "He left on 3 May 1956. At 10 a.m. that day he came; two days later, at noon, he died."
        let times = extractor.extract(text).mentions
        #expect(!times.isEmpty)
        #expect(times.allSatisfy { $0.date?.reference == nil || $0.date?.reference == .creation })
    }
}
