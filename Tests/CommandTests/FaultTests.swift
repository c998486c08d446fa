import Foundation
import Glibc
import Testing

@Suite(
    "What goes wrong around the command: each time it finishes, or says what was written and what was not"
)
struct FaultTests {
    /// A few hundred kilobytes of output from little text.
    static let names = String(
        repeating: "Taro Kono met Sergey Lavrov in Munich and Rome. ", count: 12)
    static let lines = (1...150).map { "{\"id\":\($0),\"text\":\"\(names)\"}" }.joined(
        separator: "\n")
    static let whole = try? Tool.run(["--input", "jsonl"], input: Data(lines.utf8)).out

    @Test("A full disk is an error, with nothing written", arguments: ["--help", "--input lines"])
    func fullDevice(arguments: String) throws {
        let result = try Tool.shell("echo Paris | $dragoman \(arguments) > /dev/full")
        #expect(result.code == 1)
        #expect(
            result.err == "dragoman: cannot write: No space left on device (nothing is written)\n")
    }

    @Test(
        "A file that may not grow says where it was torn, and is gone on with",
        .enabled(if: Sanitizer.mayLimitFiles, Sanitizer.files),
        arguments: ["1", "3"])
    func sizeLimit(jobs: String) throws {
        let (input, output) = (try Scratch(Self.lines), try Scratch(""))
        let whole = try #require(Self.whole)
        let run = "$dragoman --input jsonl --jobs \(jobs)"
        let result = try Tool.shell("ulimit -f 130; \(run) < $1 > $2", input.path, output.path)
        let size = 130 * 1024
        let torn = whole.utf8.prefix(size).reversed().prefix { $0 != 10 }.count
        #expect(result.code == 1)
        #expect(
            result.err == "dragoman: cannot write: File too large "
                + "(\(size) bytes are written, the last \(torn) of them a torn line)\n")
        #expect(output.text == whole.prefix(size))
        let rest = try Tool.shell("\(run) --resume $2 $1", input.path, output.path)
        #expect(rest.code == 0 && output.text == whole)
    }

    @Test("A full disk ends all workers with an error", arguments: ["1", "3"])
    func fullDisk(jobs: String) throws {
        let result = try Tool.shell(
            "yes '\(CorpusTests.line(1, "Paris"))' | $dragoman --input jsonl --jobs \(jobs) > /dev/full"
        )
        #expect(result.code == 1)
        #expect(
            result.err == "dragoman: cannot write: No space left on device (nothing is written)\n")
    }

    @Test(
        "Files of --output-dir are whole or not there, and those that are not are named",
        .enabled(if: Sanitizer.mayLimitFiles, Sanitizer.files))
    func folder() throws {
        let folder = try ScratchFolder()
        let input = try Scratch(
            "{\"id\":\"a\",\"text\":\"Rome\"}\n{\"id\":\"b\",\"text\":\"\(Self.names)\"}\n")
        let result = try Tool.shell(
            "ulimit -f 2; $dragoman --input jsonl --output-dir $1 $2", folder.path, input.path)
        #expect(result.code == 1)
        #expect(result.err == "dragoman: \(folder.path)/b.json: File too large\n")
        #expect(folder.names == ["a.json"])
    }

    @Test("A reader that goes away ends all workers quietly, by SIGPIPE", arguments: ["1", "3"])
    func closedPipe(jobs: String) throws {
        let result = try Tool.shell(
            """
            yes '\(CorpusTests.line(1, "Taro Kono"))' | $dragoman --input jsonl --jobs \(jobs) | head -3
            echo ${PIPESTATUS[1]}
            """)
        let lines = result.out.split(separator: "\n")
        #expect(lines.count == 4 && lines.last == "141")
        #expect(result.err == "")
    }

    @Test("A reader that is slow gets all of it", arguments: ["1", "3"])
    func slowReader(jobs: String) throws {
        let input = try Scratch(Self.lines)
        let result = try Tool.shell(
            """
            $dragoman --input jsonl --jobs \(jobs) $1 |
                { dd bs=1000 count=20 status=none; sleep 0.3; dd bs=70000 count=1 status=none; sleep 0.3; cat; }
            """, input.path)
        #expect(result.out == Self.whole && result.err == "")
    }

    @Test(
        "Standard files that are closed are errors, and no other file is taken for them",
        arguments: [
            ("<&-", "dragoman: standard input: Bad file descriptor\n"),
            ("$1 >&-", "dragoman: cannot write: Bad file descriptor (nothing is written)\n"),
            ("/nowhere 2>&-", ""),
        ])
    func closedFiles(redirection: String, message: String) throws {
        let file = try Scratch("Paris")
        let result = try Tool.shell("$dragoman \(redirection)", file.path)
        #expect(result.code > 0 && result.out == "" && result.err == message)
        #expect(file.text == "Paris")
    }

    @Test("With standard error closed, complaints do not go into files that are written")
    func closedError() throws {
        let (folder, input) = (
            try ScratchFolder(), try Scratch("{\n{\"id\":\"a\",\"text\":\"\"}\n")
        )
        let result = try Tool.shell(
            "$dragoman --input jsonl --output-dir $1 $2 >&- 2>&-", folder.path, input.path)
        #expect(result.code == 1 && folder.names == ["a.json"])
        let written = try Scratch(Data(contentsOf: URL(fileURLWithPath: folder.path + "/a.json")))
        #expect(written.text.hasPrefix("{\"schema\"") && !written.text.contains("dragoman:"))
    }

    /// Standard input from which so many bytes can be read, and then nothing: memory of this process before a hole.
    static func failingInput(_ text: String) throws -> FileHandle {
        let page = 4096
        let memory = try #require(
            mmap(nil, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))
        memset(memory, 0x20, page)
        munmap(memory + page, page)
        let start = page - text.utf8.count
        memcpy(memory + start, text, text.utf8.count)
        let file = try #require(FileHandle(forReadingAtPath: "/proc/self/mem"))
        try file.seek(toOffset: UInt64(UInt(bitPattern: memory)) + UInt64(start))
        return file
    }

    @Test("A read error in the middle is named; whole lines before it are out, half a line is none")
    func readError() throws {
        for (format, count) in [("lines", 2), ("jsonl", 0), ("text", 0)] {
            let process = Tool.process(Tool.path, ["--input", format])
            let (out, err) = (Pipe(), Pipe())
            process.standardInput = try Self.failingInput("Paris\nRome\nMuni")
            process.standardOutput = out
            process.standardError = err
            try process.run()
            let written = try out.fileHandleForReading.readToEnd() ?? Data()
            let said = try err.fileHandleForReading.readToEnd() ?? Data()
            process.waitUntilExit()
            #expect(process.terminationStatus == 1)
            #expect(written.count { $0 == 10 } == count)
            #expect(
                String(decoding: said, as: UTF8.self).hasSuffix(
                    "dragoman: standard input: Input/output error\n"))
        }
    }

    @Test("What cannot be read is named, and what comes after it is read", arguments: ["1", "3"])
    func unreadable(jobs: String) throws {
        let (first, last) = (try Scratch("Paris"), try Scratch("Rome"))
        let result = try Tool.shell(
            "$dragoman --output tsv --jobs \(jobs) $1 /proc/self/mem $2", first.path, last.path)
        #expect(result.code == 1)
        #expect(result.err == "dragoman: /proc/self/mem: Input/output error\n")
        #expect(result.out.contains("\tParis\t") && result.out.contains("\tRome\t"))
        let folder = try Tool.run(["--input", "lines"], input: Data())
        #expect(folder.code == 0)
        let stdin = try Tool.shell("$dragoman < /tmp")
        #expect(stdin.code == 1 && stdin.err == "dragoman: standard input: Is a directory\n")
    }

    @Test(
        "A named pipe that ends in the middle of a line gives the lines before it and names that one"
    )
    func pipeEnds() throws {
        let folder = try ScratchFolder()
        let result = try Tool.shell(
            """
            mkfifo $1/in && { printf '{"text":"Paris"}\\n{"text":"Ro' > $1/in & }
            $dragoman --input jsonl $1/in
            """, folder.path)
        #expect(result.code == 1 && result.out.utf8.count { $0 == 10 } == 1)
        #expect(
            result.err
                == "dragoman: \(folder.path)/in:2: not JSON: a string does not end at byte 12\n")
    }

    @Test("Input that grows while it is read: all lines that are whole come out, once and in order")
    func growing() throws {
        let file = try Scratch("")
        let result = try Tool.shell(
            """
            for n in $(seq 400); do printf '{"id":%d,"text":"Paris"}\\n' $n; done >> $1 &
            while [ ! -s $1 ]; do :; done
            $dragoman --input jsonl $1
            wait
            """, file.path)
        let written = result.out.split(separator: "\n")
        #expect(!written.isEmpty)
        for (number, line) in written.enumerated() {
            #expect(line.contains("\"id\":\"\(number + 1)\""))
        }
        let tornLine = written.count + 1
        #expect(result.err.isEmpty || result.err.hasPrefix("dragoman: \(file.path):\(tornLine): "))
    }

    @Test(
        "With too little memory it finishes, or says how much is written; no line is torn",
        .enabled(if: Sanitizer.isAbsent, Sanitizer.memory),
        arguments: stride(from: 60_000, through: 220_000, by: 20_000).map { $0 }, ["1", "2"])
    func memory(limit: Int, jobs: String) throws {
        let (input, output) = (try Scratch(Self.lines), try Scratch(""))
        let result = try Tool.shell(
            "ulimit -c 0; ulimit -v \(limit); $dragoman --input jsonl --jobs \(jobs) $1 > $2",
            input.path, output.path, environment: ["SWIFT_BACKTRACE": "enable=no"])
        let (whole, text) = (try #require(Self.whole), output.text)
        #expect(whole.hasPrefix(text) && (text.isEmpty || text.hasSuffix("\n")))
        if result.code == 0 {
            #expect(text == whole)
        } else if !text.isEmpty {
            #expect(
                result.err.contains(
                    "dragoman: out of memory, or a fault of its own: \(text.utf8.count) bytes are written, "
                        + "all of them whole lines\n"))
        } else {
            // Where not even the libraries can be loaded, the loader says so.
            #expect(!result.err.isEmpty)
        }
    }
}
