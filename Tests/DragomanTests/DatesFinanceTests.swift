import Testing

/// Quarters and what they are compared with; written on Monday, 28 October 2013.
struct DatesFinanceTests {
    @Test(arguments: [
        DateCase("In [the latest quarter] sales fell.", "2013-Q3"),
        DateCase("Its [fiscal second quarter] was good.", "2013-Q2"),
        DateCase("In [the second fiscal quarter] sales fell.", "2013-Q2"),
        DateCase("[First-half] profit fell.", "2013-H1"),
        DateCase("They scored a second-half goal."),
        DateCase(
            "In [the third quarter] it fell. In [the quarter], sales rose.", "2013-Q3", "2013-Q3"),
        DateCase("In the [2012 fiscal year] sales fell.", "2012"),
        DateCase("Its [1998 third-quarter] loss grew.", "1998-Q3"),
        DateCase("In the [1998 third quarter] it grew.", "1998-Q3"),
        DateCase("He lives in the old quarter of the town."),
    ])
    func `Quarters`(example: DateCase) { example.check(date: "2013-10-28") }

    @Test(arguments: [
        DateCase(
            "In [the third quarter] it fell from $4 million [a year earlier].", "2013-Q3", "2012-Q3"
        ),
        DateCase(
            "In [the latest quarter] it beat [the year-earlier period].", "2013-Q3", "2012-Q3"),
        DateCase("In [the third quarter] it beat [year-ago] sales.", "2013-Q3", "2012-Q3"),
        DateCase("It beat [last year]'s [fourth quarter].", "2012", "2012-Q4"),
        DateCase("It beat [2010]'s [first quarter].", "2010", "2010-Q1"),
        DateCase("It will beat [next year]'s [June].", "2014", "2014-06"),
        DateCase("On [May 5, 2010], it fell. [A year earlier] it rose.", "2010-05-05", "2009"),
    ])
    func `What they are compared with`(example: DateCase) { example.check(date: "2013-10-28") }

    @Test(arguments: [
        DateCase("It may last [five weeks].", "P5W"),
        DateCase("It was built to last [two years].", "P2Y"),
        DateCase("It grew over [the last two years].", "P2Y"),
        DateCase("It is the third time in as many years."),
        DateCase("It lasted [a further six months].", "P6M"),
        DateCase("In the [summer] months it rains.", "2019-SU"),
        DateCase("On consecutive days it rained."),
        DateCase("Some are as young as [nine years old].", "P9Y"),
        DateCase("He was [recently] seen.", "PAST_REF"),
        DateCase("He spoke [recently] as a friend.", "PAST_REF"),
        DateCase("It was so as recently as [last year].", "2018"),
    ])
    func `Lengths that look like others`(example: DateCase) { example.check(profile: .timeml) }
}
