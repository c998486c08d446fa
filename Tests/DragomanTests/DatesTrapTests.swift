import Testing

/// What looks like a date and is none, or is less of one than it seems.
struct DatesTrapTests {
    @Test(arguments: [
        DateCase("May I come in?"), DateCase("It may rain."), DateCase("May he rest in peace."),
        DateCase("Theresa May resigned."), DateCase("Mrs. May resigned."),
        DateCase("Brian May played."), DateCase("May Britt sang."), DateCase("MAY BE OPENED"),
        DateCase("They march on."), DateCase("The March on Washington was peaceful."),
        DateCase("Fredric March acted."), DateCase("The march of time."),
        DateCase("March of the Penguins won."), DateCase("An august assembly."),
        DateCase("Augusta is in Maine."), DateCase("June Carter sang."),
        DateCase("April Ryan asked him."), DateCase("He sat in the sun."), DateCase("Sun Yat-sen"),
        DateCase("The sat phone."), DateCase("He was wed."), DateCase("Jan Kavan spoke."),
        DateCase("Mr. Friday left."),
    ])
    func `Months and weekdays`(example: DateCase) { example.check() }

    @Test(arguments: [
        DateCase("Resolution 1325 was adopted."),
        DateCase("Resolutions 1325 and 1820 were adopted."),
        DateCase("Under resolution 1973 it acts."), DateCase("Security Council resolution 1441"),
        DateCase("Section 1350 applies."), DateCase("Article 1947 applies."),
        DateCase("Paragraph 1999 applies."), DateCase("Law No. 1997 applies."),
        DateCase("Flight 1549 landed."), DateCase("Room 1408 is free."),
        DateCase("Page 1984 is torn."),
        DateCase("Route 1950 is closed."), DateCase("Channel 2000 is off."),
        DateCase("Apollo 13 failed."),
        DateCase("Windows 2000 came out."),
        DateCase("He lost 1800 men."), DateCase("They counted 1914 votes."),
        DateCase("It weighs 1500 tons."), DateCase("It is 1968 meters high."),
        DateCase("It cost $1999."), DateCase("It cost £1950."), DateCase("It cost €1999."),
        DateCase("It cost 1,999 dollars."), DateCase("About 2000 died."),
        DateCase("Some 1500 were hurt."), DateCase("More than 1800 fled."),
        DateCase("Nearly 1900 fled."), DateCase("At least 2000 fled."),
        DateCase("Up to 1900 fled."), DateCase("Only 1945 remained."),
        DateCase("They hold 1,945 shares."), DateCase("It has 1950 employees."),
        DateCase("A score of 1600 is perfect."), DateCase("Call 1-800-555-1995."),
        DateCase("Call 555-1995."), DateCase("The code is 19451."), DateCase("ISBN 1950-1234"),
        DateCase("The population was 1,812."), DateCase("He rose 1990.5 points."),
        DateCase("At 1500 m he stopped."),
        DateCase("See vol. 1155, No. 18232, p. 331."), DateCase("See pp. 1914-18."),
        DateCase("See paras. 1990-1995."), DateCase("See lines 1900 to 1950."),
        DateCase("See A/RES/60/1 and S/1999/1234."), DateCase("See Law No. 1999/45."),
        DateCase("See Annex 1999."), DateCase("Expo 67 was big."), DateCase("Agenda 2030 stands."),
        DateCase("UN Resolution 242 stands."), DateCase("The vote was 112-30."),
        DateCase("The vote was 12 to 3."), DateCase("They won 3-2."), DateCase("He ate 1/2 of it."),
        DateCase("The ratio is 3:2."), DateCase("Version 3.14 is out."),
        DateCase("Section 12.3.4 applies."), DateCase("The IP is 10.12.19.68."),
        DateCase("He is No. 12."), DateCase("Matthew 5:12 says so."),
    ])
    func `Numbers`(example: DateCase) { example.check() }

    @Test(arguments: [
        DateCase("Resolution 1325 ([2000]) stands.", "2000"),
        DateCase("Resolutions 1325 ([2000]) and 1820 ([2008]) stand.", "2000", "2008"),
        DateCase(
            "Resolution 1325 ([2000]) of [31 October 2000] stands.", "2000", "2000-10-31"),
        DateCase("The [1951] Convention stands.", "1951"),
        DateCase("Security Council resolution 242 of [1967] stands.", "1967"),
    ])
    func `A number, and a year beside it`(example: DateCase) { example.check() }

    @Test(arguments: [
        DateCase("The Good Friday Agreement held."), DateCase("The Easter Rising failed."),
        DateCase("The Sunday Times said so."),
        DateCase("He watched Saturday Night Live."), DateCase("USA Today said so."),
        DateCase("20th Century Fox made it."), DateCase("Black Friday came."),
        DateCase("He lives at 1600 Pennsylvania Avenue."), DateCase("Office 2016 is old."),
        DateCase("BMW 2002s are rare."), DateCase("He flew a Boeing 747."),
        DateCase("The Six-Day War was short."), DateCase("The Thirty Years' War was long."),
        DateCase("The Hundred Years War was longer."), DateCase("It was the hottest of all."),
        DateCase("A two-year-old boy."),
        DateCase("The second attack failed."), DateCase("He came second."),
        DateCase("On second thought, no."),
        DateCase("He seconds the motion."), DateCase("The fall of Rome was slow."),
        DateCase("Prices fall."), DateCase("They may fall ill."), DateCase("The Fall of Man."),
        DateCase("A spring in his step."), DateCase("They spring up."), DateCase("A hot spring."),
        DateCase("A coil spring broke."), DateCase("He winters in Rome."),
        DateCase("A quarter of them left."), DateCase("The Latin Quarter is old."),
        DateCase("Headquarters moved."), DateCase("He gave no quarter."),
        DateCase("Half of them left."), DateCase("In the first half they scored."),
        DateCase("He is a day trader."), DateCase("A daydream."),
        DateCase("The Daily Mail said so."),
        DateCase("The Times of London"), DateCase("The New York Times said so."),
        DateCase("The Evening Standard said so."),
        DateCase("It was the first of its kind."),
        DateCase("The last of the Mohicans."), DateCase("He is in his seventies."),
        DateCase("She was in her twenties."),
        DateCase("The present government fell."),
        DateCase("He is present."), DateCase("A present for you."), DateCase("He passed it."),
        DateCase("He went past the house."),
        DateCase("Vancouver, BC, is far."), DateCase("An AD campaign."), DateCase("I am here."),
        DateCase("The PM spoke."), DateCase("AM radio."),
    ])
    func `Words`(example: DateCase) { example.check() }
}
