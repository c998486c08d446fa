import Foundation
import Testing

@Suite("The same input gives the same bytes, whatever is around")
struct DeterminismTests {
    /// Texts of many kinds, as lines of JSON: the dispatches, and some that are awkward.
    static let corpus: Data = {
        let folder = Fixtures.folder("Dispatches")
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
        let texts = names.filter { $0.hasSuffix(".txt") }.compactMap { name in
            let text = FileManager.default.contents(atPath: "\(folder)/\(name)")
            return text.map { Fixtures.line(name, String(decoding: $0, as: UTF8.self)) }
        }
        return Data((texts + awkward).joined(separator: "\n").utf8)
    }()

    static let awkward: [String] = {
        let texts = [
            "", "I met İbrahim in ISTANBUL on 3 MAYIS; Iğdır, i̇.",
            "Er kam gestern, am 3. Oktober 1990.",
            "yesterday, today, at noon, next week", "東京で昭和五十年に", "\u{1B}[31m\u{202E}Paris",
        ]
        return texts.enumerated().map { Fixtures.line("\($0)", $1) } + ["{\"id\":\"bad\""]
    }()
    static let arguments = ["--input", "jsonl", "--nested", "--confidence", "--jobs"]
    static let expected = try? Tool.run(arguments + ["1"], input: corpus)

    @Test("any number of workers, again and again", arguments: [1, 1, 2, 3, 8])
    func workers(jobs: Int) throws {
        let expected = try #require(Self.expected)
        #expect(expected.code == 1 && expected.out.utf8.count { $0 == 10 } > 25)
        #expect(try Tool.run(Self.arguments + ["\(jobs)"], input: Self.corpus) == expected)
    }

    @Test("what is explained, too, with any seed of hashes", arguments: ["1", "3"])
    func explained(jobs: String) throws {
        let input = Data(Self.awkward.joined(separator: "\n").utf8)
        let arguments = ["--input", "jsonl", "--explain", "--jobs"]
        let seeded = ["SWIFT_DETERMINISTIC_HASHING": "1"]
        let expected = try Tool.run(arguments + ["1"], input: input, environment: seeded)
        #expect(try Tool.run(arguments + [jobs], input: input) == expected)
    }

    @Test(
        "any language of the user, time zone and seed of hashes",
        arguments: [
            ["LC_ALL": "C"], ["LC_ALL": "C.UTF-8"],
            ["LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"],
            ["LC_ALL": "de_DE.ISO-8859-1"], ["LC_ALL": "th_TH.UTF-8@calendar=buddhist"],
            ["TZ": "Pacific/Kiritimati"], ["TZ": "America/Los_Angeles"],
            ["SWIFT_DETERMINISTIC_HASHING": "1"], ["HOME": "/nowhere", "TMPDIR": "/nowhere"],
        ])
    func environment(variables: [String: String]) throws {
        let result = try Tool.run(
            Self.arguments + ["2"], input: Self.corpus, environment: variables)
        #expect(result == Self.expected)
    }

    /// Debian's libfaketime, where it is installed.
    static let fakeTime = [
        "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
        "/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1",
    ].first(where: FileManager.default.fileExists(atPath:))

    @Test(
        "any day of the clock", .enabled(if: fakeTime != nil, "libfaketime is not installed"),
        .enabled(if: Sanitizer.isAbsent, Sanitizer.preloading),
        arguments: ["@1969-07-20 20:17:00", "@2099-12-31 23:59:59"])
    func clock(time: String) throws {
        let variables = ["LD_PRELOAD": Self.fakeTime ?? "", "FAKETIME": time]
        let day = try Tool.shell("date +%Y", environment: variables).out
        #expect(time.hasPrefix("@" + day.prefix(4)))
        let result = try Tool.run(
            Self.arguments + ["2"], input: Self.corpus, environment: variables)
        #expect(result == Self.expected)
    }

    @Test(
        "any size of the pieces in which a pipe brings it", arguments: [1, 7, 4096, 1 << 20],
        ["1", "3"])
    func pieces(size: Int, jobs: String) throws {
        let process = Tool.process(Tool.path, Self.arguments + [jobs])
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let descriptor = input.fileHandleForWriting.fileDescriptor
        Thread.detachNewThread {
            Self.corpus.withUnsafeBytes { bytes in
                var start = 0
                while start < bytes.count {
                    let count = write(
                        descriptor, bytes.baseAddress! + start, min(size, bytes.count - start))
                    if count <= 0 { break }
                    start += count
                }
            }
            try? input.fileHandleForWriting.close()
        }
        let written = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        #expect(written == Data((Self.expected?.out ?? "").utf8))
    }

    /// A file system in memory, which lists the files of a folder in the order in which they were made; others have orders
    /// of their own, the same for the same names.
    static let memory = "/dev/shm"

    @Test(
        "An image does not depend on the order in which a folder lists its files, nor on its path",
        .enabled(if: FileManager.default.isWritableFile(atPath: memory), "there is no such folder"))
    func listings() throws {
        let files = [
            "languages.tsv", "en/countries.tsv", "en/bands.tsv", "en/titles.tsv", "de/dates.tsv",
            "de/time-words.tsv", "de/dates.rules", "fr/dates.tsv", "fr/time-words.tsv",
            "fr/dates.rules",
        ]
        var images: [Data] = []
        var listings: [String] = []
        for (name, order) in [("a", files), ("another place", files.reversed())] {
            let folder = try ScratchFolder(in: Self.memory)
            let copied = try Tool.shell(
                """
                cd "$1" && mkdir "$2" && cd "$2" && shift 2
                for file; do mkdir -p $(dirname $file) && cp "$lexicons/$file" $file; done
                ls -U . de fr
                """, [folder.path, name] + order,
                environment: ["lexicons": Fixtures.repository + "/Lexicons"])
            #expect(copied.code == 0, "\(copied.err)")
            listings.append(copied.out)
            let image = folder.path + "/image"
            let result = try Tool.run(["lexicon", "build", "-o", image, "\(folder.path)/\(name)"])
            #expect(result.code == 0, "\(result.err)")
            images.append(try Data(contentsOf: URL(fileURLWithPath: image)))
        }
        #expect(listings[0] != listings[1])
        #expect(images[0] == images[1] && images[0].count > 10_000)
    }
}
