import Dragoman
import Testing

/// Dates of other calendars, what they mean and how they are written.
struct DatesOtherCalendarsTests {
    private func dates(_ text: String) -> [DateValue] {
        DateCase.extractor.extract(text, date: "2019-02-12").mentions.compactMap(\.date)
    }

    @Test(arguments: [
        DateCase("It began on [25 October (7 November) 1917].", "1917-11-07"),
        DateCase("It began on [October 25 (November 7), 1917].", "1917-11-07"),
        DateCase("It began on [7 November (25 October) 1917].", "1917-11-07"),
        DateCase("It began on [7 November 1917 (O.S. 25 October)].", "1917-11-07"),
        DateCase("It began on [25 October 1917 (N.S. 7 November)].", "1917-11-07"),
        DateCase("It began on [25 October/7 November 1917].", "1917-11-07"),
        DateCase("It ended on [23 December 1917 (5 January 1918)].", "1918-01-05"),
        DateCase("It ended on [5 January 1918 (O.S. 23 December)].", "1918-01-05"),
        DateCase("He came on [10/22 March 1801].", "1801-03-22"),
        DateCase("He came on [March 10/22, 1801].", "1801-03-22"),
        DateCase("He died on [23 April 1616] (Old Style).", "1616-05-03"),
        DateCase("He died on [January 30, 1649], O.S.", "1649-02-09"),
        DateCase("He died on [30 January 1649] by the Julian calendar.", "1649-02-09"),
        DateCase("He died on [23 April 1616] (New Style).", "1616-04-23"),
        DateCase("On [5 May 2010], Julian Assange left.", "2010-05-05"),
        DateCase("On [5 May 1990] old style houses stood.", "1990-05-05"),
        // Ten and eleven days apart is no pair of 1801.
        DateCase("He came on [10/21 March 1801].", "1801-03-10/1801-03-21"),
        DateCase("He came on [7 November 1917] (a long day).", "1917-11-07"),
        DateCase("They met from [25 October to 7 November 1917].", "1917-10-25/1917-11-07"),
    ])
    func `Old and New Style`(example: DateCase) { example.check() }

    @Test(arguments: [
        DateCase("He came on [12 Rabi al-Awwal 1441 AH].", "2019-11-09"),
        DateCase("He came on [12 Rabi' I 1441].", "2019-11-09"),
        DateCase("He fell on [10 Muharram, 61 AH].", "0680-10-13"),
        DateCase("In [Ramadan 1443] they met.", "2022-04-02/2022-05-01"),
        DateCase("He died in [1441 AH].", "2019-08-31/2020-08-19"),
        DateCase("On [15 Nisan 5780] they met.", "2020-04-09"),
        DateCase("On [the 5th of Iyar 5708] it was founded.", "1948-05-14"),
        DateCase("In [Tishrei 5780] they met.", "2019-09-30/2019-10-29"),
        DateCase("On [22 Bahman 1357] it fell.", "1979-02-11"),
        DateCase("On [18 Brumaire VIII] he took power.", "1799-11-09"),
        DateCase("On [9 Thermidor, Year II], he fell.", "1794-07-27"),
        DateCase("He was born in [Showa 20].", "1945"),
        DateCase("He was born on [15 August, Shōwa 20].", "1945-08-15"),
        DateCase("In [Heisei 31] he resigned.", "2019"),
        DateCase("In [Reiwa 2] it was put off.", "2020"),
        DateCase("In [the second year of Reiwa] it was put off.", "2020"),
        DateCase("In [Meiji 1] they moved.", "1868"),
    ])
    func `Calendars of Islam, the Jews, Iran, the French Republic and Japan`(example: DateCase) {
        example.check()
    }

    /// Days and years that the calendars do not have, and words that are no dates.
    @Test(arguments: [
        DateCase("In Ramadan 200 people came."), DateCase("Showa 80 came."),
        DateCase("The Meiji era was long."), DateCase("Rajab 12 came."),
        DateCase("The 18 Brumaire of Louis is a book."), DateCase("Mehr 200 came."),
        DateCase("The album Germinal is good."), DateCase("On 15 Nisan they met."),
    ])
    func `What is no date of another calendar`(example: DateCase) { example.check() }

    @Test(
        arguments: [
            ("On 25 October (7 November) 1917 it began.", "julian", nil, "1917-10-25", "day"),
            ("On 12 Rabi al-Awwal 1441 AH he came.", "islamic-umalqura", nil, "1441-03-12", "day"),
            ("In Ramadan 1443 they met.", "islamic-umalqura", nil, "1443-09", "month"),
            ("In 1441 AH they met.", "islamic-umalqura", nil, "1441", "year"),
            ("On 15 Nisan 5780 they met.", "hebrew", nil, "5780-08-15", "day"),
            ("In Reiwa 2 they met.", "japanese", "Reiwa", "2", "year"),
            ("On 15 August, Showa 20, it ended.", "japanese", "Showa", "20-08-15", "day"),
        ] as [(String, String, String?, String, String)])
    func `What was written is kept, and claims no more than it says`(
        text: String, name: String, era: String?, value: String, grain: String
    ) throws {
        let date = try #require(dates(text).first)
        #expect(date.details?.calendar?.name == name)
        #expect(date.details?.calendar?.era == era)
        #expect(date.details?.calendar?.value == value)
        #expect(date.grain == grain)
    }

    /// A day that the moon decides is told as one that may be another.
    @Test func `Days of the Islamic calendar are approximate`() {
        #expect(dates("On 12 Rabi al-Awwal 1441 AH he came.").first?.edtf == "2019-11-09~")
        #expect(dates("On 15 Nisan 5780 they met.").first?.edtf == "2020-04-09")
    }
}
