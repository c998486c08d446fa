import Testing

/// German dates. They count from Tuesday, 12 February 2019.
struct DatesGermanTests {
    @Test(arguments: [
        DateCase("Der Vertrag vom [12. Februar 2019] gilt.", "2019-02-12"),
        DateCase("Am [3. Oktober 1990] war die Einheit.", "1990-10-03"),
        DateCase("Er starb am [1. Mai 1949] in Bonn.", "1949-05-01"),
        DateCase("Am [Montag, dem 11. Februar 2019], kam er.", "2019-02-11"),
        DateCase("Am [Mi., 6. Feb. 2019], kam er.", "2019-02-06"),
        DateCase("Berlin, den [23. Mai 1949]", "1949-05-23"),
        DateCase("Bonn, [12. 2. 2019]", "2019-02-12"),
        DateCase("Am [12.02.2019] kam er.", "2019-02-12"),
        DateCase("Am [3.4.2018] kam er.", "2018-04-03"),
        DateCase("Am [2018-04-03] kam er.", "2018-04-03"),
        DateCase("Am [31. März] geht er.", "2019-03-31"),
        DateCase("Am [ersten Mai 1890] wurde gefeiert.", "1890-05-01"),
        DateCase("Am [24. Jänner 2019] kam er in Wien an.", "2019-01-24"),
        DateCase("Im [Februar 2019] kam er.", "2019-02"),
        DateCase("Im [Dez. 1989] kam er.", "1989-12"),
        DateCase("Im [Juni des Jahres 1815] fiel er.", "1815-06"),
        DateCase("Im [Januar] kam er.", "2019-01"),
        DateCase("[Anfang Mai 1945] war es vorbei.", "1945-05"),
        DateCase("[Ende 1989] war es so weit.", "1989"),
        DateCase("Im [Jahr 1949] kam er.", "1949"),
        DateCase("Im [Jahre 1848] kam er.", "1848"),
        DateCase("Seit [1990] lebt er hier.", "1990"),
        DateCase("Das Grundgesetz von [1949] gilt.", "1949"),
        DateCase("Im [Sommer 1914] begann er.", "1914-SU"),
        DateCase("Im [Winter 1941/42] froren sie.", "1942-WI"),
        DateCase("Im [19. Jahrhundert] wuchs die Stadt.", "18"),
        DateCase("In den [1920er Jahren] wuchs die Stadt.", "192"),
        DateCase("In den [90er-Jahren] wuchs die Stadt.", "199"),
        DateCase("Er starb [44 v. Chr.] in Rom.", "BC0044"),
    ])
    func `Absolute`(example: DateCase) throws { try example.check(in: .german) }

    @Test(arguments: [
        DateCase("Vom [12. bis 14. Juni 2019] tagen sie.", "2019-06-12/2019-06-14"),
        DateCase("Vom [28. Mai bis zum 3. Juni 2018] tagten sie.", "2018-05-28/2018-06-03"),
        DateCase("Vom [28. Dezember bis 3. Januar 2018] war zu.", "2017-12-28/2018-01-03"),
        DateCase("Am [12.–14. Juni 2019] tagen sie.", "2019-06-12/2019-06-14"),
        DateCase("In der Nacht vom [12./13. Juni 1944] fiel sie.", "1944-06-12/1944-06-13"),
        DateCase("Zwischen dem [12. und dem 14. Juni 2019] war zu.", "2019-06-12/2019-06-14"),
        DateCase("Von [Mai bis Juli 1945] war zu.", "1945-05/1945-07"),
        DateCase("Von [1939 bis 1945] war Krieg.", "1939/1945"),
        DateCase("Zwischen [1939 und 1945] war Krieg.", "1939/1945"),
        DateCase("Goethe ([1749–1832]) schrieb.", "1749/1832"),
        DateCase("Im [Mai] und [Juni 1945] war zu.", "1945-05", "1945-06"),
        DateCase("Am [12. und 13. März 1938] marschierten sie ein.", "1938-03-12/1938-03-13"),
        DateCase("Am [4.] und [9. Mai 1945] kam er.", "1945-05-04", "1945-05-09"),
        DateCase(
            "In der Nacht vom [31. Januar auf den 1. Februar 1953] kam sie.",
            "1953-01-31/1953-02-01"),
        DateCase("In der Nacht vom [12. auf den 13. Juni 2018] kam er.", "2018-06-12/2018-06-13"),
    ])
    func `Ranges`(example: DateCase) throws { try example.check(in: .german) }

    @Test(arguments: [
        DateCase("[Heute] kommt er.", "2019-02-12"), DateCase("[Gestern] kam er.", "2019-02-11"),
        DateCase("Er kommt [morgen].", "2019-02-13"),
        DateCase("Er kam [vorgestern].", "2019-02-10"),
        DateCase("Er kommt [übermorgen].", "2019-02-14"),
        DateCase("Er kam am [Montag].", "2019-02-11"),
        DateCase("Er wird am [Freitag] kommen.", "2019-02-15"),
        DateCase("Er kam am [vergangenen Freitag].", "2019-02-08"),
        DateCase("Er kommt [nächsten Montag].", "2019-02-18"),
        DateCase("[Letzte Woche] kam er.", "2019-W06"),
        DateCase("In der [kommenden Woche] geht er.", "2019-W08"),
        DateCase("[Diese Woche] kam er.", "2019-W07"),
        DateCase("Im [letzten Monat] kam er.", "2019-01"),
        DateCase("Im [nächsten Jahr] geht er.", "2020"),
        DateCase("[Dieses Jahr] war kalt.", "2019"),
        DateCase("[Ende letzten Jahres] kam er.", "2018"),
        DateCase("Im [vergangenen Sommer] kam er.", "2018-SU"),
        DateCase("[Vor drei Tagen] kam er.", "2019-02-09"),
        DateCase("[Vor einer Woche] kam er.", "2019-W06"),
        DateCase("[Vor zwei Monaten] kam er.", "2018-12"),
        DateCase("[Vor 50 Jahren] kam er.", "1969"),
        DateCase("[Vor einigen Jahren] kam er.", "PAST_REF"),
        DateCase("Er kommt [in zwei Tagen].", "2019-02-14"),
        DateCase(
            "Am [1. Mai 1945] fiel sie. [Drei Tage später] war Ruhe.", "1945-05-01", "1945-05-04"),
        DateCase(
            "Am [1. Mai 1945] fiel sie. [Zwei Tage zuvor] war Krieg.", "1945-05-01", "1945-04-29"),
        DateCase(
            "Am [1. Mai 1945] fiel sie. Am [nächsten Tag] war Ruhe.", "1945-05-01", "1945-05-02"),
        DateCase("Er kam am [Montagabend].", "2019-02-11TEV"),
    ])
    func `Relative`(example: DateCase) throws { try example.check(in: .german) }

    @Test(arguments: [
        DateCase("Es waren 12. Dann ging er."), DateCase("Er belegte Platz 3. Mai war Zweiter."),
        DateCase("Karl May schrieb viel."), DateCase("August der Starke regierte."),
        DateCase("Es kamen 1949 Menschen."), DateCase("Vor 1500 Leuten sprach er."),
        DateCase("Der Preis von 1999 Euro ist hoch."), DateCase("Seite 1949 fehlt."),
        DateCase("Guten Morgen!"), DateCase("Der Morgen war kalt."),
        DateCase("Er kommt montags."), DateCase("Am letzten Tag der Reise regnete es."),
        DateCase("Er wohnt im 19. Stock."), DateCase("Die Sonne scheint im Sommer."),
        DateCase("Um 12.30 Uhr kam er."), DateCase("Das Ende der Welt ist nah."),
        DateCase("Es dauerte drei Tage."), DateCase("Er ist seit drei Tagen hier."),
        DateCase("Das Ergebnis lautete 3:2."), DateCase("Die Nummer 12.13.1949 ist falsch."),
        DateCase("Diese Leute kamen."), DateCase("Ein 90er Jahrgang."),
    ])
    func `Traps`(example: DateCase) throws { try example.check(in: .german) }
}
