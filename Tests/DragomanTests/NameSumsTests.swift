import Foundation
import Lexicon
import Segmentation
import Testing

@testable import Dragoman

@Suite("Sums by form are the sums of the features one by one")
struct NameSumsTests {
    private static let extractor = Result { try Extractor() }

    static let texts: [String] =
        Dispatch.all.map(\.text) + [
            "", ".", "Kono", "the",
            "PARIS 1996-08-22\nSoccer - Ajax 2 Feyenoord 1\nGoal: Kluivert 12",
            "Apple Inc. and J. P. Morgan & Co. met U.S. Sen. John F. Kennedy Jr. in St. Louis, Mo.",
            "東京 Tokyo العربية Москва ÉCOLE Müller's 12,000 C++ @home #tag", "New York, New York",
            "THE PRIME MINISTER OF THE UNITED KINGDOM MET THE PRESIDENT OF FRANCE IN LONDON",
        ]

    @Test("in every window", arguments: texts)
    func sums(text: String) throws {
        let extractor = try Self.extractor.get()
        let knowledge = extractor.pipeline.names
        let finder = NameFinder(knowledge)
        var text = text
        text.withUTF8 { utf8 in
            extractor.extraction(of: utf8, date: nil) { extraction in
                let dates = extraction.dates().found.map(\.tokens)
                MarkedText.with(extraction.tokens, extraction.hits, dates: dates) { marked in
                    finder.read(marked, extraction.tokens)
                    let lister = NameFeatureLister(
                        text: marked, knowledge: knowledge, isSport: finder.isSport,
                        windows: finder.windows)
                    var base = 0
                    for window in finder.windows {
                        for (offset, features) in lister.features(window).enumerated() {
                            let plain = features.reduce(into: NameVector()) {
                                $0 &+= knowledge.model.row($1)
                            }
                            #expect(finder.emissions.sums[base + offset] == plain)
                        }
                        base += window.count
                    }
                    #expect(base == finder.emissions.sums.count)
                }
            }
        }
    }
}

@Suite("The file of weights")
struct NameWeightsTests {
    private let file = """
        # A comment.
        from:O\tO:12\tB-PERSON:-40
        bias\tO:100
        given[0]\tU-PERSON:35
        is:edge[-2]\tO:-7
        before:the+capitalWord\tU-ORGANIZATION:5
        mark:B-company[0]\tB-ORGANIZATION:150
        word[-1]=spokesman\tB-PERSON:112\tU-PERSON:87
        shape[0]=cxcx\tL-PERSON:9
        """

    @Test("is what is read again from the model that it makes")
    func rows() throws {
        let weights = try NameWeights(text: file)
        let model = try NameModel(weights: weights)
        for (id, row) in weights.rows { #expect(model.row(NameFeature(known: id)) == row) }
        #expect(model.transitions(from: 0)[0] == 12)
        #expect(model.transitions(from: 0)[NameTag.tag(.begin, 0)] == -40)
        let again = try NameWeights(text: weights.lines())
        #expect(again.rows == weights.rows && again.transitions == weights.transitions)
    }

    @Test(
        "says which line is wrong",
        arguments: [
            ("bias\tO:1\nnonsense\tO:1", 2), ("bias\tX:1", 1), ("bias\tO:one", 1),
            ("\n\nbias\tO:100000", 3), ("word[9]=a\tO:1", 1),
        ])
    func wrong(text: String, line: Int) throws {
        let error = #expect(throws: ExtractorError.self) { try NameWeights(text: text) }
        guard case .weights(let number, _) = error else {
            Issue.record("another error")
            return
        }
        #expect(number == line)
    }
}

@Suite("A model in a damaged image")
struct NameModelTests {
    /// What ``NameWeights`` makes, and what is done to it.
    private func damaged(_ change: (inout [UInt8]) -> Void) throws -> [UInt8] {
        var bytes = try NameWeights(text: "word[0]=oslo\tU-PLACE:100").compiled()
        change(&bytes)
        return bytes
    }

    @Test("is refused when look-ups would never end, when it is cut short or of another shape")
    func refused() throws {
        let (slots, filter) = (1_024 * 8, 64 * 8)
        let damages: [(inout [UInt8]) -> Void] = [
            { bytes in
                let end = bytes.count - filter
                for index in end - slots..<end { bytes[index] = 1 }
            },
            { $0.removeLast(8) }, { $0 = Array($0.prefix(16)) }, { $0[0] ^= 1 },
            {
                $0[4] = 3
                $0[5] = 0
            },
            // A filter of no size that look-ups can use, or of one that the bytes have not.
            { $0[8] = 0 }, { $0[8] = 63 }, { $0[8] = 128 },
        ]
        for damage in damages {
            let bytes = try damaged(damage)
            #expect(throws: ExtractorError.self) { try NameModel(bytes: bytes) }
        }
        #expect(throws: Never.self) { try NameModel(bytes: damaged { _ in }) }
    }
}

@Suite("Windows are where names may stand")
struct NameWindowsTests {
    @Test(
        "runs of capitals with small words between",
        arguments: [
            (
                "He met the Ministry of Foreign Affairs of Japan today.",
                ["Ministry of Foreign Affairs of Japan"]
            ),
            ("The government left. However they stayed.", []),
            ("The Hague slept.", ["The Hague"]),
            ("In Oslo it rained, in Rome it snowed.", ["In Oslo", "Rome"]),
            ("It bought Acme Inc. yesterday.", ["Acme Inc."]),
            ("Words alone are here.", ["Words"]),
            ("no capitals at all", []),
            ("Is there a planet B?", ["B"]),
            ("They asked J. K. Rowling twice.", ["J. K. Rowling"]),
        ])
    func windows(text: String, expected: [String]) throws {
        let extractor = try Extractor()
        let finder = NameFinder(extractor.pipeline.names)
        var text = text
        let found = text.withUTF8 { utf8 in
            extractor.extraction(of: utf8, date: nil) { extraction in
                MarkedText.with(extraction.tokens, extraction.hits, dates: []) { marked in
                    finder.read(marked, extraction.tokens)
                    return finder.windows.map { extraction.tokens.text(of: $0.tokens) }
                }
            }
        }
        #expect(found == expected)
    }
}
