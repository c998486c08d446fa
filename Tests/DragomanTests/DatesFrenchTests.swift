import Testing

/// French dates. They count from Tuesday, 12 February 2019.
struct DatesFrenchTests {
    @Test(arguments: [
        DateCase("Signé le [1er mars 1949] à Paris.", "1949-03-01"),
        DateCase("Le [12 février 2019], il partit.", "2019-02-12"),
        DateCase("Le [lundi 11 février 2019], il partit.", "2019-02-11"),
        DateCase("Le traité du [10 févr. 1947] vaut.", "1947-02-10"),
        DateCase("Paris, le [14 juillet 1789]", "1789-07-14"),
        DateCase("LE [11 NOVEMBRE 1918]", "1918-11-11"),
        DateCase("Le [premier mai 1890], on marcha.", "1890-05-01"),
        DateCase("Le [12/02/2019], il partit.", "2019-02-12"),
        DateCase("Le [03.04.2018], il partit.", "2018-04-03"),
        DateCase("Le [2018-04-03], il partit.", "2018-04-03"),
        DateCase("Le [31 mars], il partira.", "2019-03-31"),
        DateCase("En [février 2019], il partit.", "2019-02"),
        DateCase("En [août 1914], il partit.", "1914-08"),
        DateCase("En [juin de l'an 1815], il tomba.", "1815-06"),
        DateCase("En [janvier], il partit.", "2019-01"),
        DateCase("Au mois de [mars], il partira.", "2019-03"),
        DateCase("[Début mai 1945], ce fut fini.", "1945-05"),
        DateCase("[Fin 1989], ce fut fini.", "1989"),
        DateCase("À la [mi-juin 2018], ce fut fini.", "2018-06"),
        DateCase("En [1949], il partit.", "1949"),
        DateCase("Depuis [1990], il vit ici.", "1990"),
        DateCase("[L'année 1848] fut rude.", "1848"),
        DateCase("La constitution de [1958], toujours en vigueur.", "1958"),
        DateCase("Au [printemps 1968], on marcha.", "1968-SP"),
        DateCase("[L’été 1914] fut chaud.", "1914-SU"),
        DateCase("[L'hiver 1941-1942] fut rude.", "1942-WI"),
        DateCase("Au [XIXe siècle], la ville grandit.", "18"),
        DateCase("Au [18e siècle], la ville grandit.", "17"),
        DateCase("Dans les [années 1920], la ville grandit.", "192"),
        DateCase("Dans les [années 90], la ville grandit.", "199"),
        DateCase("Il mourut en [44 av. J.-C.] à Rome.", "BC0044"),
    ])
    func `Absolute`(example: DateCase) throws { try example.check(in: .french) }

    @Test(arguments: [
        DateCase("Du [12 au 14 juin 2019], ils siègent.", "2019-06-12/2019-06-14"),
        DateCase("Du [28 mai au 3 juin 2018], ils siégèrent.", "2018-05-28/2018-06-03"),
        DateCase("Du [28 décembre 2018 au 3 janvier 2019], on ferma.", "2018-12-28/2019-01-03"),
        DateCase("Du [1er au 3 mai 2018], on ferma.", "2018-05-01/2018-05-03"),
        DateCase("Entre le [12 et le 14 juin 2019], on ferma.", "2019-06-12/2019-06-14"),
        DateCase("De [mai à juillet 1945], on ferma.", "1945-05/1945-07"),
        DateCase("De [1939 à 1945], ce fut la guerre.", "1939/1945"),
        DateCase("Entre [1939 et 1945], ce fut la guerre.", "1939/1945"),
        DateCase("Voltaire ([1694-1778]) écrivit.", "1694/1778"),
        DateCase("En [mai] et [juin 1945], on ferma.", "1945-05", "1945-06"),
        DateCase("Les [12 et 13 mars 1938], on ferma.", "1938-03-12/1938-03-13"),
        DateCase("Les [4] et [9 mai 1945], on ferma.", "1945-05-04", "1945-05-09"),
    ])
    func `Ranges`(example: DateCase) throws { try example.check(in: .french) }

    @Test(arguments: [
        DateCase("[Aujourd'hui], il vient.", "2019-02-12"),
        DateCase("[Hier], il vint.", "2019-02-11"),
        DateCase("Il viendra [demain].", "2019-02-13"),
        DateCase("Il vint [avant-hier].", "2019-02-10"),
        DateCase("Il viendra [après-demain].", "2019-02-14"),
        DateCase("Il est venu [lundi].", "2019-02-11"),
        DateCase("Il sera là [vendredi].", "2019-02-15"),
        DateCase("Il vint [vendredi dernier].", "2019-02-08"),
        DateCase("Il viendra [lundi prochain].", "2019-02-18"),
        DateCase("[La semaine dernière], il vint.", "2019-W06"),
        DateCase("[La semaine prochaine], il viendra.", "2019-W08"),
        DateCase("[Cette semaine], il vient.", "2019-W07"),
        DateCase("[Le mois dernier], il vint.", "2019-01"),
        DateCase("[L'an prochain], il viendra.", "2020"),
        DateCase("[L’année dernière], il vint.", "2018"),
        DateCase("[Cette année], il dort.", "2019"),
        DateCase("[L'été dernier], il vint.", "2018-SU"),
        DateCase("En [mars dernier], il vint.", "2018-03"),
        DateCase("[Il y a trois jours], il vint.", "2019-02-09"),
        DateCase("[Il y a une semaine], il vint.", "2019-W06"),
        DateCase("[Il y a deux mois], il vint.", "2018-12"),
        DateCase("[Il y a cinquante ans], il vint.", "1969"),
        DateCase("[Il y a quelques années], il vint.", "PAST_REF"),
        DateCase("Il viendra [dans deux jours].", "2019-02-14"),
        DateCase(
            "Le [1er mai 1945], elle tomba. [Trois jours plus tard], tout était calme.",
            "1945-05-01", "1945-05-04"),
        DateCase(
            "Le [1er mai 1945], elle tomba. [Deux jours plus tôt], on se battait.",
            "1945-05-01", "1945-04-29"),
    ])
    func `Relative`(example: DateCase) throws { try example.check(in: .french) }

    @Test(arguments: [
        DateCase("La planète Mars est rouge."), DateCase("Le Champ-de-Mars est grand."),
        DateCase("Il a 12 chats."), DateCase("La rue du 4 septembre est longue."),
        DateCase("Il a été 1944 fois absent."), DateCase("Une armée de 1949 hommes."),
        DateCase("De 1500 à 2000 euros."), DateCase("Voir page 1949."),
        DateCase("Il y a trois maisons."), DateCase("Dans trois maisons."),
        DateCase("À la fin, il partit."), DateCase("Mardi gras fut gai."),
        DateCase("Chaque lundi, il vient."), DateCase("Le 19e arrondissement est beau."),
        DateCase("Louis XIV régna."), DateCase("La dernière fois, il vint."),
        DateCase("L'année fut dure."), DateCase("À 12 h 30, il vint."),
        DateCase("Trois jours durant, il dormit."), DateCase("Il compte 2000 membres."),
        DateCase("Elle a été belle."), DateCase("Le lendemain, il partit."),
    ])
    func `Traps`(example: DateCase) throws { try example.check(in: .french) }
}
