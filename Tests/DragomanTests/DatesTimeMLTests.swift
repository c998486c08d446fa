import Testing

/// What TimeML's guidelines want and the house's do not; written on Tuesday, 12 February 2019.
struct DatesTimeMLTests {
    @Test(arguments: [
        DateCase("In [1940] it fell. At [that time] he left.", "1940", "1940"),
        DateCase("In [1940] it fell. At [this time] he left.", "1940", "PRESENT_REF"),
        DateCase("At [that time] he was small.", "PAST_REF"),
        DateCase(
            "He will be in Rome [Monday] through [Friday].", "2019-02-18", "2019-02-22"),
        DateCase(
            "He was in Rome from [Thursday] to [Saturday].", "2019-02-07", "2019-02-09"),
        DateCase("It fell from [July] to [September].", "2018-07", "2018-09"),
        DateCase("It fell from [November] through [January].", "2018-11", "2019-01"),
        DateCase("In [recent weeks] it fell.", "PXW"),
        DateCase("In [the coming months] it will rise.", "PXM"),
    ])
    func `References and ranges`(example: DateCase) { example.check(profile: .timeml) }
}
