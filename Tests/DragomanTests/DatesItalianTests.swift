import Testing

/// Italian dates. Those that lack something count from 12 February 2019.
struct DatesItalianTests {
    @Test(arguments: [
        DateCase("Firmato il [12 febbraio 2019] a Roma.", "2019-02-12"),
        DateCase("Il [1º maggio 1947] piovve.", "1947-05-01"),
        DateCase("L'[8 settembre 1943] tutto cambiò.", "1943-09-08"),
        DateCase("L’[11 settembre 2001] tutto cambiò.", "2001-09-11"),
        DateCase("[Lunedì 11 febbraio 2019] piovve.", "2019-02-11"),
        DateCase("Il [primo gennaio del 1948] entrò in vigore.", "1948-01-01"),
        DateCase("Roma, [2 giugno 1946]", "1946-06-02"),
        DateCase("Il [12 feb. 2019] piovve.", "2019-02-12"),
        DateCase("Il [12/02/2019] piovve.", "2019-02-12"),
        DateCase("Il [3.4.2018] piovve.", "2018-04-03"),
        DateCase("Il [2018-04-03] piovve.", "2018-04-03"),
        DateCase("Il [31 marzo] verrà.", "2019-03-31"),
        DateCase("Nel [febbraio 2019] piovve.", "2019-02"),
        DateCase("Nel [luglio del 1789] piovve.", "1789-07"),
        DateCase("A [gennaio] piovve.", "2019-01"),
        DateCase("A [metà giugno 2018] piovve.", "2018-06"),
        DateCase("A [fine 1989] cadde.", "1989"),
        DateCase("Nel [1949] piovve.", "1949"),
        DateCase("Dal [1990] vive qui.", "1990"),
        DateCase("La costituzione del [1948] vale.", "1948"),
        DateCase("Il trattato ([1957]) vale.", "1957"),
        DateCase("Nella [primavera del 1968] piovve.", "1968-SP"),
        DateCase("[Nell’estate 1943] piovve.", "1943-SU"),
        DateCase("Nel [XIX secolo] crebbe.", "18"),
        DateCase("Negli [anni 1920] crebbe.", "192"),
        DateCase("Negli [anni ’60] crebbe.", "196"),
        DateCase("Morì nel [44 a.C.] a Roma.", "BC0044"),
        DateCase("[Ieri] partì, [oggi] torna.", "2019-02-11", "2019-02-12"),
    ])
    func `Absolute`(example: DateCase) throws { try example.check(in: .italian) }

    @Test(arguments: [
        DateCase("Dal [12 al 14 giugno 2019] si riuniscono.", "2019-06-12/2019-06-14"),
        DateCase("Dal [28 maggio al 3 giugno 2018] chiuse.", "2018-05-28/2018-06-03"),
        DateCase("Dal [28 dicembre 2018 al 3 gennaio 2019] chiuse.", "2018-12-28/2019-01-03"),
        DateCase("Tra il [12 e il 14 giugno 2019] chiuse.", "2019-06-12/2019-06-14"),
        DateCase("Da [maggio a luglio 1945] chiuse.", "1945-05/1945-07"),
        DateCase("Dal [1939 al 1945] ci fu la guerra.", "1939/1945"),
        DateCase("Tra il [1939 e il 1945] ci fu la guerra.", "1939/1945"),
        DateCase("Dante ([1265-1321]) scrisse.", "1265/1321"),
        DateCase("L’[8 e il 9 settembre 1943] piovve.", "1943-09-08/1943-09-09"),
        DateCase("Il [4] e [il 9 maggio 1945] piovve.", "1945-05-04", "1945-05-09"),
    ])
    func `Ranges`(example: DateCase) throws { try example.check(in: .italian) }

    @Test(arguments: [
        DateCase("Ha 12 gatti."),
        DateCase("Via 4 novembre è lunga."),
        DateCase("Del 1949 uomini."),
        DateCase("In 1500 casi fallì."),
        DateCase("Da 1500 a 2000 euro."),
        DateCase("Alla fine partì."),
        DateCase("Papa Pio XII regnò."),
        DateCase("Piazza 25 aprile è bella."),
        DateCase("Alle 12.30 partì."),
        DateCase("Il risultato fu 3-2."),
        DateCase("Il secolo fu lungo."),
        DateCase("L'indomani partì."),
        DateCase("Pagina 1949 manca."),
        DateCase("Il mare è calmo."),
    ])
    func `Traps`(example: DateCase) throws { try example.check(in: .italian) }
}
