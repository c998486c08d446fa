import Testing

/// Ranges and conjunctions, read on Tuesday, 12 February 2019.
struct DatesRangeTests {
    @Test(arguments: [
        DateCase("It lasted from [5 to 9 March 2018].", "2018-03-05/2018-03-09"),
        DateCase("It lasted from [March 5 to 9, 2018].", "2018-03-05/2018-03-09"),
        DateCase("It lasted [March 5-9, 2018].", "2018-03-05/2018-03-09"),
        DateCase("It lasted [March 5–9, 2018].", "2018-03-05/2018-03-09"),
        DateCase("It lasted [5-9 March 2018].", "2018-03-05/2018-03-09"),
        DateCase("It lasted [5–9 March 2018].", "2018-03-05/2018-03-09"),
        DateCase("It lasted from [5th to 9th March 2018].", "2018-03-05/2018-03-09"),
        DateCase("It lasted from [the 5th to the 9th of March 2018].", "2018-03-05/2018-03-09"),
        DateCase("It lasted from [March 5 through 9, 2018].", "2018-03-05/2018-03-09"),
        DateCase("It fell between [5 and 9 March 2018].", "2018-03-05/2018-03-09"),
        DateCase("It fell between [March 5 and 9, 2018].", "2018-03-05/2018-03-09"),
        DateCase("It lasted from [March 5 to March 9, 2018].", "2018-03-05/2018-03-09"),
        DateCase("It lasted from [5 March to 9 April 2018].", "2018-03-05/2018-04-09"),
        DateCase("It lasted from [5 March 2018 to 9 April 2018].", "2018-03-05/2018-04-09"),
        DateCase("It lasted from [5 March until 9 April 2018].", "2018-03-05/2018-04-09"),
        DateCase("It fell between [5 March and 9 April 2018].", "2018-03-05/2018-04-09"),
        DateCase("The talks ([5 March – 9 April 2018]) failed.", "2018-03-05/2018-04-09"),
        DateCase("The talks ([5 March 2018 – 9 April 2018]) failed.", "2018-03-05/2018-04-09"),
        DateCase("It lasted from [28 December to 3 January 2018].", "2017-12-28/2018-01-03"),
        DateCase(
            "It lasted from [December 28, 2017, to January 3, 2018].", "2017-12-28/2018-01-03"),
        DateCase("He will be away from [March 5 to 9].", "2019-03-05/2019-03-09"),
        DateCase("It lasted from [March to May 2018].", "2018-03/2018-05"),
        DateCase("It lasted [March–May 2018].", "2018-03/2018-05"),
        DateCase("It lasted from [March 2017 to May 2018].", "2017-03/2018-05"),
        DateCase("It fell between [March and May 2018].", "2018-03/2018-05"),
        DateCase("It lasted from [November 2017 through May 2018].", "2017-11/2018-05"),
        DateCase("The meeting of [6 and 7 November 1997] failed.", "1997-11-06/1997-11-07"),
        DateCase("The meeting of [November 6 and 7, 1997], failed.", "1997-11-06/1997-11-07"),
        DateCase("From [late 1990 to early 1991] it fell.", "1990/1991"),
        DateCase("On [10/11 May 1941] it fell.", "1941-05-10/1941-05-11"),
    ])
    func `Of days and months`(example: DateCase) { example.check() }

    @Test(arguments: [
        DateCase("The war ([1648-1650]) ended.", "1648/1650"),
        DateCase("The war ([1648–1650]) ended.", "1648/1650"),
        DateCase("The war ([1648–50]) ended.", "1648/1650"),
        DateCase("The war of [1648-50] ended.", "1648/1650"),
        DateCase("It lasted from [1648 to 1650].", "1648/1650"),
        DateCase("It lasted from [1648 until 1650].", "1648/1650"),
        DateCase("It lasted from [1648 through 1650].", "1648/1650"),
        DateCase("It fell between [1648 and 1650].", "1648/1650"),
        DateCase("It fell in [the years 1648–50].", "1648/1650"),
        DateCase("It fell in [the years 1648 to 1650].", "1648/1650"),
        DateCase("In [1999-2000] it fell.", "1999/2000"),
        DateCase("In [1999–2000] it fell.", "1999/2000"),
        DateCase("In [1990/91] it fell.", "1990/1991"),
        DateCase("In [1848-9] it fell.", "1848/1849"),
        DateCase("In [1904/5] it fell.", "1904/1905"),
        DateCase("The [1990-91] season was good.", "1990/1991"),
        DateCase("In [264–241 BC] they fought.", "BC0264/BC0241"),
        DateCase("From [264 to 241 BC] they fought.", "BC0264/BC0241"),
        DateCase("From [264 BC to 241 BC] they fought.", "BC0264/BC0241"),
        DateCase("From [27 BC to AD 14] he ruled.", "BC0027/0014"),
        DateCase("In [AD 14–37] he ruled.", "0014/0037"),
        DateCase("From [the 1950s to the 1970s] it grew.", "195/197"),
        DateCase("From [the 16th to the 18th century] it grew.", "15/17"),
        DateCase("He will be in Rome from [Wednesday to Friday].", "2019-02-13/2019-02-15"),
        DateCase("He will be in Rome [Wednesday through Friday].", "2019-02-13/2019-02-15"),
    ])
    func `Of years and others`(example: DateCase) { example.check() }

    @Test(arguments: [
        DateCase("In [1951] and [1954] they met.", "1951", "1954"),
        DateCase("In [1951], [1954] and [1957] they met.", "1951", "1954", "1957"),
        DateCase("In [May] and [August 2018] they met.", "2018-05", "2018-08"),
        DateCase("On [May 4] and [June 9, 2018] they met.", "2018-05-04", "2018-06-09"),
        DateCase("On [Monday] and [Friday] they met.", "2019-02-11", "2019-02-08"),
        DateCase("On [5] and [9 March 2018] they met.", "2018-03-05", "2018-03-09"),
        DateCase(
            "On [7] and [9 March 2018] they met.", "2018-03-07", "2018-03-09"),
    ])
    func `What stands beside another and is no range`(example: DateCase) { example.check() }
}
