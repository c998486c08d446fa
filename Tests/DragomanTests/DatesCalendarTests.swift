import Testing

/// Expressions of the calendar, read on Tuesday, 12 February 2019.
struct DatesCalendarTests {
    @Test(arguments: [
        DateCase("He came on [February 16, 2019].", "2019-02-16"),
        DateCase("He came on [16 February 2019].", "2019-02-16"),
        DateCase("He came on [16th February, 2019].", "2019-02-16"),
        DateCase("He came on [the 16th of February 2019].", "2019-02-16"),
        DateCase("He came on [Saturday, February 16, 2019].", "2019-02-16"),
        DateCase("He came on [Sat., Feb. 16, 2019].", "2019-02-16"),
        DateCase("He came on [Feb. 16, 2019], by train.", "2019-02-16"),
        DateCase("He came on [FEBRUARY 16, 2019].", "2019-02-16"),
        DateCase("He came on [June 20 of 1792].", "1792-06-20"),
        DateCase("On [Sept. 2, 1945] it ended.", "1945-09-02"),
        DateCase("On [1 Sept 1939] it began.", "1939-09-01"),
        DateCase("The letter of [27 Jan 1960] said so.", "1960-01-27"),
        DateCase("Done at Geneva [this twelfth day of August 1949].", "1949-08-12"),
        DateCase("They met in [May 1789].", "1789-05"),
        DateCase("They met in [May of 1789].", "1789-05"),
        DateCase("They met in [May, 1789].", "1789-05"),
        DateCase("The treaty of [1960] is in force.", "1960"),
        DateCase("It has been so since [1995].", "1995"),
        DateCase("In [the year 2000] it stopped.", "2000"),
        DateCase("([1789])", "1789"),
        DateCase("On [2019-02-16] they met.", "2019-02-16"),
        DateCase("On [2019/02/16] they met.", "2019-02-16"),
        DateCase("On [16.02.2019] they met.", "2019-02-16"),
        DateCase("On [16/02/2019] they met.", "2019-02-16"),
        DateCase("At [2019-02-16T14:30:00Z] it began.", "2019-02-16T14:30:00Z"),
        DateCase("In [44 BC] he died.", "BC0044"),
        DateCase("In [AD 79] it erupted.", "0079"),
        DateCase("In [480 BCE] they came.", "BC0480"),
        DateCase("In [the 1990s] it grew.", "199"),
        DateCase("In [the late 1980s] it grew.", "198"),
        DateCase("In [the nineties] it grew.", "199"),
        DateCase("In [the '60s] it grew.", "196"),
        DateCase("In [the 19th century] it grew.", "18"),
        DateCase("In [the early nineteenth century] it grew.", "18"),
        DateCase("[Eighteenth-century] France was poor.", "17"),
        DateCase("By [the 5th century BC] it stood.", "BC04"),
        DateCase("In [the third quarter of 2001] it fell.", "2001-Q3"),
        DateCase("In [Q3 2001] it fell.", "2001-Q3"),
        DateCase("In [the first half of 2001] it fell.", "2001-H1"),
        DateCase("In [fiscal 2008] it fell.", "2008"),
        DateCase("In [FY2008] it fell.", "2008"),
        DateCase("In [the summer of 1916] they won.", "1916-SU"),
        DateCase("By [autumn 1918] they had won.", "1918-FA"),
        DateCase("By [early October 1939] it was over.", "1939-10"),
        DateCase("In [mid-1916] it was over.", "1916"),
        DateCase("At [the end of 2011] they left.", "2011"),
        DateCase("At [the beginning of March 2011] they left.", "2011-03"),
        DateCase("By [Christmas 1963] it was over.", "1963-12-25"),
        DateCase("On [Easter Sunday, 1916], they rose.", "1916-04-23"),
        DateCase("On [Thanksgiving 2018] he rested.", "2018-11-22"),
        DateCase("In [the week of March 4, 2019] they meet.", "2019-W10"),
        DateCase("In [the last week of August 1918] it rained.", "1918-W35"),
        DateCase("On [the night of 20 June 1791] he fled.", "1791-06-20TNI"),
        DateCase("The [1996] Olympics were in Atlanta.", "1996"),
        DateCase("The [October 1998] shooting was solved.", "1998-10"),
    ])
    func `The text says it all`(example: DateCase) { example.check() }

    @Test(arguments: [
        DateCase("He leaves on [February 15-17].", "2019-02-15/2019-02-17"),
        DateCase("It lasted from [12 to 14 June 1940].", "1940-06-12/1940-06-14"),
        DateCase("The war of [1939-1945] was long.", "1939/1945"),
        DateCase("The war of [1939-45] was long.", "1939/1945"),
        DateCase("The war of [1914–18] was long.", "1914/1918"),
        DateCase("In [1990/91] it was wet.", "1990/1991"),
        DateCase("Between [1648 and 1650] they fought.", "1648/1650"),
        DateCase("From [1991 to 1997] they fought.", "1991/1997"),
        DateCase("From [May to July 1945] it was held.", "1945-05/1945-07"),
        DateCase("From [October to March 1945] it was held.", "1944-10/1945-03"),
        DateCase("On [31 May – 1 June 1916] they fought.", "1916-05-31/1916-06-01"),
        DateCase("From [March 5, 1918 to April 2, 1918] they met.", "1918-03-05/1918-04-02"),
        DateCase("On [2 and 3 May 1917] they met.", "1917-05-02/1917-05-03"),
        DateCase(
            "On [3], [5] and [7 May 1999] they met.", "1999-05-03", "1999-05-05", "1999-05-07"),
        DateCase(
            "On [May 3], [5] and [7, 1999] they met.", "1999-05-03", "1999-05-05", "1999-05-07"),
        DateCase("On [the last Friday of the month] they will meet.", "2019-02-22"),
        DateCase("On [the first Monday of next month] they will meet.", "2019-03-04"),
    ])
    func `Ranges are one mention with an interval`(example: DateCase) { example.check() }

    @Test(arguments: [
        DateCase("In [1951] and [1954] they met.", "1951", "1954"),
        DateCase("On [May 4] and [9] they met.", "2018-05-04", "2018-05-09"),
        DateCase("On [2] and [13 May 1917] they met.", "1917-05-02", "1917-05-13"),
        DateCase("In [April] and [June 1955] they met.", "1955-04", "1955-06"),
    ])
    func `Pairs are two`(example: DateCase) { example.check() }

    @Test(arguments: [
        DateCase("May I go?"), DateCase("Theresa May spoke."), DateCase("They may meet."),
        DateCase("They march on."), DateCase("The march was long."), DateCase("April Ryan asked."),
        DateCase("It was an august body."), DateCase("He sat down."), DateCase("The sun shone."),
        DateCase("Resolution 1325 was adopted."), DateCase("Section 1350 applies."),
        DateCase("Article 1947 of the code."), DateCase("Flight 1920 left."),
        DateCase("They lost 1500 men."), DateCase("It cost $2000."), DateCase("Room 1812 is free."),
        DateCase("He paid 1,960 dollars."), DateCase("It has 2019 members."),
        DateCase("The fall of Saigon was near."), DateCase("Prices fall."),
        DateCase("A spring in his step."), DateCase("They won 3-2."), DateCase("Call 555-02-1234."),
        DateCase("He ate 1/2 of it."), DateCase("The vote was 12-3."),
        DateCase("About 1800 soldiers fell."), DateCase("Nearly 2000 were hurt."),
        DateCase("The second attack failed."), DateCase("One second-rate film."),
        DateCase("No. 1999 is his."), DateCase("A quarter of them left."),
        DateCase("It is 1500 km away."), DateCase("He is no day trader."),
    ])
    func `What is no date`(example: DateCase) { example.check() }
}
