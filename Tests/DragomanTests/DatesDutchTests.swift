import Testing

/// Dutch dates. Those that lack something count from 12 February 2019.
struct DatesDutchTests {
    @Test(arguments: [
        DateCase("Getekend op [12 februari 2019] in Utrecht.", "2019-02-12"),
        DateCase("Op [5 mei 1945] was het vrede.", "1945-05-05"),
        DateCase("Op [1 april 1572] viel de stad.", "1572-04-01"),
        DateCase("Op [maandag 11 februari 2019] regende het.", "2019-02-11"),
        DateCase("Den Haag, [26 juli 1581]", "1581-07-26"),
        DateCase("Op [12 feb. 2019] regende het.", "2019-02-12"),
        DateCase("Op [3 mrt 2018] regende het.", "2018-03-03"),
        DateCase("Op [12-02-2019] regende het.", "2019-02-12"),
        DateCase("Op [3-4-2018] regende het.", "2018-04-03"),
        DateCase("Op [03.04.2018] regende het.", "2018-04-03"),
        DateCase("Op [12/02/2019] regende het.", "2019-02-12"),
        DateCase("Op [2018-04-03] regende het.", "2018-04-03"),
        DateCase("Op [31 maart] komt hij.", "2019-03-31"),
        DateCase("In [februari 2019] regende het.", "2019-02"),
        DateCase("In [augustus 1914] begon het.", "1914-08"),
        DateCase("In [juni van het jaar 1815] viel hij.", "1815-06"),
        DateCase("In [januari] regende het.", "2019-01"),
        DateCase("[Begin mei 1945] was het voorbij.", "1945-05"),
        DateCase("[Eind 1989] viel de muur.", "1989"),
        DateCase("In [1949] kwam hij.", "1949"),
        DateCase("Sinds [1990] woont hij hier.", "1990"),
        DateCase("De grondwet van [1848] geldt.", "1848"),
        DateCase("Het [jaar 1848] was zwaar.", "1848"),
        DateCase("In de [zomer van 1914] begon het.", "1914-SU"),
        DateCase("In de [19e eeuw] groeide de stad.", "18"),
        DateCase("In de [negentiende eeuw] groeide de stad.", "18"),
        DateCase("In de [jaren 1920] groeide de stad.", "192"),
        DateCase("In de [jaren ’60] groeide de stad.", "196"),
        DateCase("Hij stierf in [44 v.Chr.] in Rome.", "BC0044"),
        DateCase("[Gisteren] kwam hij, [morgen] gaat hij.", "2019-02-11", "2019-02-13"),
    ])
    func `Absolute`(example: DateCase) throws { try example.check(in: .dutch) }

    @Test(arguments: [
        DateCase("Van [12 tot 14 juni 2019] vergaderen ze.", "2019-06-12/2019-06-14"),
        DateCase("Van [28 mei tot en met 3 juni 2018] was het dicht.", "2018-05-28/2018-06-03"),
        DateCase(
            "Van [28 december 2018 tot 3 januari 2019] was het dicht.", "2018-12-28/2019-01-03"),
        DateCase("Tussen [12 en 14 juni 2019] was het dicht.", "2019-06-12/2019-06-14"),
        DateCase("Van [mei tot juli 1945] was het dicht.", "1945-05/1945-07"),
        DateCase("Van [1939 tot 1945] was het oorlog.", "1939/1945"),
        DateCase("Tussen [1939 en 1945] was het oorlog.", "1939/1945"),
        DateCase("Vondel ([1587-1679]) schreef.", "1587/1679"),
        DateCase("Op [12 en 13 maart 1938] regende het.", "1938-03-12/1938-03-13"),
        DateCase(
            "In de nacht van [31 januari op 1 februari 1953] kwam het.", "1953-01-31/1953-02-01"),
        DateCase("Op [4] en [9 mei 1945] regende het.", "1945-05-04", "1945-05-09"),
    ])
    func `Ranges`(example: DateCase) throws { try example.check(in: .dutch) }

    @Test(arguments: [
        DateCase("Hij heeft 12 katten."),
        DateCase("Juni Cortez speelt."),
        DateCase("Mevrouw Mei kwam."),
        DateCase("Hij heeft 1949 boeken."),
        DateCase("In 1500 gevallen faalde het."),
        DateCase("Van 1500 tot 2000 euro."),
        DateCase("Een half uur later kwam hij."),
        DateCase("Goede morgen!"),
        DateCase("Om 12.30 uur kwam hij."),
        DateCase("De uitslag was 3-2."),
        DateCase("Een eeuw ging voorbij."),
        DateCase("De 19e verdieping is leeg."),
        DateCase("Pagina 1949 ontbreekt."),
        DateCase("In de zomer is het warm."),
        DateCase("Het einde van de weg."),
    ])
    func `Traps`(example: DateCase) throws { try example.check(in: .dutch) }
}
