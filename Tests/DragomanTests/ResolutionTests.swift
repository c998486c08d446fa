import Lexicon
import SeededRandom
import Segmentation
import Testing

@testable import Dragoman

@Suite struct `Resolution` {
    private static let words = """
        John Mary Anna Smith Putin Lavrov Kono Taro J. Abe Merkel UN United Nations Acme Ltd Inc. Corporation Paris \
        US Japan Tokyo Congo Côte NATO Security Council SC de
        """.split(separator: " ").map(String.init)

    /// Random names, one to four words each, with `and` or the start of a sentence between them.
    private func document(
        _ random: inout some RandomNumberGenerator
    ) -> (text: String, counts: [(words: Int, label: Label)]) {
        var text = ""
        var counts: [(Int, Label)] = []
        for _ in 0..<Int.random(in: 1...40, using: &random) {
            let count = [1, 1, 1, 2, 2, 3, 4].randomElement(using: &random) ?? 1
            let words = (0..<count).map { _ in Self.words.randomElement(using: &random) ?? "" }
            let gap = ["  ", " ", " ", " ", "\n"].randomElement(using: &random) ?? " "
            text += words.joined(separator: gap) + " and "
            let label: [Label] = [.person, .person, .place, .organization]
            counts.append((count, label.randomElement(using: &random) ?? .person))
        }
        return (text, counts)
    }

    @Test func `The fast way joins names as the plain way does`() throws {
        var random = SplitMix64(seed: 7)
        let lexicon = try Extractor().lexicon
        let segmenter = try Segmenter()
        let known = ResolutionFacts(lexicon: lexicon, rules: [])
        var resolver = EntityResolver()
        var text = TokenBuffer()
        var hits = HitBuffer()
        for round in 0..<400 {
            let (string, counts) = document(&random)
            segmenter.segment(string, into: &text)
            lexicon.findHits(in: text, into: &hits)
            var names: [NameSpan] = []
            var token = 0
            for (_, label) in counts {
                let start = token
                while text.text(at: token) != "and" { token += 1 }
                names.append(NameSpan(tokens: start..<token, kind: label))
                token += 1
            }
            let anchor = round % 3 == 0 ? nil : "2019-02-12"
            resolver.resolve(names, anchor: anchor, text, hits, known)
            let plain = NaiveResolver(text: text, hits: hits, lexicon: lexicon, anchor: anchor)
                .resolve(names)
            #expect(groups(of: resolver, names) == plain, "\(string)")
        }
    }

    private func groups(
        of resolver: EntityResolver, _ names: [NameSpan]
    ) -> [NaiveResolver.Group] {
        (0..<resolver.groups.count).map { number in
            let facts = resolver.groups.facts(of: number, resolver.memory)
            return NaiveResolver.Group(
                label: resolver.groups.groups[number].label, name: facts.name,
                ids: facts.ids.map(\.value),
                members: names.indices.filter { resolver.groups.ofName[$0] == number })
        }.sorted { $0.members[0] < $1.members[0] }
    }

    @Test(arguments: [
        ("United Nations", "United\nNations", true),
        ("United Nations", "United \t\r\n Nations", true),
        ("United Nations", "United\u{A0}Nations", false),
        // Phrases end with the paragraph.
        ("United Nations", "United\n\nNations", false),
        // A mark may make one letter with a blank, but not with a line end.
        ("Côte d", "Côte\nd", false), ("A \u{301}b", "A\n\u{301}b", false),
        ("UN Security Council", "UN Security\nCouncil", true), ("U S", "US", false),
    ])
    func `A name that a line end cuts is the same name`(
        plain: String, cut: String, isSame: Bool
    ) throws {
        let segmenter = try Segmenter()
        var memo = SpelledMemo<String>()
        var text = TokenBuffer()
        var numbers: [Int] = []
        for name in [plain, cut, cut] {
            segmenter.segment("Of \(name)", into: &text)
            _ = memo.prepare(for: text)
            numbers.append(memo.number(of: 1..<text.tokens.count, 0, text) { name })
        }
        #expect((numbers[0] == numbers[1]) == isSame)
        #expect(!isSame || numbers[1] == numbers[2])
    }

    @Test func `What is remembered of a span does not depend on what was met before`() throws {
        var random = SplitMix64(seed: 3)
        let segmenter = try Segmenter()
        var memo = SpelledMemo<String>(limit: 20)
        var text = TokenBuffer()
        for _ in 0..<300 {
            segmenter.segment(document(&random).text, into: &text)
            _ = memo.prepare(for: text)
            for _ in 0..<30 {
                let start = Int.random(in: 0..<text.tokens.count, using: &random)
                let tokens =
                    start..<min(
                        text.tokens.count, start + Int.random(in: 1...5, using: &random))
                let salt = UInt32.random(in: 0...1, using: &random)
                let number = memo.number(of: tokens, salt, text) {
                    "\(salt) " + text.name(of: tokens)
                }
                #expect(memo[number] == "\(salt) " + text.name(of: tokens))
            }
        }
    }

    @Test func `A name is written with single blanks, whatever stands between its words`() throws {
        var random = SplitMix64(seed: 11)
        let segmenter = try Segmenter()
        var text = TokenBuffer()
        let gaps = [" ", "  ", "\n", "\r\n", "\t", "\u{A0}", "\u{2028}", "", "-", "\n\n", "'s "]
        for _ in 0..<500 {
            let string = (0..<6).map { _ in
                let word = Self.words.randomElement(using: &random) ?? ""
                return word + (gaps.randomElement(using: &random) ?? "")
            }.joined()
            segmenter.segment(string, into: &text)
            let start = Int.random(in: 0..<text.tokens.count, using: &random)
            let tokens = start..<Int.random(in: start + 1...text.tokens.count, using: &random)
            let plain = text.text(of: tokens).split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
            #expect(text.name(of: tokens) == plain)
        }
    }

    @Test func `Keys of a table come back, and none from the document before`() {
        var random = SplitMix64(seed: 5)
        var table = KeyTable()
        for _ in 0..<50 {
            table.removeAll()
            var expected: [UInt64: Int] = [:]
            for _ in 0..<Int.random(in: 0...200, using: &random) {
                let key = UInt64.random(in: 0...300, using: &random)
                #expect(table.value(of: key) == expected[key])
                if Bool.random(using: &random) {
                    table.setFirst(key, to: expected.count)
                    expected[key] = expected[key] ?? expected.count
                } else {
                    table.set(key, to: -1)
                    expected[key] = -1
                }
            }
            #expect(table.count == expected.count)
        }
    }
}
