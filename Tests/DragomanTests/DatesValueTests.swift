import Chronology
import SeededRandom
import Testing

@testable import Dragoman

/// What stands beside the TIMEX3 value, and what holds for every text.
struct DatesValueTests {
    private func value(_ text: String, date: String? = "2019-02-12") -> DateValue? {
        DateCase.extractor.extract(text, date: date).mentions.first?.date
    }

    @Test func `First and last day, grain and EDTF`() {
        let decade = value("In the 1990s it grew.")
        #expect(decade?.edtf == "199X")
        #expect(decade?.earliest == "1990-01-01")
        #expect(decade?.latest == "1999-12-31")
        #expect(decade?.grain == "decade")
        #expect(decade?.resolution == .explicit)
        let range = value("He leaves on February 15-17.")
        #expect(range?.edtf == "2019-02-15/2019-02-17")
        #expect(range?.resolution == .anchored)
        #expect(value("It took three days.")?.edtf == nil)
        #expect(value("It meets every Friday.")?.earliest == nil)
    }

    @Test(arguments: [
        ("He left more than a decade ago.", "BEFORE"), ("He left less than a year ago.", "AFTER"),
        ("He left less than a year later.", "BEFORE"),
        ("He left at least a year ago.", "ON_OR_BEFORE"),
        ("He left about two weeks ago.", "APPROX"), ("It took nearly a decade.", "LESS_THAN"),
        ("It took up to a week.", "EQUAL_OR_LESS"), ("It took over a week.", "MORE_THAN"),
        ("He drew it c. 1494.", "APPROX"), ("By year-end it was over.", "END"),
        ("In the early 20th century it grew.", "START"), ("In mid-May it grew.", "MID"),
        ("Later this year it will grow.", "END"), ("Earlier this week it grew.", "START"),
        ("In the middle of the 1950s it grew.", "MID"), ("In late spring 1945 it ended.", "END"),
        ("By early October 1939 it was over.", "START"), ("In mid-1916 it was over.", "MID"),
        ("At the end of 2011 they left.", "END"), ("In the late 1980s it grew.", "END"),
        ("It took more than two weeks.", "MORE_THAN"), ("It took about two weeks.", "APPROX"),
        ("It took less than a year.", "LESS_THAN"), ("It took at least a year.", "EQUAL_OR_MORE"),
    ])
    func `Modifiers`(text: String, mod: String) { #expect(value(text)?.mod == mod) }

    @Test func `Day and month in an order that cannot be known`() {
        let date = value("On 12/02/2019 they met.")
        #expect(date?.timex == "2019-12-02")
        #expect(date?.alternatives == ["2019-02-12"])
        #expect(date?.resolution == .ambiguous)
        #expect(value("On 16/02/2019 they met.")?.alternatives == [])
    }

    @Test func `TimeML takes ranges apart`() throws {
        func found(_ profile: DateProfile, _ text: String) throws -> [String] {
            var options = Extractor.Options()
            options.labels = [.date]
            options.dateProfile = profile
            let document = try Extractor(options: options).extract(text, date: "2019-02-12")
            return document.mentions.compactMap { $0.date?.timex }
        }
        let text =
            "The war of 1939-45. He leaves on February 15-17. Between 1994 and 1997, and future wars."
        #expect(
            try found(.house, text) == ["1939/1945", "2019-02-15/2019-02-17", "1994/1997"])
        #expect(
            try found(.timeml, text)
                == ["1939", "1945", "2019-02-15", "2019-02-17", "1994", "1997", "FUTURE_REF"])
    }

    @Test func `Random words of dates give values that read back, and days in order`() {
        let words = """
            May March 12 2019 the of last next 1990s week month in on to - and ago later two , . : / 30 31 February \
            Friday century BC AD early mid end first 29 1900 0000 9999 every days a.m. 13 a year ( ) O.S. AH Ramadan \
            1441 6999 Nisan Adar Showa 70 Thermidor II 25 7 November 1917 Bahman 1357 past next twice 161430Z
            """.split(separator: " ").map(String.init)
        var random = SplitMix64(seed: 7)
        for _ in 0..<2000 {
            let text = (0..<Int.random(in: 1...14, using: &random)).map { _ in
                words.randomElement(using: &random) ?? ""
            }.joined(separator: " ")
            let date =
                ["2019-02-12", "2020-02-29", "2019", nil].randomElement(using: &random) ?? nil
            let document = DateCase.extractor.extract(text, date: date)
            for mention in document.mentions {
                guard let value = mention.date else { continue }
                #expect(TimexValue(value.timex)?.description == value.timex, "\(text)")
                if let edtf = value.edtf { #expect(EDTF(edtf)?.description == edtf, "\(text)") }
                for point in [value.details?.beginPoint, value.details?.endPoint] {
                    if let point { #expect(TimexValue(point)?.description == point, "\(text)") }
                }
                if let earliest = value.earliest.flatMap({ DatePoint($0) }),
                    let latest = value.latest.flatMap({ DatePoint($0) })
                {
                    #expect(
                        earliest.days?.lowerBound ?? Day(number: 0) <= latest.days?.lowerBound
                            ?? Day(number: 0), "\(text)")
                }
            }
        }
    }
}
