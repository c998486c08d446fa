import Testing

/// What counts from the day of writing, Tuesday, 12 February 2019, or from what is told.
struct DatesOffsetTests {
    @Test(arguments: [
        DateCase("He left [three days ago].", "2019-02-09"),
        DateCase("He left [a week ago].", "2019-W06"),
        DateCase("He left [two months ago].", "2018-12"),
        DateCase("He left [ten years ago].", "2009"),
        DateCase("He left [a decade ago].", "200"),
        DateCase("He left [more than a year ago].", "2018"),
        DateCase("He left [less than a week ago].", "2019-W06"),
        DateCase("He left [a fortnight ago].", "2019-W05"),
        DateCase("He left [years ago].", "PAST_REF"),
        DateCase("He left [a few days ago].", "PAST_REF"),
        DateCase("He left [long ago].", "PAST_REF"),
        DateCase("He left [moments ago].", "PAST_REF"),
        DateCase("He left [some time ago].", "PAST_REF"),
        DateCase("He left [a long time ago].", "PAST_REF"),
        DateCase("It ends [two weeks from now].", "2019-W09"),
        DateCase("It ends [a year from now].", "2020"),
        DateCase("It ends [two days hence].", "2019-02-14"),
        DateCase("He left [a year earlier].", "2018"),
        DateCase("[Nearly 40 years later] he came back.", "XXXX"),
        DateCase("He left [the day before yesterday].", "2019-02-10"),
        DateCase("He leaves [the day after tomorrow].", "2019-02-14"),
        DateCase("He left [last Monday].", "2019-02-11"),
        DateCase("He leaves [next Monday].", "2019-02-18"),
        DateCase("He leaves [this Friday].", "2019-02-15"),
        DateCase("He leaves [this coming Friday].", "2019-02-15"),
        DateCase("He left [last March].", "2018-03"),
        DateCase("He leaves [next March].", "2019-03"),
        DateCase("He left [this month].", "2019-02"),
        DateCase("He left in [March last year].", "2018-03"),
        DateCase("He left in [March of last year].", "2018-03"),
        DateCase("He leaves in [March next year].", "2020-03"),
        DateCase("He leaves in [March this year].", "2019-03"),
        DateCase("He leaves on [5 March this year].", "2019-03-05"),
        DateCase("He left in [the spring of last year].", "2018-SP"),
        DateCase("It is [now] gone.", "PRESENT_REF"),
        DateCase("It is [currently] gone.", "PRESENT_REF"),
        DateCase("It [recently] went.", "PAST_REF"),
        DateCase("It will go in [the near future].", "FUTURE_REF"),
        DateCase("In [the past] it grew.", "PAST_REF"),
        DateCase("In [recent months] it grew.", "PAST_REF"),
        DateCase("In [the coming weeks] it will grow.", "FUTURE_REF"),
        DateCase("[At present] it grows.", "PRESENT_REF"),
        DateCase("[Nowadays] it grows.", "PRESENT_REF"),
        DateCase("[Today]'s talks failed.", "2019-02-12"),
        DateCase("[Tuesday]'s talks failed.", "2019-02-12"),
        DateCase("[Last week]'s talks failed.", "2019-W06"),
        DateCase("[Wednesday]'s talks failed.", "2019-02-06"),
        DateCase("He said on [Wednesday] that it was over.", "2019-02-06"),
        DateCase("He will say on [Wednesday] that it is over.", "2019-02-13"),
        DateCase("They plan to meet on [Thursday].", "2019-02-14"),
        DateCase("They will be brought together on [August 15].", "2019-08-15"),
        DateCase("He must be returned by [March 14].", "2019-03-14"),
        DateCase("They agreed to cut taxes on [Friday].", "2019-02-15"),
        DateCase("They set [Friday] as the deadline.", "2019-02-08"),
        DateCase("He could not be found [Wednesday].", "2019-02-06"),
        DateCase("They met on [Thursday].", "2019-02-07"),
    ])
    func `From the day of writing`(example: DateCase) { example.check() }

    @Test(arguments: [
        DateCase(
            "On [May 10, 1940] it fell. [Two days later] he left.", "1940-05-10", "1940-05-12"),
        DateCase("On [May 10, 1940] it fell. [A week later] he left.", "1940-05-10", "1940-W20"),
        DateCase("In [May 1940] it fell. [Two months later] he left.", "1940-05", "1940-07"),
        DateCase("In [1940] it fell. [Two years later] he left.", "1940", "1942"),
        DateCase("In [1940] it fell. [The following year] he left.", "1940", "1941"),
        DateCase("In [1940] it fell. [The previous year] he had left.", "1940", "1939"),
        DateCase("In [1940] it fell. [The year before], he had left.", "1940", "1939"),
        DateCase(
            "On [May 10, 1940] it fell. [The day before], he left.", "1940-05-10", "1940-05-09"),
        DateCase(
            "On [May 10, 1940] it fell. [The previous day] he left.", "1940-05-10", "1940-05-09"),
        DateCase(
            "On [May 10, 1940] it fell. [That evening] he left.", "1940-05-10", "1940-05-10TEV"),
        DateCase(
            "On [May 10, 1940] it fell. [The next morning] he left.", "1940-05-10",
            "1940-05-11TMO"),
        DateCase(
            "On [May 10, 1940] it fell. [Later that month] he left.", "1940-05-10", "1940-05"),
        DateCase("In [May 1940] it fell. [That summer] he left.", "1940-05", "1940-SU"),
        DateCase("In [May 1940] it fell. [The following spring] he left.", "1940-05", "1941-SP"),
        DateCase("In [May 1940] it fell. In [June] he left.", "1940-05", "1940-06"),
        DateCase("In [November 1940] it fell. In [January] he left.", "1940-11", "1941-01"),
        DateCase("In [May 1940] it fell. In [August of that year] he left.", "1940-05", "1940-08"),
        DateCase(
            "In [May 1940] it fell. In [August of the same year] he left.", "1940-05", "1940-08"),
        DateCase(
            "On [May 10, 1940] it fell. On [the 15th], he left.", "1940-05-10", "1940-05-15"),
        DateCase(
            "In [1940] it fell, as in [1914]. On [May 10] he left.", "1940", "1914", "1940-05-10"),
        DateCase(
            "In [May 1940] it fell. They had met in [the summer] and [autumn of 1938].",
            "1940-05", "1938-SU", "1938-FA"),
        DateCase(
            "In [June 1915] it fell, and they fought on in [1916]. In [March] he left.", "1915-06",
            "1916", "1916-03"),
        DateCase(
            "In [June 1916] it fell. The heroes of the [August 1914] battle left in [July].",
            "1916-06", "1914-08", "1916-07"),
        DateCase("In [1940] it fell. At [that time] he left.", "1940", "1940"),
        DateCase(
            "In [May 1940] it fell. By [month's end] it was over.", "1940-05", "1940-05"),
        DateCase(
            "In [May 1940] it fell. On [the 20th of the same month] he left.", "1940-05",
            "1940-05-20"),
        DateCase(
            "In [March 1782] it fell.\n\nThe armies met in [1781]. In [September] he left.",
            "1782-03", "1781", "1781-09"),
    ])
    func `From what is told, in an account`(example: DateCase) { example.check(date: nil) }
}
