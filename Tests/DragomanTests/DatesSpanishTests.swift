import Testing

/// Spanish dates. They count from Tuesday, 12 February 2019.
struct DatesSpanishTests {
    @Test(arguments: [
        DateCase("Se firmó el [12 de febrero de 2019] en Madrid.", "2019-02-12"),
        DateCase("El [1 de abril de 1939] terminó.", "1939-04-01"),
        DateCase("El [lunes, 11 de febrero de 2019], llegó.", "2019-02-11"),
        DateCase("El [2 de mayo del año 1808] se alzaron.", "1808-05-02"),
        DateCase("El [1º de enero de 1959] entraron.", "1959-01-01"),
        DateCase("El [primero de mayo] es fiesta.", "2019-05-01"),
        DateCase("El [12 feb. 2019] llegó.", "2019-02-12"),
        DateCase("El [12/02/2019] llegó.", "2019-02-12"),
        DateCase("El [3-4-2018] llegó.", "2018-04-03"),
        DateCase("El [03.04.2018] llegó.", "2018-04-03"),
        DateCase("El [2018-04-03] llegó.", "2018-04-03"),
        DateCase("El [31 de marzo] vendrá.", "2019-03-31"),
        DateCase("En [febrero de 2019] llegó.", "2019-02"),
        DateCase("En [setiembre de 1973] cayó.", "1973-09"),
        DateCase("En [enero] llegó.", "2019-01"),
        DateCase("A [principios de mayo de 1945] acabó.", "1945-05"),
        DateCase("A [finales de 1989] acabó.", "1989"),
        DateCase("A [mediados de junio de 2018] acabó.", "2018-06"),
        DateCase("En [1949] llegó.", "1949"), DateCase("Desde [1990] vive aquí.", "1990"),
        DateCase("El [año 1848] fue duro.", "1848"),
        DateCase("La constitución de [1978], aún vigente.", "1978"),
        DateCase("En la [primavera de 1968] llegó.", "1968-SP"),
        DateCase("El [invierno de 1941-1942] fue duro.", "1942-WI"),
        DateCase("En el [siglo XIX] creció.", "18"),
        DateCase("En el [siglo I a. C.] vivió.", "BC00"),
        DateCase("En los [años 1920] creció.", "192"), DateCase("En los [años 90] creció.", "199"),
        DateCase("En la [década de 1960] creció.", "196"),
        DateCase("Murió en [44 antes de Cristo] en Roma.", "BC0044"),
    ])
    func `Absolute`(example: DateCase) throws { try example.check(in: .spanish) }

    @Test(arguments: [
        DateCase("Del [12 al 14 de junio de 2019] se reúnen.", "2019-06-12/2019-06-14"),
        DateCase("Del [28 de mayo al 3 de junio de 2018] cerró.", "2018-05-28/2018-06-03"),
        DateCase(
            "Del [28 de diciembre de 2018 al 3 de enero de 2019] cerró.", "2018-12-28/2019-01-03"),
        DateCase("Entre el [12 y el 14 de junio de 2019] cerró.", "2019-06-12/2019-06-14"),
        DateCase("De [mayo a julio de 1945] cerró.", "1945-05/1945-07"),
        DateCase("De [1936 a 1939] hubo guerra.", "1936/1939"),
        DateCase("Entre [1936 y 1939] hubo guerra.", "1936/1939"),
        DateCase("Cervantes ([1547-1616]) escribió.", "1547/1616"),
        DateCase("En [mayo] y [junio de 1945] cerró.", "1945-05", "1945-06"),
        DateCase("Los días [12 y 13 de marzo de 1938] cerró.", "1938-03-12/1938-03-13"),
        DateCase("El [4] y [el 9 de mayo de 1945] cerró.", "1945-05-04", "1945-05-09"),
    ])
    func `Ranges`(example: DateCase) throws { try example.check(in: .spanish) }

    @Test(arguments: [
        DateCase("[Hoy] llega.", "2019-02-12"), DateCase("[Ayer] llegó.", "2019-02-11"),
        DateCase("Vendrá [mañana].", "2019-02-13"), DateCase("Llegó [anteayer].", "2019-02-10"),
        DateCase("Vendrá [pasado mañana].", "2019-02-14"),
        DateCase("Llegó el [lunes].", "2019-02-11"),
        DateCase("Será el [viernes].", "2019-02-15"),
        DateCase("Llegó [el viernes pasado].", "2019-02-08"),
        DateCase("Vendrá [el próximo lunes].", "2019-02-18"),
        DateCase("[La semana pasada] llegó.", "2019-W06"),
        DateCase("[La próxima semana] vendrá.", "2019-W08"),
        DateCase("[La semana que viene] vendrá.", "2019-W08"),
        DateCase("[Esta semana] duerme.", "2019-W07"),
        DateCase("[El mes pasado] llegó.", "2019-01"),
        DateCase("[El próximo mes] vendrá.", "2019-03"),
        DateCase("[El año que viene] vendrá.", "2020"),
        DateCase("[El año pasado] llegó.", "2018"), DateCase("[Este año] duerme.", "2019"),
        DateCase("[El verano pasado] llegó.", "2018-SU"),
        DateCase("En [marzo pasado] llegó.", "2018-03"),
        DateCase("[Hace tres días] llegó.", "2019-02-09"),
        DateCase("[Hace una semana] llegó.", "2019-W06"),
        DateCase("[Hace dos meses] llegó.", "2018-12"),
        DateCase("[Hace cincuenta años] llegó.", "1969"),
        DateCase("[Hace unos años] llegó.", "PAST_REF"),
        DateCase("Vendrá [dentro de dos días].", "2019-02-14"),
        DateCase(
            "El [1 de mayo de 1945] cayó. [Tres días después] hubo calma.", "1945-05-01",
            "1945-05-04"),
        DateCase(
            "El [1 de mayo de 1945] cayó. [Dos días antes] hubo guerra.", "1945-05-01",
            "1945-04-29"),
    ])
    func `Relative`(example: DateCase) throws { try example.check(in: .spanish) }

    @Test(arguments: [
        DateCase("Hay 12 gatos."), DateCase("La avenida 9 de Julio es ancha."),
        DateCase("Plácido Domingo canta."), DateCase("Santo Domingo es grande."),
        DateCase("Julio Cortázar escribió."), DateCase("La Plaza de Mayo es grande."),
        DateCase("Un ejército de 1949 hombres."), DateCase("De 1500 a 2000 euros."),
        DateCase("Por la mañana llovió."), DateCase("Esta mañana llovió."),
        DateCase("Cada lunes viene."), DateCase("Los lunes llueve."), DateCase("Hace frío."),
        DateCase("Hace tres casas."), DateCase("Alfonso XIII reinó."),
        DateCase("El mar está en calma."), DateCase("Página 1949."),
        DateCase("A las 12.30 llegó."), DateCase("Este libro es bueno."),
        DateCase("La última vez llegó."), DateCase("En 1500 casos falló."),
    ])
    func `Traps`(example: DateCase) throws { try example.check(in: .spanish) }
}
