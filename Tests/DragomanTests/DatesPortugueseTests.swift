import Testing

/// Portuguese dates. Those that lack something count from 12 February 2019.
struct DatesPortugueseTests {
    @Test(arguments: [
        DateCase("Assinado em [12 de fevereiro de 2019] em Lisboa.", "2019-02-12"),
        DateCase("No dia [25 de abril de 1974] mudou tudo.", "1974-04-25"),
        DateCase("O [1º de maio de 1890] foi feriado.", "1890-05-01"),
        DateCase("O [1.º de dezembro de 1640] mudou tudo.", "1640-12-01"),
        DateCase("[Segunda-feira, 11 de fevereiro de 2019], choveu.", "2019-02-11"),
        DateCase("Na [terça, 12 de fevereiro de 2019], choveu.", "2019-02-12"),
        DateCase("Brasília, [7 de setembro de 1822]", "1822-09-07"),
        DateCase("Em [12 fev. 2019] choveu.", "2019-02-12"),
        DateCase("Em [12/02/2019] choveu.", "2019-02-12"),
        DateCase("Em [3-4-2018] choveu.", "2018-04-03"),
        DateCase("Em [03.04.2018] choveu.", "2018-04-03"),
        DateCase("Em [2018-04-03] choveu.", "2018-04-03"),
        DateCase("Em [31 de março] virá.", "2019-03-31"),
        DateCase("Em [fevereiro de 2019] choveu.", "2019-02"),
        DateCase("Em [janeiro] choveu.", "2019-01"),
        DateCase("Em [meados de junho de 2018] choveu.", "2018-06"),
        DateCase("No [final de 1989] caiu.", "1989"),
        DateCase("No [início de maio] choveu.", "2019-05"),
        DateCase("Em [1949] choveu.", "1949"),
        DateCase("Desde [1990] vive aqui.", "1990"),
        DateCase("O [ano de 1848] foi duro.", "1848"),
        DateCase("A constituição de [1988], ainda vigente.", "1988"),
        DateCase("Na [primavera de 1968] choveu.", "1968-SP"),
        DateCase("No [século XIX] cresceu.", "18"),
        DateCase("Nos [anos 1920] cresceu.", "192"),
        DateCase("Na [década de 1960] cresceu.", "196"),
        DateCase("Morreu em [44 a.C.] em Roma.", "BC0044"),
        DateCase("[Ontem] partiu, [amanhã] volta.", "2019-02-11", "2019-02-13"),
    ])
    func `Absolute`(example: DateCase) throws { try example.check(in: .portuguese) }

    @Test(arguments: [
        DateCase("De [12 a 14 de junho de 2019] reúnem-se.", "2019-06-12/2019-06-14"),
        DateCase("De [28 de maio a 3 de junho de 2018] fechou.", "2018-05-28/2018-06-03"),
        DateCase(
            "De [28 de dezembro de 2018 a 3 de janeiro de 2019] fechou.", "2018-12-28/2019-01-03"),
        DateCase("Entre [12 e 14 de junho de 2019] fechou.", "2019-06-12/2019-06-14"),
        DateCase("De [maio a julho de 1945] fechou.", "1945-05/1945-07"),
        DateCase("De [1939 a 1945] houve guerra.", "1939/1945"),
        DateCase("Entre [1939 e 1945] houve guerra.", "1939/1945"),
        DateCase("Camões ([1524-1580]) escreveu.", "1524/1580"),
        DateCase("Em [5 e 6 de junho de 1944] choveu.", "1944-06-05/1944-06-06"),
        DateCase("Em [4] e [9 de maio de 1945] choveu.", "1945-05-04", "1945-05-09"),
    ])
    func `Ranges`(example: DateCase) throws { try example.check(in: .portuguese) }

    @Test(arguments: [
        DateCase("Tem 12 gatos."),
        DateCase("A rua 25 de março é longa."),
        DateCase("A avenida 9 de julho é larga."),
        DateCase("Um exército de 1949 homens."),
        DateCase("Em 1500 casos falhou."),
        DateCase("De 1500 a 2000 euros."),
        DateCase("No final partiu."),
        DateCase("Dom João VI reinou."),
        DateCase("Às 12.30 partiu."),
        DateCase("O resultado foi 3-2."),
        DateCase("De manhã choveu."),
        DateCase("Um século passou."),
        DateCase("A segunda vez foi pior."),
        DateCase("A página 1949 falta."),
        DateCase("O mar está calmo."),
    ])
    func `Traps`(example: DateCase) throws { try example.check(in: .portuguese) }
}
