import Testing

/// Japanese dates. Those that lack something count from 12 February 2019.
struct DatesJapaneseTests {
    @Test(arguments: [
        DateCase("[2019年2月12日]に会談した。", "2019-02-12"),
        DateCase("[1945年8月15日]に終わった。", "1945-08-15"),
        DateCase("[2019年2月12日(火)]に会談した。", "2019-02-12"),
        DateCase("[2019年2月12日（火曜日）]に会談した。", "2019-02-12"),
        DateCase("条約は[1951年9月8日]、署名された。", "1951-09-08"),
        DateCase("[2月11日]に会談した。", "2019-02-11"),
        DateCase("[2019/02/12]に会談した。", "2019-02-12"),
        DateCase("[2019/2/12]に会談した。", "2019-02-12"),
        DateCase("[2019-02-12]に会談した。", "2019-02-12"),
        DateCase("[2019.02.12]に会談した。", "2019-02-12"),
        DateCase("[2019年2月]に会談した。", "2019-02"),
        DateCase("[1914年8月]に始まった。", "1914-08"),
        DateCase("[2019年2月末]に会談した。", "2019-02"),
        DateCase("[2019年2月上旬]に会談した。", "2019-02"),
        DateCase("[1949年]に会談した。", "1949"),
        DateCase("[西暦1600年]に戦った。", "1600"),
        DateCase("[紀元前44年]に死んだ。", "BC0044"),
        DateCase("[1989年末]に終わった。", "1989"),
        DateCase("[2019年初頭]に会談した。", "2019"),
        DateCase("[2019年春]に会談した。", "2019-SP"),
        DateCase("[1990年代]に育った。", "199"),
        DateCase("[90年代]に育った。", "199"),
        DateCase("[19世紀]に育った。", "18"),
        DateCase("憲法は[1947年5月3日]から施行された。", "1947-05-03"),
        DateCase("[2019年2月12]日本で会談した。", "2019-02-12"),
        DateCase("[昨日]来て、[明日]帰る。", "2019-02-11", "2019-02-13"),
        DateCase("[２０１９年２月１２日]に会談した。", "2019-02-12"),
        DateCase("[一九四五年八月十五日]に終わった。", "1945-08-15"),
    ])
    func `Absolute`(example: DateCase) throws { try example.check(in: .japanese) }

    @Test(arguments: [
        DateCase("[2019年6月12日から14日]まで開く。", "2019-06-12/2019-06-14"),
        DateCase("[2018年5月28日から6月3日]まで閉じた。", "2018-05-28/2018-06-03"),
        DateCase("[2018年12月28日から2019年1月3日]まで閉じた。", "2018-12-28/2019-01-03"),
        DateCase("[2018年12月28日から1月3日]まで閉じた。", "2018-12-28/2019-01-03"),
        DateCase("[2019年6月12日～14日]に開く。", "2019-06-12/2019-06-14"),
        DateCase("[1945年5月から7月]まで閉じた。", "1945-05/1945-07"),
        DateCase("[1939年から1945年]まで戦争だった。", "1939/1945"),
        DateCase("戦争（[1939～1945年]）は長かった。", "1939/1945"),
        DateCase("[２０１９年６月１２日から１４日]まで開く。", "2019-06-12/2019-06-14"),
    ])
    func `Ranges`(example: DateCase) throws { try example.check(in: .japanese) }

    @Test(arguments: [
        DateCase("12人が来た。"),
        DateCase("10年間いた。"),
        DateCase("1949人が来た。"),
        DateCase("2019年度の予算。"),
        DateCase("毎日会う。"),
        DateCase("日本で会う。"),
        DateCase("12日間いた。"),
        DateCase("3対2で勝った。"),
        DateCase("12時から14時まで会った。"),
        DateCase("半世紀がたった。"),
        DateCase("月が出た。"),
        DateCase("火が出た。"),
        DateCase("年末に会う。"),
        DateCase("第1949号です。"),
    ])
    func `Traps`(example: DateCase) throws { try example.check(in: .japanese) }
}
