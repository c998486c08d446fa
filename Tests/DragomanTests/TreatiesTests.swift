import Testing

@testable import Dragoman

@Suite struct `Treaties in text` {
    let harness: TreatiesHarness

    init() throws { harness = try TreatiesHarness.shared.get() }

    @Test func `every rule's examples and counter-examples hold`() throws {
        #expect(try harness.brokenRules() == [])
    }

    @Test(arguments: [
        "They signed the [Vienna Convention on the Law of Treaties].",
        "The 1951 [Convention relating to the Status of Refugees] and its 1967 [Protocol] apply.",
        "It withdrew from the [INF Treaty] and let [New START] lapse.",
        "The 1972 [Anti-Ballistic Missile Treaty] was ended.",
        "Under Article 5 of the [North Atlantic Treaty] an attack on one is an attack on all.",
        "The [Khartoum peace agreement] was signed in Nairobi.",
        "The [Sino-Soviet treaty of friendship] was not renewed.",
        "They negotiated a [treaty on the prohibition of chemical weapons] for years.",
        "The parties to the [Convention] met.",
        "We want a [comprehensive test-ban treaty] soon.",
        "The [Treaty of Westphalia] and the [Good Friday Agreement] ended wars.",
        "The [Optional Protocol to the Convention on the Rights of the Child] was adopted.",
    ])
    func `names and descriptions`(_ example: String) throws {
        let (text, spans) = Self.bracketed(example)
        #expect(try harness.find(text).mentions.map(\.text) == spans)
    }

    @Test(arguments: [
        "Spain agreed on a [forest treaty] with us.",
        "They want a [treaty] banning all nuclear tests.",
        "In 1975 an [agreement] was signed in Algeria between Iran and Iraq.",
        "The [agreement] between Egypt and Israel is a new element.",
        "Under the 1897 [treaty] the border of Guyana ran there.",
        "The [Oslo and Wye River accords] failed, and so did the [SALT I and II agreements].",
        "The ideals of our [Charter]—peace and justice—bind Peru.",
        "We welcome the historic [Treaty on the Prohibition of Nuclear Weapons].",
        "Peru needs an [international convention] to fight corruption.",
        "Attached is an [agreement on the withdrawal of troops], signed in Moscow by Hungary.",
        "The [Treaty of Peace and Friendship between China and Japan] was signed.",
        "The [Comprehensive Peace Agreement] ([CPA]) holds. Sudan kept the [CPA].",
        "The [tripartite declaration] signed by Morocco is kept.",
    ])
    func `bare nouns, verbs after them, pairs and abbreviations`(_ example: String) throws {
        let (text, spans) = Self.bracketed(example)
        #expect(try harness.find(text).mentions.map(\.text) == spans)
    }

    @Test(arguments: [
        "The company signed an agreement with its bank.",
        "Each side may leave on three months' notice by agreement.",
        "The final declaration of the conference was long.",
        "They agreed on the date of the treaty-making conference.",
        "Ministers reached an agreement to end the strike.",
    ])
    func `consent, contracts and conference papers`(_ text: String) throws {
        #expect(try harness.find(text).mentions.map(\.text) == [])
    }

    @Test func `a description whose words are not those of a treaty is not that treaty`() throws {
        let found = try harness.find(
            "The Antarctic Treaty holds. The test-ban treaty and the new treaty do not.")
        #expect(Set(found.records).count == 3)
    }

    @Test func `each abbreviation means what it was introduced for, from there on`() throws {
        let found = try harness.find(
            """
            The NPA was unknown. They signed the Nairobi Peace Agreement (NPA) and the Lagos Trade Agreement (LTA). \
            The LTA expired, the NPA did not.
            """)
        #expect(
            found.mentions.map(\.text) == [
                "Nairobi Peace Agreement", "NPA", "Lagos Trade Agreement", "LTA", "LTA", "NPA",
            ])
        #expect(found.records == [0, 0, 1, 1, 1, 0])
    }

    @Test func `an agreement between others is not the one said before`() throws {
        let found = try harness.find(
            "The Lima agreements hold. The agreement between Egypt and Israel is new.")
        #expect(found.records == [0, 1])
    }

    @Test func `our Charter is that of the Organization even after another`() throws {
        let found = try harness.find(
            "The Charter of Economic Rights and Duties of States is ours. Our Charter binds us.")
        #expect(found.mentions.last?.name == "Charter of the United Nations")
    }

    @Test(arguments: [
        "They reached an agreement to meet again in Paris.",
        "The agreement to galvanize talks was reached.",
        "The Republican National Convention nominated her.",
        "The chief of protocol greeted the guests in the hall.",
        "Resolution 242 and the Universal Declaration of Human Rights were cited.",
        "The Antarctic Treaty Secretariat sits in Buenos Aires.",
        "A government memorandum dated 1960 was published.",
        "A charter flight left from Geneva.",
        "START HERE NOW",
        "The Government of India accords priority to growth.",
        "Warsaw Pact troops crossed the border.",
        "By mutual agreement the treaty obligations were dropped.",
    ])
    func `what is no treaty`(_ text: String) throws {
        #expect(try harness.find(text).mentions.map(\.text) == [])
    }

    @Test(arguments: [
        ("The Treaty of Paris of 1763 ended the war.", "Treaty of Paris", "1763-02-10"),
        ("The Treaty of Paris of 1898 ended the war.", "Treaty of Paris", "1898-12-10"),
        (
            "Japan and the Soviet Union issued the Joint Declaration of 19 October 1956.",
            "Soviet–Japanese Joint Declaration of 1956", "1956-10-19"
        ),
        (
            "China and Britain issued the Joint Declaration in 1984.",
            "Sino-British Joint Declaration", "1984-12-19"
        ),
        (
            "The treaty on security signed between Japan and the US in 1960 provoked protests.",
            "Treaty of Mutual Cooperation and Security between the United States and Japan",
            "1960-01-19"
        ),
        (
            "Israel and Jordan signed the peace treaty in 1994.", "Israel–Jordan Peace Treaty",
            "1994-10-26"
        ),
    ])
    func `name, date and parties decide which is meant`(
        _ text: String, _ name: String, _ signed: String
    ) throws {
        let entity = try #require(try harness.find(text).entities.first)
        #expect(entity.name == name)
        #expect(entity.record.signed == signed)
        #expect(entity.inLexicon)
    }

    @Test func `a name that several share and nothing decides is left alone`() throws {
        let entity = try #require(try harness.find("He read the Treaty of Paris.").entities.first)
        #expect(!entity.inLexicon)
        #expect(entity.record.signed == nil)
    }

    @Test func `a treaty of a later year is not meant`() throws {
        let text = "We welcome the Paris Agreement."
        #expect(try harness.find(text, year: 2018).entities.first?.inLexicon == true)
        #expect(try harness.find(text, year: 1974).entities.first?.inLexicon == false)
    }

    @Test func `the Charter alone is that of the United Nations, unless another was named`() throws
    {
        let alone = try harness.find("The purposes of the Charter bind us all.")
        #expect(alone.mentions.map(\.name) == ["Charter of the United Nations"])
        let other = try harness.find(
            "The African Charter on Human and Peoples' Rights is old. Parties to the Charter met.")
        #expect(Set(other.records) == [0])
    }

    @Test func `anaphors join what they point back to`() throws {
        let found = try harness.find(
            "The Kyoto Protocol expired. Some kept the Protocol, and the protocol kept some. "
                + "Israel and Syria reached the agreement in a hotel.")
        #expect(found.mentions.map(\.mention) == [.name, .anaphor, .anaphor])
        #expect(Set(found.records) == [0])
    }

    static func bracketed(_ example: String) -> (text: String, spans: [String]) {
        var text = ""
        var spans: [String] = []
        var open: String?
        for character in example {
            switch character {
            case "[": open = ""
            case "]":
                spans.append(open ?? "")
                open = nil
            default:
                text.append(character)
                open?.append(character)
            }
        }
        return (text, spans)
    }
}
