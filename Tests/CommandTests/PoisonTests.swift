import Foundation
import Testing

@Suite("A poisoned document changes nothing in those beside it")
struct PoisonTests {
    /// Documents as they should be.
    static let good = (0..<8).map { number in
        Fixtures.line(
            "good \(number)",
            "Foreign Minister Taro Kono met Sergey Lavrov in Munich on \(number + 1) May 2019; Kono left."
        )
    }

    /// Lines that no reader can make a document of.
    static let broken = [
        "{", "[]", "\u{FEFF}", "{\"text\":1}", "{\"text\":\"a\"}}", "{\"id\":[],\"text\":\"a\"}",
        "\u{0}",
        "{\"text\":\"\u{1}\"}", String(repeating: "[", count: 10_000), "{\"text\":\"\\ud800\\",
        "nul",
    ]

    /// Texts that readers, tokens, rules and names may stumble over, and all that fuzzing found or starts from.
    static let hostile: [String] = {
        let units = [
            "[", "(", "“", "a.", "1,", "and ", "Mr. ", "U.S. ", "\u{301}", "\u{200D}", "👩\u{200D}",
            "🇫", "\u{202E}",
            "\0", "\n", "\r\n\u{85}", "1939-", "of the ", "Treaty of ", "A", "İ", "東", "ไ",
            "\u{FFFD}",
        ]
        var texts = units.map { String(repeating: $0, count: 2000 / $0.utf8.count) }
        for path in Fixtures.files(below: "Tests/Fixtures", "Tests/Fuzz/Seeds", "Tests/Fuzz/Finds")
        {
            let bytes = FileManager.default.contents(atPath: path) ?? Data()
            if bytes.count <= 1 << 14 { texts.append(String(decoding: bytes, as: UTF8.self)) }
        }
        return texts
    }()

    static let alone: [Substring] = {
        let result = try? Tool.run(
            ["--input", "jsonl"], input: Data(good.joined(separator: "\n").utf8))
        return result?.out.split(separator: "\n") ?? []
    }()

    @Test(
        "Bad lines are named, exit 1, and the others come out as they would without them",
        arguments: ["1", "3"])
    func broken(jobs: String) throws {
        #expect(Self.alone.count == Self.good.count)
        var lines: [String] = []
        var bad: [Int] = []
        for (number, line) in Self.broken.enumerated() {
            lines.append(Self.good[number % Self.good.count])
            bad.append(lines.count + 1)
            lines.append(line)
        }
        let result = try Tool.run(
            ["--input", "jsonl", "--jobs", jobs], input: Data(lines.joined(separator: "\n").utf8))
        #expect(result.code == 1)
        let named = result.err.split(separator: "\n").map {
            $0.split(separator: ":").dropFirst(2).first.flatMap { Int($0) }
        }
        #expect(named == bad)
        let expected = Self.broken.indices.map { Self.alone[$0 % Self.good.count] }
        #expect(result.out.split(separator: "\n") == expected)
    }

    @Test(
        "Hostile texts beside others, in any order and by any number of workers, each as alone",
        arguments: ["1", "3"])
    func hostile(jobs: String) throws {
        #expect(Self.hostile.count > 60)
        var generator = SystemRandomNumberGenerator()
        var lines = Self.hostile.enumerated().map { Fixtures.line("bad \($0)", $1) }
        let first = try run(lines + Self.good, jobs)
        lines.shuffle(using: &generator)
        let second = try run((lines + Self.good).shuffled(using: &generator), jobs)
        #expect(first == second && first.count == lines.count + Self.good.count)
        for line in Self.alone { #expect(second.contains(String(line))) }
    }

    private func run(_ lines: [String], _ jobs: String) throws -> Set<String> {
        let result = try Tool.run(
            ["--input", "jsonl", "--nested", "--jobs", jobs],
            input: Data(lines.joined(separator: "\n").utf8))
        #expect(result.code == 0 && result.err == "")
        return Set(result.out.split(separator: "\n").map(String.init))
    }

    @Test("Files of any bytes beside others: each is a document, and the others are as alone")
    func files() throws {
        let paths = Fixtures.files(below: "Tests/Fuzz/Seeds", "Tests/Fuzz/Finds").prefix(400)
        let files = try [
            Data([0xFF, 0xFE, 0x41]), Data([0xED, 0xA0, 0x80]), Data(), Data([0x1F, 0x8B]),
        ]
        .map { try Scratch($0) }
        let good = try Scratch("Taro Kono left Munich.")
        let alone = try Tool.run([good.path])
        let all = [good.path] + files.map(\.path) + paths + [good.path]
        let result = try Tool.run(all)
        let out = result.out.split(separator: "\n")
        #expect(out.first.map { $0 + "\n" } == alone.out[...] && out.first == out.last)
        let complaints = result.err.split(separator: "\n")
        #expect(out.count + complaints.count == all.count)
        #expect(result.code == (complaints.isEmpty ? 0 : 1))
        withExtendedLifetime((files, good)) {}
    }
}
