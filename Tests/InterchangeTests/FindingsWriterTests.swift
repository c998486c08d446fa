import Dragoman
import Foundation
import SeededRandom
import Segmentation
import Testing

@testable import Interchange

@Suite("What was found is written as the document made of it")
struct FindingsWriterTests {
    private static let extractors = Result {
        try [false, true].map { nested in
            var options = Extractor.Options()
            options.labels = Set(Label.allCases)
            options.nested = nested
            return try Extractor(options: options)
        }
    }

    /// The texts of this project, and one with what they lack.
    static let texts: [String] = {
        let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Fixtures")
        let files = FileManager.default.enumerator(at: fixtures, includingPropertiesForKeys: nil)
        let paths = (files?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "txt" }
        return paths.sorted { $0.path < $1.path }.compactMap {
            try? String(contentsOf: $0, encoding: .utf8)
        } + [
            "", "Nothing.", "Mr. B. and J. came.",
            """
            Côte d’Ivoire\u{A0}– “São\u{2028}Tomé” — 😀 Foreign\tMinister Taro Kono and Japanese Prime Minister Shinzo \
            Abe met Sergey Lavrov at 10 a.m. on 05/06/2019 for two weeks, twice a week, over the past two years, from 1950 to 1952, on 25 October (7 November) 1917, in Showa 20; the treaty of peace between \
            Japan and Russia was signed on 3 May 1957 (UN Treaty Series, vol. 12, p. 34) and ratified in early June 1958. \
            The Soviet–Japanese Joint Declaration of 1955 and the University of Tokyo in Tokyo, Japan.
            """,
        ]
    }()

    @Test("All texts, twice, in every unit", arguments: OffsetUnit.allCases)
    func all(unit: OffsetUnit) throws {
        for extractor in try Self.extractors.get() {
            for writer in [JSONDocumentWriter(unit: unit), .init(unit: unit, pretty: true)] {
                for text in Self.texts + Self.texts {
                    expectSame(text, writer, extractor)
                }
            }
        }
    }

    @Test("Numbers", arguments: 0..<40)
    func numbers(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var buffer = ByteBuffer()
        for digits in 0..<10 {
            for _ in 0..<20 {
                let limit = (0..<digits).reduce(UInt64(1)) { sum, _ in sum * 10 }
                let number = Int32(clamping: random.next() % limit)
                buffer.removeAll()
                buffer.write(room: 16) { $0.put(number) }
                #expect(buffer.array == Array(String(number).utf8))
            }
        }
    }

    private func expectSame(
        _ text: String, _ writer: JSONDocumentWriter, _ extractor: Extractor
    ) {
        let document = extractor.extract(text, id: "a\"b", date: "2019-02-30")
        var output = ByteBuffer()
        var text = text
        text.withUTF8 { utf8 in
            let parsed = ParsedDocument(id: "a\"b", date: "2019-02-30", utf8: utf8)
            writer.write(parsed, from: extractor, to: &output)
        }
        #expect(
            String(decoding: output.array, as: UTF8.self)
                == String(decoding: writer.write(document), as: UTF8.self))
    }
}
