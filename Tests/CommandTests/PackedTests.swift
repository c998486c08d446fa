import Foundation
import Testing

@Suite("gzip and Zstandard input")
struct PackedTests {
    /// Lines with much beside the text that does not pack well.
    static let lines = (1...60).map { number in
        var state = UInt64(number)
        let padding = (0..<500).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return String(state >> 8, radix: 36)
        }
        return "{\"id\":\(number),\"text\":\"Taro Kono came.\",\"padding\":\"\(padding.joined())\"}"
    }
    static let halves = [
        lines[..<20].joined(separator: "\n") + "\n", lines[20...].joined(separator: "\n") + "\n",
    ]
    static let text = halves.joined()

    /// What a shell command makes of bytes.
    static func pipe(_ text: String, _ command: String) throws -> Data {
        let file = try Scratch(text)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "\(command) < \(file.path)"]
        let out = Pipe()
        process.standardOutput = out
        try process.run()
        let data = try out.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return data
    }

    static let packers = ["gzip -c", "zstd -qc"]

    static func run(_ data: Data, _ jobs: Int = 2) throws -> Tool.Result {
        try Tool.run(
            ["--input", "jsonl", "--output", "tsv", "--jobs", "\(jobs)"], input: data)
    }

    static let plain: Tool.Result? = try? run(Data(text.utf8))

    @Test("Packed lines are the same lines, in one piece or several", arguments: packers)
    func lines(packer: String) throws {
        let expected = try #require(Self.plain).out
        let whole = try Self.pipe(Self.text, packer)
        let parts = try Self.halves.map { try Self.pipe($0, packer) }.reduce(Data(), +)
        for data in [whole, parts] {
            for jobs in [1, 3] {
                let result = try Self.run(data, jobs)
                #expect(result.code == 0 && result.err == "" && result.out == expected)
            }
        }
    }

    @Test("A packed file is known by its bytes, whatever its name", arguments: packers)
    func file(packer: String) throws {
        let file = try Scratch("", ".txt")
        try Self.pipe("Taro Kono came to Munich.", packer).write(
            to: URL(fileURLWithPath: file.path))
        let result = try Tool.run([file.path])
        #expect(result.code == 0 && result.out.contains("\"text\":\"Taro Kono\""))
        let tokens = try Tool.run(["tokens", file.path])
        #expect(tokens.out.contains("\tKono\n"))
    }

    @Test("Zeros behind gzip data, as on tapes, are none of it")
    func padding() throws {
        let data = try Self.pipe(Self.text, "gzip -c") + Data(count: 10_000)
        let result = try Self.run(data)
        #expect(result.code == 0 && result.out == Self.plain?.out)
        let other = try Self.run(data + Data("x".utf8))
        #expect(other.code == 1 && other.out == Self.plain?.out)
        #expect(
            other.err
                == "dragoman: standard input: damaged gzip data: something else follows the gzip data\n"
        )
    }

    @Test(
        "Data cut off anywhere give the whole lines before the cut, and an error",
        arguments: packers)
    func truncated(packer: String) throws {
        let data = try Self.halves.map { try Self.pipe($0, packer) }.reduce(Data(), +)
        let expected = try #require(Self.plain).out
        let name = packer.hasPrefix("gzip") ? "gzip" : "Zstandard"
        for count in [5, 30, data.count / 2, data.count - 10, data.count - 1] {
            let result = try Self.run(data.prefix(count))
            #expect(result.code == 1)
            #expect(
                result.err == "dragoman: standard input: the \(name) data is cut off\n", "\(count)")
            #expect(expected.hasPrefix(result.out))
        }
        let text = try Tool.run([], input: data.prefix(data.count - 1))
        #expect(text.code == 1 && text.out == "")
    }

    @Test("Damaged data are an error, and what was before them is out", arguments: packers)
    func damaged(packer: String) throws {
        let first = try Self.pipe(Self.halves[0], packer)
        var second = try Self.pipe(Self.halves[1], packer)
        for index in second.indices.dropFirst(20) { second[index] = 0xFF }
        let result = try Self.run(first + second)
        #expect(result.code == 1)
        let name = packer.hasPrefix("gzip") ? "gzip" : "Zstandard"
        #expect(result.err.hasPrefix("dragoman: standard input: damaged \(name) data: "))
        #expect(result.out.utf8.count { $0 == 10 } >= 20)
        #expect(try #require(Self.plain).out.hasPrefix(result.out.prefix(500)))
    }

    @Test("A frame that would take two gigabytes of memory to unpack is refused")
    func window() throws {
        let data = try Self.pipe("Paris", "zstd -qc --ultra --long=31")
        let result = try Tool.run([], input: data)
        #expect(result.code == 1 && result.out == "")
        #expect(result.err.contains("damaged Zstandard data: Frame requires too much memory"))
    }

    @Test(
        "Bytes that only begin like packed ones are text", arguments: ["P*M", "(", "PPP", "\u{1F}"])
    func almost(text: String) throws {
        let result = try Tool.run(["--output", "tsv"], input: Data(text.utf8))
        #expect(result.code == 0 && result.err == "")
    }
}
