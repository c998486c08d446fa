import Testing

/// Expressions that need an anchor: Tuesday, 12 February 2019.
struct DatesRelativeTests {
    @Test(arguments: [
        DateCase("He said so [today].", "2019-02-12"),
        DateCase("He said so [yesterday].", "2019-02-11"),
        DateCase("He will leave [tomorrow].", "2019-02-13"),
        DateCase("He left [the day before yesterday].", "2019-02-10"),
        DateCase("He will leave [tomorrow morning].", "2019-02-13TMO"),
        DateCase("He spoke [last night].", "2019-02-11TNI"),
        DateCase("He will speak [tonight].", "2019-02-12TNI"),
        DateCase("He spoke [this morning].", "2019-02-12TMO"),
        DateCase("He said so on [Tuesday].", "2019-02-12"),
        DateCase("He said so on [Friday].", "2019-02-08"),
        DateCase("He said so [Sunday night].", "2019-02-10TNI"),
        DateCase("He will speak on [Friday].", "2019-02-15"),
        DateCase("Talks are scheduled for [Monday].", "2019-02-18"),
        DateCase("He left [last Friday].", "2019-02-08"),
        DateCase("He leaves [next Tuesday].", "2019-02-19"),
        DateCase("He left [last week].", "2019-W06"),
        DateCase("He leaves [next month].", "2019-03"),
        DateCase("He left [this year].", "2019"),
        DateCase("It ends [this century].", "20"),
        DateCase("He left [last November].", "2018-11"),
        DateCase("He left [last February].", "2018-02"),
        DateCase("It opens [next spring].", "2019-SP"),
        DateCase("He hid [last fall].", "2018-FA"),
        DateCase("He was freed [last Thanksgiving].", "2018-11-22"),
        DateCase("He met them on [January 14].", "2019-01-14"),
        DateCase("He met them on [December 8].", "2018-12-08"),
        DateCase("He will meet them on [February 16].", "2019-02-16"),
        DateCase("They are expected to join in [April].", "2019-04"),
        DateCase("They joined in [April].", "2018-04"),
        DateCase("He left [two days ago].", "2019-02-10"),
        DateCase("He left [three weeks ago].", "2019-W04"),
        DateCase("He left [50 years ago].", "1969"),
        DateCase("He left [a month ago].", "2019-01"),
        DateCase("He left [several years ago].", "PAST_REF"),
        DateCase("It ends [five years from now].", "2024"),
        DateCase("It fell [earlier this month].", "2019-02"),
        DateCase("It is due [early next week].", "2019-W08"),
        DateCase("It was [late last year].", "2018"),
        DateCase("In [the first half of last year] it fell.", "2018-H1"),
        DateCase("In [August of this year] it falls.", "2019-08"),
        DateCase("It is [now] closed.", "PRESENT_REF"),
        DateCase("It has [recently] closed.", "PAST_REF"),
        DateCase("In [the future] it may open.", "FUTURE_REF"),
        DateCase("In [recent years] it grew.", "PAST_REF"),
    ])
    func `Against the day of writing`(example: DateCase) { example.check() }

    @Test(arguments: [
        DateCase("On [May 10, 1940] it fell. [That same day] he left.", "1940-05-10", "1940-05-10"),
        DateCase(
            "On [May 10, 1940] it fell. [Twelve days later] he left.", "1940-05-10", "1940-05-22"),
        DateCase("On [May 10, 1940] it fell. [The next day] he left.", "1940-05-10", "1940-05-11"),
        DateCase(
            "On [May 10, 1940] it fell. [The following week] he left.", "1940-05-10", "1940-W20"),
        DateCase("In [June 1998] he fled and returned [later that year].", "1998-06", "1998"),
        DateCase(
            "In [May 1915] he fled. [Fifteen months later] he returned.", "1915-05", "1916-08"),
        DateCase(
            "On [14 July 1789] it fell. [That afternoon] he left.", "1789-07-14", "1789-07-14TAF"),
        DateCase("In [1940] it was lost. In [August of that year] he left.", "1940", "1940-08"),
        DateCase(
            "On [June 5, 1940] he left. By [the end of the month] he was back.", "1940-06-05",
            "1940-06"),
    ])
    func `Against the day that is told of`(example: DateCase) { example.check() }

    @Test(arguments: [
        DateCase(
            "On [September 1, 1939] it began. By [early October] it was over.", "1939-09-01",
            "1939-10"),
        DateCase("On [December 7, 1941] it began. In [January] he left.", "1941-12-07", "1942-01"),
        DateCase("On [June 10, 1940] it began. On [July 14] he left.", "1940-06-10", "1940-07-14"),
        DateCase("On [10 June 1793] it began. On [Friday] he left.", "1793-06-10", "1793-06-14"),
    ])
    func `An account without a date of writing goes on from its own dates`(example: DateCase) {
        example.check(date: nil)
    }

    @Test(arguments: [
        DateCase("It took [three days].", "P3D"),
        DateCase("It took [two and a half years].", "P2.5Y"),
        DateCase("It took [5 1/2 hours].", "PT5H30M"), DateCase("It took [several months].", "PXM"),
        DateCase("It took [more than a decade].", "P1DE"), DateCase("It took [a week].", "P1W"),
        DateCase("A [16-hour] flight.", "PT16H"), DateCase("A [month-long] strike.", "P1M"),
        DateCase("For [the past five years] it grew.", "P5Y"),
        DateCase("For [weeks] it rained.", "PXW"),
        DateCase("It took [twenty-four hours].", "PT24H"),
        DateCase("He is [18 years old].", "P18Y"),
        DateCase("It took [one hour and thirty minutes].", "PT1H30M"),
        DateCase("It took [half an hour].", "PT30M"),
        DateCase("For [another seven months] it stood.", "P7M"),
    ])
    func `Durations`(example: DateCase) { example.check() }

    @Test(arguments: [
        DateCase("It meets [every Friday].", "XXXX-WXX-5"),
        DateCase("It meets [twice a year].", "P1Y"),
        DateCase("It meets [daily].", "P1D"), DateCase("It meets [every two weeks].", "P2W"),
        DateCase("It meets on [Sundays].", "XXXX-WXX-7"),
        DateCase("It makes 5 tons [per day].", "P1D"),
        DateCase("[Each year] it grows.", "P1Y"), DateCase("[Every other day] it rains.", "P2D"),
    ])
    func `Sets`(example: DateCase) { example.check() }

    @Test(arguments: [
        DateCase("At [10:35 a.m.] on [Friday] it fell.", "2019-02-08T10:35", "2019-02-08"),
        DateCase("At [3 p.m.] it fell.", "2019-02-12T15:00"),
        DateCase("At [11 a.m.] on [11 November 1918] it ended.", "1918-11-11T11:00", "1918-11-11"),
        DateCase("At [14:30 GMT] it began.", "2019-02-12T14:30Z"),
        DateCase("At [noon] it began.", "2019-02-12T12:00"),
        DateCase("At [0735 GMT] it began.", "2019-02-12T07:35Z"),
        DateCase("By [9 p.m. Friday] it was over.", "2019-02-08T21:00"),
    ])
    func `Times`(example: DateCase) { example.check() }

    @Test(arguments: [
        DateCase("She hoped that he would [one day] be king.", "XXXX-XX-XX"),
        DateCase("[One day] it will be over.", "XXXX-XX-XX"),
        DateCase("It took [one day].", "P1D"),
        DateCase("In [those days] it was small.", "PAST_REF"),
    ])
    func `Days that nobody counts`(example: DateCase) { example.check() }

    @Test(arguments: [
        DateCase("[Ten years ago today] he won.", "2009-02-12"),
        DateCase("He left [a week ago Friday].", "2019-02-01"),
        DateCase("It opens [a week from Friday].", "2019-02-22"),
        DateCase("It fell [two years ago this month].", "2017-02"),
        DateCase("It fell [a year ago last week].", "2018-W06"),
        DateCase("[Half a century ago] it fell.", "1969"),
        DateCase("[A year and a half ago] it fell.", "2017-08"),
        DateCase("[A decade and a half ago] it fell.", "2004"),
        DateCase("He left [the week before last].", "2019-W05"),
        DateCase("He left [the year before last].", "2017"),
        DateCase("It opens [the week after next].", "2019-W09"),
        DateCase("He left [the night before last].", "2019-02-10TNI"),
        DateCase(
            "On [May 5, 2010], it fell. [The night before], it rained.", "2010-05-05",
            "2010-05-04TNI"),
        DateCase("In [2010] it rose. [The year before that] it fell.", "2010", "2009"),
        DateCase(
            "In [January] it fell. In [the same month last year] it rose.", "2019-01", "2018-01"),
        DateCase("In [the same week of last year] it rose.", "2018-W07"),
        DateCase(
            "It began [last October]. [The following month] it ended.", "2018-10", "2018-11"),
        DateCase("He was in his late 40s."),
    ])
    func `Counted from another`(example: DateCase) { example.check() }

    @Test(arguments: [
        // Easter Sunday 2019 is 21 April, Memorial Day Monday, 27 May, Thanksgiving a Thursday.
        DateCase("They will meet over [the Easter weekend].", "2019-W16-WE"),
        DateCase("They will meet on [Memorial Day weekend].", "2019-W21-WE"),
        DateCase("They met on [Thanksgiving weekend 2018].", "2018-W47-WE"),
    ])
    func `Weekends of holidays`(example: DateCase) { example.check() }
}
