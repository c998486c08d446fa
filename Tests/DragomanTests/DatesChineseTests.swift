import Testing

/// Chinese dates. Those that lack something count from 12 February 2019.
struct DatesChineseTests {
    @Test(arguments: [
        DateCase("他们于[2019年2月12日]会面。", "2019-02-12"),
        DateCase("中华人民共和国于[1949年10月1日]成立。", "1949-10-01"),
        DateCase("中華民國於[1912年1月1日]成立。", "1912-01-01"),
        DateCase("他们于[2019年2月12日星期二]会面。", "2019-02-12"),
        DateCase("他们于[2019年2月12日（周二）]会面。", "2019-02-12"),
        DateCase("他们[2019年2月12号]会面。", "2019-02-12"),
        DateCase("他们[2月11日]会面了。", "2019-02-11"),
        DateCase("他们于[2019/02/12]会面。", "2019-02-12"),
        DateCase("他们于[2019/2/12]会面。", "2019-02-12"),
        DateCase("他们于[2019-02-12]会面。", "2019-02-12"),
        DateCase("他们于[2019.02.12]会面。", "2019-02-12"),
        DateCase("他们于[2019年2月]会面。", "2019-02"),
        DateCase("他们于[1914年8月]开战。", "1914-08"),
        DateCase("他们于[2019年2月底]会面。", "2019-02"),
        DateCase("他们于[2019年2月下旬]会面。", "2019-02"),
        DateCase("他们于[1949年]会面。", "1949"),
        DateCase("他死于[公元前44年]。", "BC0044"),
        DateCase("他们于[公元1600年]开战。", "1600"),
        DateCase("他们于[1989年底]会面。", "1989"),
        DateCase("他们于[2019年初]会面。", "2019"),
        DateCase("他们于[2019年春天]会面。", "2019-SP"),
        DateCase("他在[1990年代]长大。", "199"),
        DateCase("他在[20世纪90年代]长大。", "199"),
        DateCase("他在[19世纪]出生。", "18"),
        DateCase("条约于[1951年9月8日]签署。", "1951-09-08"),
        DateCase("他[昨天]来，[明天]走。", "2019-02-11", "2019-02-13"),
        DateCase("他们于[二〇一九年二月十二日]会面。", "2019-02-12"),
        DateCase("[一九四九年十月一日]，中华人民共和国成立。", "1949-10-01"),
        DateCase("[一九四五年]，战争结束。", "1945"),
        DateCase("[一九七二年二月]，他来了。", "1972-02"),
        DateCase("他[十二月三十一日]来了。", "2018-12-31"),
        DateCase("他于[一九○○年]出生。", "1900"),
    ])
    func `Absolute`(example: DateCase) throws { try example.check(in: .chinese) }

    @Test(arguments: [
        DateCase("[2019年6月12日至14日]开会。", "2019-06-12/2019-06-14"),
        DateCase("[2018年5月28日至6月3日]关闭。", "2018-05-28/2018-06-03"),
        DateCase("[2018年12月28日到2019年1月3日]关闭。", "2018-12-28/2019-01-03"),
        DateCase("[2019年6月12-14日]开会。", "2019-06-12/2019-06-14"),
        DateCase("[1945年5月至7月]关闭。", "1945-05/1945-07"),
        DateCase("[1939年至1945年]有战争。", "1939/1945"),
        DateCase("战争（[1939-1945年]）很长。", "1939/1945"),
    ])
    func `Ranges`(example: DateCase) throws { try example.check(in: .chinese) }

    @Test(arguments: [
        DateCase("他有12只猫。"),
        DateCase("他住了10年。"),
        DateCase("来了1949人。"),
        DateCase("2019年度的预算。"),
        DateCase("他每天来。"),
        DateCase("日本很远。"),
        DateCase("半个世纪过去了。"),
        DateCase("比分是3比2。"),
        DateCase("12点到14点他在。"),
        DateCase("月亮出来了。"),
        DateCase("第1949号。"),
        DateCase("时代变了。"),
        DateCase("他住在1949室。"),
        DateCase("共12日。"),
        DateCase("他住了十年。"),
        DateCase("他有一九四九本书。"),
        DateCase("三月是春天。"),
        DateCase("十月怀胎。"),
    ])
    func `Traps`(example: DateCase) throws { try example.check(in: .chinese) }
}
