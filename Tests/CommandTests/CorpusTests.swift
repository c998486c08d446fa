import Foundation
import Testing

@Suite("Corpora, as a user runs them")
struct CorpusTests {
    /// A line of JSON with so much beside the text that a few dozen of them are several batches.
    static func line(_ number: Int, _ text: String) -> String {
        let padding = String(repeating: "\(number) ", count: 30_000 / ("\(number)".count + 1))
        return "{\"id\":\(number),\"padding\":\"\(padding)\",\"text\":\"\(text)\"}"
    }

    /// Lines of JSON, some of them awkward, and the numbers of the bad ones.
    static let corpus: (lines: [String], bad: [Int]) = {
        var lines: [String] = []
        var bad: [Int] = []
        for number in 1...100 {
            switch number % 20 {
            case 3: lines.append("")
            case 7:
                lines.append(String(line(number, "").dropLast()))
                bad.append(number)
            case 11: lines.append(line(number, "Caf\\u00e9 de Paris 😀 in Munich"))
            case 13: lines.append(line(number, "Taro \\ud800 Kono") + "\r")
            case 19:
                lines.append("[]")
                bad.append(number)
            default: lines.append(line(number, "Taro Kono left Munich.\\nHe was in Rome."))
            }
        }
        return (lines, bad)
    }()

    @Test("Output, order and complaints are the same for any number of workers")
    func jobs() throws {
        let input = Data(Self.corpus.lines.joined(separator: "\n").utf8)
        let one = try Tool.run(["--input", "jsonl", "--jobs", "1"], input: input)
        #expect(one.code == 1)
        let complaints = one.err.split(separator: "\n")
        #expect(complaints.count == Self.corpus.bad.count)
        for (complaint, number) in zip(complaints, Self.corpus.bad) {
            #expect(complaint.hasPrefix("dragoman: standard input:\(number): not "))
        }
        let good = Self.corpus.lines.count { !$0.isEmpty } - Self.corpus.bad.count
        #expect(one.out.utf8.count { $0 == 10 } == good)
        for jobs in [2, 3, 8] {
            let several = try Tool.run(["--input", "jsonl", "-j", "\(jobs)"], input: input)
            #expect(several.out == one.out && several.err == one.err && several.code == 1)
        }
    }

    @Test(
        "Pages and timelines are the same for any number of workers, and whole where lines are bad",
        arguments: ["html", "timeline", "timeline-jsonl"])
    func reports(format: String) throws {
        let files = try (1...2).map { _ in try Scratch(Self.corpus.lines.joined(separator: "\n")) }
        let arguments = ["--input", "jsonl", "--output", format] + files.map(\.path)
        let one = try Tool.run(arguments + ["--jobs", "1"])
        #expect(one.code == 1)
        for jobs in [2, 3, 8] {
            let several = try Tool.run(arguments + ["-j", "\(jobs)"])
            #expect(several.out == one.out && several.err == one.err && several.code == 1)
        }
        withExtendedLifetime(files) {}
        guard format == "html" else { return }
        let good = Self.corpus.lines.count { !$0.isEmpty } - Self.corpus.bad.count
        #expect(one.out.split(separator: "<article").count - 1 == 2 * good)
        #expect(one.out.hasSuffix("</main>\n</body>\n</html>\n"))
        let ids = one.out.split(separator: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
        #expect(ids.count > 8 * good && Set(ids).count == ids.count)
    }

    @Test("Each line's output is what it is alone", arguments: ["1", "3"])
    func alone(jobs: String) throws {
        let lines = (1...30).map { Self.line($0, "Taro Kono came on \($0) May 2019.") }
        let all = try Tool.run(
            ["--input", "jsonl", "-j", jobs], input: Data(lines.joined(separator: "\n").utf8))
        let rows = all.out.split(separator: "\n")
        #expect(rows.count == lines.count)
        for number in [1, 15, 30] {
            let one = try Tool.run("--input", "jsonl", input: lines[number - 1])
            #expect(one.out == rows[number - 1] + "\n")
        }
    }

    @Test("Files are read in their order by any number of workers, and a missing one is named")
    func files() throws {
        let files = try (0..<7).map { try Scratch("Taro Kono came to Munich on day \($0).") }
        let folder = try Scratch("Paris")
        for format in ["text", "lines"] {
            let arguments = ["--input", format] + files.map(\.path) + [folder.path]
            let one = try Tool.run(arguments + ["--jobs", "1"])
            let three = try Tool.run(arguments + ["--jobs", "3"])
            #expect(one.code == 0 && one.out == three.out)
            #expect(one.out.utf8.count { $0 == 10 } == files.count + 1)
        }
    }

    @Test(
        "A number of jobs that is none is a mistake", arguments: ["0", "-1", "many", "", "1025"])
    func badJobs(jobs: String) throws {
        let result = try Tool.run(["--jobs", jobs])
        #expect(result.code == 2)
        #expect(
            result.err == "dragoman: --jobs needs a number from 1 to 1024, not “\(jobs)”\n")
    }

    @Test("Progress is silent where standard error is no terminal, unless asked for")
    func progress() throws {
        let input = Data("{\"text\":\"Paris\"}\n{\"text\":\"Rome\"}\n".utf8)
        let silent = try Tool.run(["--input", "jsonl"], input: input)
        #expect(silent.err == "")
        let asked = try Tool.run(["--input", "jsonl", "--progress"], input: input)
        #expect(asked.out == silent.out)
        #expect(asked.err.hasPrefix("0.0 kB, 2 documents, ") && asked.err.hasSuffix(":00\n"))
    }

    @Test("Lines that come slowly are answered at once", arguments: ["1", "4"])
    func slowLines(jobs: String) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Tool.path)
        process.arguments = ["--input", "lines", "--jobs", jobs]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        for text in ["Paris", "Rome", "Tokyo"] {
            try input.fileHandleForWriting.write(contentsOf: Data("\(text)\n".utf8))
            // Waits for ever if the answer needs the next line.
            let answer = output.fileHandleForReading.availableData
            #expect(String(decoding: answer, as: UTF8.self).contains("\"text\":\"\(text)\""))
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test("A line beyond the limit is named, and the others are read")
    func longLine() throws {
        let line = String(repeating: "x", count: 1 << 26)
        let input = Data("Paris\n\(line)y\nRome\n".utf8)
        let result = try Tool.run(["--input", "lines", "--output", "tsv"], input: input)
        #expect(result.code == 1)
        #expect(result.err == "dragoman: standard input:2: a line of more than 67108864 bytes\n")
        #expect(
            result.out.split(separator: "\n").dropFirst().map { $0.split(separator: "\t")[0] }
                == ["1", "3"])
    }
}
