import Foundation
import Testing

@Suite("A run that was cut off is gone on with")
struct ResumeTests {
    /// Lines of which some are bad, some have no id, and two have the same.
    static let lines = (1...60).map { number in
        switch number % 10 {
        case 3: "{\"id\":\(number),\"text\":"
        case 5: "{\"text\":\"Taro Kono was there on \(number % 28 + 1) May 2019.\"}"
        case 7:
            "{\"id\":\"same\",\"text\":\"Er kam am 3. Oktober 1990 und ging \(number) Tage später.\"}"
        case 9: ""
        default:
            "{\"id\":\"é\(number)\\u001b\",\"text\":\"Sergey Lavrov left Munich, Caf\u{E9} \(number).\"}"
        }
    }
    static let input = Data(lines.joined(separator: "\n").utf8)
    static let whole = try? Tool.run(["--input", "jsonl"], input: input)

    @Test(
        "Cut anywhere, its output and the rest are what one run writes, byte for byte, and so are its complaints",
        arguments: [0, 1, 22, 100, 5000, -300, -2, -1, -0.5], ["1", "3"])
    func cut(place: Double, jobs: String) throws {
        let whole = try #require(Self.whole)
        #expect(whole.code == 1 && whole.out.utf8.count > 10_000)
        let length = whole.out.utf8.count
        // Minus a half is the end itself.
        let end = place < 0 ? length + Int(place.rounded(.up)) : Int(place)
        let file = try Scratch(Data(whole.out.utf8.prefix(end)))
        let result = try Tool.run(
            ["--input", "jsonl", "--jobs", jobs, "--resume", file.path], input: Self.input)
        #expect(result.code == 1 && result.out == "")
        #expect(file.text == whole.out)
        let torn = whole.out.utf8.prefix(end).reversed().prefix { $0 != 10 }.count
        let said = "dragoman: \(file.path): a torn line of \(torn) bytes was cut off\n"
        let complaints = result.err.replacing(said, with: "")
        #expect(complaints == whole.err && result.err.contains(said) == (torn > 0))
    }

    @Test("A file that is not there is made, and one of a run that had done all stays as it is")
    func twice() throws {
        let folder = try ScratchFolder()
        let path = folder.path + "/out.jsonl"
        for _ in 0..<2 {
            let result = try Tool.run(["--input", "jsonl", "--resume", path], input: Self.input)
            #expect(result.code == 1 && result.out == "" && result.err == Self.whole?.err)
            let written = FileManager.default.contents(atPath: path)
            #expect(written == Data((Self.whole?.out ?? "").utf8))
        }
    }

    @Test("So it is for lines and for several texts", arguments: ["lines", "text"])
    func formats(format: String) throws {
        let files = try ["Paris\nRome", "", "Tokyo, Oslo and Munich\n"].map { try Scratch($0) }
        let arguments = ["--input", format] + files.map(\.path)
        let whole = try Tool.run(arguments).out
        for count in stride(from: 0, to: whole.utf8.count, by: 97) {
            let file = try Scratch(Data(whole.utf8.prefix(count)))
            #expect(try Tool.run(arguments + ["--resume", file.path]).code == 0)
            #expect(file.text == whole)
        }
    }

    @Test(
        "Killed at once in the middle, again and again, it comes to the end", arguments: ["1", "3"])
    func killed(jobs: String) throws {
        let folder = try ScratchFolder()
        let path = folder.path + "/out.jsonl"
        let halves = [Self.lines[..<20], Self.lines[..<45]].map {
            $0.joined(separator: "\n") + "\n"
        }
        for half in halves {
            let process = Tool.process(
                Tool.path, ["--input", "jsonl", "--jobs", jobs, "--resume", path])
            let input = Pipe()
            process.standardInput = input
            process.standardError = FileHandle.nullDevice
            let before = Self.size(path)
            try process.run()
            // The pipe stays open: the run waits for more when it is killed.
            try input.fileHandleForWriting.write(contentsOf: Data(half.utf8))
            while Self.size(path) == before { usleep(1000) }
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            #expect(process.terminationReason == .uncaughtSignal)
            try input.fileHandleForWriting.close()
        }
        _ = try Tool.run(
            ["--input", "jsonl", "--jobs", jobs, "--resume", path], input: Self.input)
        #expect(FileManager.default.contents(atPath: path) == Data((Self.whole?.out ?? "").utf8))
    }

    private static func size(_ path: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return attributes?[.size] as? Int ?? 0
    }

    @Test(
        "What is not the output of the same run is refused, and stays as it is",
        arguments: [
            ([], "{\"a\":1}\n", "its line 1 is not of the input's document there"),
            ([], "a torn line of something else", "it does not start as output does"),
            (["--offsets", "utf8"], nil, "its last line would come out otherwise now"),
            (["--id-field", "other"], nil, "its line 1 is not of the input's document there"),
            ([], "more", "it has more documents than the input"),
        ])
    func refused(arguments: [String], content: String?, reason: String) throws {
        let whole = try #require(Self.whole).out
        let content = content == "more" ? whole + whole : content ?? whole
        let file = try Scratch(content)
        let result = try Tool.run(
            ["--input", "jsonl", "--resume", file.path] + arguments, input: Self.input)
        #expect(result.code == 2 && result.out == "")
        #expect(result.err.contains("\(file.path) cannot be gone on with: \(reason)"))
        #expect(file.text == content)
    }

    @Test(
        "Where output is not a line a document, it is refused",
        arguments: [
            ["--pretty"], ["--output", "tsv"], ["--output-dir", "/tmp"], ["--output", "html"],
        ])
    func formats(arguments: [String]) throws {
        let folder = try ScratchFolder()
        let result = try Tool.run(["--resume", folder.path + "/out"] + arguments)
        #expect(
            result.code == 2 && result.err.contains("--resume goes with --output json or jsonl"))
        #expect(folder.names == [])
    }

    @Test("Two runs do not go on with one file at the same time")
    func locked() throws {
        let file = try Scratch("")
        let first = Tool.process(Tool.path, ["--input", "lines", "--resume", file.path])
        let input = Pipe()
        first.standardInput = input
        try first.run()
        try input.fileHandleForWriting.write(contentsOf: Data("Paris\n".utf8))
        while file.text.isEmpty { usleep(1000) }
        let second = try Tool.run(["--input", "lines", "--resume", file.path])
        #expect(second.code == 2 && second.err.contains("\(file.path): another run writes to it"))
        try input.fileHandleForWriting.close()
        first.waitUntilExit()
        #expect(first.terminationStatus == 0)
    }

    @Test(
        "The output is not read as input",
        arguments: ["$dragoman --input lines $1 >> $1", "$dragoman --input lines --resume $1 $1"])
    func sameFile(script: String) throws {
        let file = try Scratch("Paris\n")
        let result = try Tool.shell(script, file.path)
        #expect(result.code == 2 && file.text == "Paris\n")
        #expect(result.err == "dragoman: \(file.path): the output goes there too\n")
    }
}
