import Dragoman
import Foundation
import FoundationXML
import SeededRandom
import Testing

@testable import Interchange

@Suite("TimeML: an XML parser reads it, and finds the text in it")
struct TimeMLWriterTests {
    @Test("The elements and attributes, in their order")
    func elements() {
        #expect(
            String(decoding: TimeMLDocumentWriter().write(WriterTests.document), as: UTF8.self)
                == """
                <?xml version="1.0" encoding="UTF-8"?><TimeML><DOCID>a&#9;b</DOCID><DCT>\
                <TIMEX3 tid="t0" type="DATE" value="1961-01-01" temporalFunction="false" \
                functionInDocument="CREATION_TIME">1961-01-01</TIMEX3></DCT><TEXT>😀 Kono, \
                <TIMEX3 tid="t1" type="DATE" value="1960">1960</TIMEX3>.</TEXT></TimeML>

                """)
    }

    @Test("Any text comes back byte for byte", arguments: 0..<300)
    func random(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let text = String(
            decoding: TextBytesTests.bytes(&random, valid: true) + Array(Self.awkward.utf8),
            as: UTF8.self)
        var document = Document(id: text, text: text)
        var start = 0
        let ends = text.unicodeScalars.indices.map {
            text.utf8.distance(from: text.startIndex, to: $0)
        }
        for end in ends where Int(random.next() % 5) == 0 && end > start {
            document.mentions.append(Self.mention(start..<end))
            start = end
        }
        for keepsLines in [false, true] {
            let xml = TimeMLDocumentWriter(keepsLines: keepsLines).write(document)
            let parsed = try #require(ParsedTimeML(xml))
            #expect(Array(parsed.text.utf8) == Array(text.utf8))
            #expect(parsed.timexes.count == document.mentions.count)
            #expect(parsed.hasUniqueIDs)
            if !keepsLines { #expect(xml.firstIndex(of: 0x0A) == xml.count - 1) }
        }
    }

    @Test("What XML cannot write is named, and the offsets of the rest stay")
    func controls() throws {
        let text = "a\0b\u{C}c\u{FFFE}\u{FFFF}\u{FFFD}\u{FFFC}\u{7F}\u{85}\u{2028}\r\n\rd"
        let parsed = try #require(
            ParsedTimeML(TimeMLDocumentWriter().write(Document(text: text))))
        #expect(Array(parsed.text.utf8) == Array(text.utf8))
        #expect(parsed.plainText.unicodeScalars.count == text.unicodeScalars.count)
        #expect(parsed.plainText.hasPrefix("a\u{FFFD}b\u{FFFD}c\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFC}"))
    }

    @Test("Of mentions that overlap the first is written, and names are not")
    func overlaps() throws {
        var document = Document(text: "0123456789")
        document.mentions = [
            Mention(utf8Range: 0..<9, label: .treaty, rule: "treaty"), Self.mention(1..<4),
            Self.mention(1..<2), Self.mention(3..<6), Self.mention(4..<5), Self.mention(8..<20),
        ]
        let parsed = try #require(ParsedTimeML(TimeMLDocumentWriter().write(document)))
        #expect(parsed.mentions.map(\.text) == ["123", "4", "89"])
        #expect(parsed.text == document.text)
    }

    @Test(
        "Sets say how often, lengths of time where they lie, relative dates what they count from",
        arguments: [
            (
                "He comes twice a year.",
                #"He comes <TIMEX3 tid="t1" type="SET" value="P1Y" freq="2X">twice a year</TIMEX3>."#
            ),
            (
                "He came every Friday.",
                #"He came <TIMEX3 tid="t1" type="SET" value="XXXX-WXX-5" quant="EVERY">every Friday</TIMEX3>."#
            ),
            (
                "He left on Monday.",
                #"He left on <TIMEX3 tid="t1" type="DATE" value="2019-02-11" temporalFunction="true" anchorTimeID="t0">Monday</TIMEX3>."#
            ),
            (
                "He left in May 1956; two years later he came.",
                #"He left in <TIMEX3 tid="t1" type="DATE" value="1956-05">May 1956</TIMEX3>; <TIMEX3 tid="t2" type="DATE" value="1958" temporalFunction="true" anchorTimeID="t1">two years later</TIMEX3> he came."#
            ),
            (
                "Over the past five years it grew.",
                #"Over <TIMEX3 tid="t1" type="DURATION" value="P5Y" beginPoint="t2" endPoint="t0">the past five years</TIMEX3><TIMEX3 tid="t2" type="DATE" value="2014" temporalFunction="true"/> it grew."#
            ),
            (
                "In June 1915 and the first six months of 1915.",
                #"In <TIMEX3 tid="t1" type="DATE" value="1915-06">June 1915</TIMEX3> and <TIMEX3 tid="t2" type="DURATION" value="P6M" beginPoint="t3" endPoint="t1">the first six months of 1915</TIMEX3><TIMEX3 tid="t3" type="DATE" value="1915-01" temporalFunction="true"/>."#
            ),
        ])
    func attributes(text: String, expected: String) throws {
        let extractor = try Self.extractor(.timeml).get()
        let xml = TimeMLDocumentWriter().write(extractor.extract(text, date: "2019-02-12"))
        let written = String(decoding: xml, as: UTF8.self)
        #expect(written.contains("<TEXT>\(expected)</TEXT>"), "\(written)")
        #expect(ParsedTimeML(xml)?.unknownReferences == [])
    }

    private static func extractor(_ profile: DateProfile) -> Result<Extractor, any Error> {
        Result {
            var options = Extractor.Options()
            options.labels = [.date, .time, .duration, .set]
            options.dateProfile = profile
            return try Extractor(options: options)
        }
    }

    @Test("The texts of this project, extracted")
    func extracted() throws {
        for profile in DateProfile.allCases {
            let extractor = try Self.extractor(profile).get()
            for text in FindingsWriterTests.texts {
                let document = extractor.extract(text, date: "2019-02-12")
                let parsed = try #require(ParsedTimeML(TimeMLDocumentWriter().write(document)))
                #expect(parsed.text == text)
                #expect(
                    parsed.mentions.map(\.text) == document.mentions.map { document.text(of: $0) })
                #expect(
                    parsed.mentions.map { $0["value"] } == document.mentions.map { $0.date?.timex })
                #expect(parsed.hasUniqueIDs && parsed.unknownReferences.isEmpty)
            }
        }
    }

    private static func mention(_ range: Range<Int>) -> Mention {
        Mention(
            utf8Range: range, label: .date,
            date: DateValue(type: "DATE", timex: "<\"&\n\0>", mod: "END", resolution: .anchored),
            rule: "date")
    }

    private static let awkward = "]]> &amp; <x a=\"'\"> \r\n\r\n\t\u{1}\u{1F}\u{FFFF}"
}

/// A TimeML document as an XML parser sees it.
final class ParsedTimeML: NSObject, XMLParserDelegate {
    struct Timex {
        var attributes: [String: String]
        var text = Substring()

        subscript(name: String) -> String? { attributes[name] }
    }

    /// The content of `TEXT`, stand-ins replaced by what they stand for.
    private(set) var text = ""
    /// The content of `TEXT` as it stands.
    private(set) var plainText = ""
    private(set) var timexes: [Timex] = []
    private(set) var creationTime: String?
    private var path: [String] = []
    private var standIn: Unicode.Scalar?
    private var start = 0

    /// `nil` if it is not well-formed.
    init?(_ xml: [UInt8]) {
        super.init()
        let parser = XMLParser(data: Data(xml))
        parser.delegate = self
        guard parser.parse() else { return nil }
    }

    var hasUniqueIDs: Bool {
        let ids = timexes.compactMap { $0["tid"] }
        return ids.count == timexes.count && Set(ids).count == ids.count
    }

    /// The mentions: not the times that are only referred to.
    var mentions: [Timex] { timexes.filter { !$0.text.isEmpty } }

    /// Ids that are referred to and not there.
    var unknownReferences: [String] {
        let ids = Set(timexes.compactMap { $0["tid"] } + (creationTime == nil ? [] : ["t0"]))
        return timexes.flatMap { timex in
            ["beginPoint", "endPoint", "anchorTimeID"].compactMap { timex[$0] }
        }.filter { !ids.contains($0) }
    }

    private var isInText: Bool { path.contains("TEXT") }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String] = [:]
    ) {
        path.append(name)
        guard name == "TIMEX3" else { return }
        if isInText {
            start = text.utf8.count
            timexes.append(Timex(attributes: attributes))
        } else if path.contains("DCT") {
            creationTime = attributes["value"]
        }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        path.removeLast()
        guard name == "TIMEX3", isInText else { return }
        timexes[timexes.count - 1].text = text[text.utf8.index(text.startIndex, offsetBy: start)...]
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        guard isInText else { return }
        plainText += string
        for scalar in string.unicodeScalars {
            text.unicodeScalars.append(standIn ?? scalar)
            standIn = nil
        }
    }

    func parser(
        _ parser: XMLParser, foundProcessingInstructionWithTarget target: String, data: String?
    ) {
        guard isInText, target == "char", let code = data?.dropFirst(2) else { return }
        standIn = UInt32(code, radix: 16).flatMap(Unicode.Scalar.init)
    }
}
