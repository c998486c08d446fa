import Testing

/// Weekdays look back or forward as the words around them do; written on Tuesday, 12 February 2019.
struct DatesTenseTests {
    @Test(arguments: [
        DateCase("He could not be reached on [Friday].", "2019-02-08"),
        DateCase("Smoke could be seen on [Friday].", "2019-02-08"),
        DateCase("He may have left on [Friday].", "2019-02-08"),
        DateCase("He would have been fifty on [Friday].", "2019-02-08"),
        DateCase("The talks were to have resumed on [Friday].", "2019-02-08"),
        DateCase("It did not open until [Friday].", "2019-02-08"),
        DateCase("Until [Friday], nobody had heard of it.", "2019-02-08"),
        DateCase("By [Friday], the water had fallen.", "2019-02-08"),
        DateCase("He flew to Rome to meet them on [Friday].", "2019-02-08"),
        DateCase("After [Friday]'s vote, they left.", "2019-02-08"),
        DateCase("The ban took effect on [Friday].", "2019-02-08"),
        DateCase("He will not say why he fled on [Friday].", "2019-02-08"),
        DateCase("He was born on [February 20].", "2018-02-20"),
        DateCase("He had been due to leave on [Friday].", "2019-02-08"),
        DateCase("[Friday]'s bombing will hurt the town.", "2019-02-08"),
        DateCase("They won [Friday]'s election.", "2019-02-08"),
    ])
    func `What is over`(example: DateCase) { example.check() }

    @Test(arguments: [
        DateCase("The storm could hit the coast by [Friday].", "2019-02-15"),
        DateCase("The vote could come as early as [Friday].", "2019-02-15"),
        DateCase("The house is to vote on [Friday].", "2019-02-15"),
        DateCase("Talks were to resume on [Friday].", "2019-02-15"),
        DateCase("Talks resume on [Friday].", "2019-02-15"),
        DateCase("The summit opens on [Friday] in Paris.", "2019-02-15"),
        DateCase("The ban takes effect on [Friday].", "2019-02-15"),
        DateCase("Voters go to the polls on [Friday].", "2019-02-15"),
        DateCase("He faces trial on [Friday].", "2019-02-15"),
        DateCase("He leaves for Cairo on [Friday].", "2019-02-15"),
        DateCase("They are meeting on [Friday].", "2019-02-15"),
        DateCase("The deadline is [Friday].", "2019-02-15"),
        DateCase("[Friday] is the deadline.", "2019-02-15"),
        DateCase("The game is on [Friday].", "2019-02-15"),
        DateCase("A decision is likely on [Friday].", "2019-02-15"),
        DateCase("The court has until [Friday] to rule.", "2019-02-15"),
        DateCase("By [Friday], the water will fall.", "2019-02-15"),
        DateCase("Starting [Friday], fares go up.", "2019-02-15"),
        DateCase("Ahead of [Friday]'s vote, they met.", "2019-02-15"),
        DateCase("They are waiting for [Friday]'s ruling.", "2019-02-15"),
        DateCase("They hope to win [Friday]'s election.", "2019-02-15"),
        DateCase("[Friday]'s game will decide it.", "2019-02-15"),
        DateCase("We'll know on [Friday].", "2019-02-15"),
        DateCase(
            "He arrives on [Friday], his office said on [Monday].", "2019-02-15", "2019-02-11"),
    ])
    func `What is to come`(example: DateCase) { example.check() }

    @Test(arguments: [
        DateCase(
            "OSLO (AP) — The king flew on [Wednesday] to Oslo. It rained on [Wednesday night].",
            "2019-02-13",
            "2019-02-13TNI"),
        DateCase(
            "OSLO (AP) — The king flew on [Monday] to Oslo. On [Wednesday] it rained.",
            "2019-02-11",
            "2019-02-06"),
        DateCase(
            "OSLO (AP) — The king flies on [Wednesday] to Oslo. On [Wednesday] it rained.",
            "2019-02-13",
            "2019-02-06"),
    ])
    func `A report that opens with the next weekday comes from where it has begun`(
        example: DateCase
    ) {
        example.check()
    }

    @Test(arguments: [
        // An obituary is a report, however many years it names.
        DateCase(
            "The painter died on [Friday]. He was born in [1930], left in [1955], came back in [1960] and won in [1972]. He will be buried on [Friday].",
            "2019-02-08", "1930", "1955", "1960", "1972", "2019-02-15"),
        // An account that begins with a year is none.
        DateCase(
            "Born in [1930], he left in [1955], came back in [1960] and won in [1972]. In [March 1973] he fell ill. In [May] he died.",
            "1930", "1955", "1960", "1972", "1973-03", "1973-05"),
        DateCase("By [Friday] they will have left.", "2019-02-15"),
    ])
    func `Reports and accounts`(example: DateCase) { example.check() }
}
