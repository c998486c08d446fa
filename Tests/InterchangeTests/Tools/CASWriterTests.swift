import Dragoman
import Testing

@testable import Interchange

@Suite("UIMA's JSON CAS")
struct CASWriterTests {
    private static func structures(_ document: Document, _ type: String) throws -> [JSONValue] {
        let cas = try JSONReader.read(CASDocumentWriter().write(document))
        return (cas["%FEATURE_STRUCTURES"]?.array ?? []).filter {
            $0["%TYPE"]?.string?.hasSuffix(".\(type)") == true
        }
    }

    private static func spans(_ structures: [JSONValue]) -> [[Int?]] {
        structures.map { [$0["begin"]?.integer, $0["end"]?.integer] }
    }

    @Test("Offsets count in UTF-16; nested names and dates are there")
    func mentions() throws {
        let named = try Self.structures(Samples.hard, "NamedEntity")
        #expect(Self.spans(named) == [[4, 13], [31, 45], [31, 39], [47, 51], [53, 57]])
        let identifiers = named.map { $0["identifier"]?.string }
        let taro = "http://www.wikidata.org/entity/Q1"
        #expect(identifiers == [taro, nil, "https://sws.geonames.org/7/", nil, taro])
        let times = try Self.structures(Samples.hard, "Timex3")
        #expect(Self.spans(times) == [[47, 51]])
        #expect(times[0]["timexValue"]?.string == "1960")
    }

    @Test("A chain leads from link to link")
    func chain() throws {
        let chain = try Self.structures(Samples.hard, "CoreferenceChain")
        let links = try Self.structures(Samples.hard, "CoreferenceLink")
        #expect(Self.spans(links) == [[4, 13], [53, 57]])
        #expect(chain.count == 1 && chain[0]["@first"] == links[0]["%ID"])
        #expect(links[0]["@next"] == links[1]["%ID"])
        #expect(links[1]["@next"] == nil)
    }

    @Test("What is numbered is a member of the view, but for the text")
    func members() throws {
        let cas = try JSONReader.read(CASDocumentWriter().write(Samples.hard))
        let ids = (cas["%FEATURE_STRUCTURES"]?.array ?? []).map { $0["%ID"]?.integer }
        #expect(ids == Array(1...ids.count))
        let members = cas["%VIEWS"]?["_InitialView"]?["%MEMBERS"]?.array ?? []
        #expect(members.map(\.integer) == Array(ids.dropFirst()))
    }

    @Test("Every type that is used is said, with every feature")
    func types() throws {
        let cas = try JSONReader.read(CASDocumentWriter().write(Samples.hard))
        for structure in (cas["%FEATURE_STRUCTURES"]?.array ?? []).dropFirst() {
            let type = cas["%TYPES"]?[structure["%TYPE"]?.string ?? ""]
            let inherited = ["%ID", "%TYPE", "@sofa", "begin", "end", "language"]
            guard case .object(let members) = structure else { continue }
            for (name, _) in members where !inherited.contains(name) {
                #expect(type?[name.replacing("@", with: "")] != nil, "\(name)")
            }
        }
    }

    @Test("A document without text has only what says whose it is")
    func empty() throws {
        let cas = try JSONReader.read(CASDocumentWriter().write(Document(text: "")))
        let structures = cas["%FEATURE_STRUCTURES"]?.array ?? []
        #expect(structures.map { $0["sofaString"]?.string } == ["", nil])
        #expect(Self.spans(Array(structures.dropFirst())) == [[0, 0]])
    }
}
