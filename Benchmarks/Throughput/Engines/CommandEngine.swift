import Dragoman

/// The built command over a file, start-up included, its output thrown away.
final class CommandEngine: Engine {
    private let command: String
    /// `nil` for a command that has no such option.
    private let jobs: Int?
    private(set) var peak: Int?

    init(_ command: String, jobs: Int?) {
        self.command = command
        self.jobs = jobs
    }

    private func words(_ corpus: Corpus, jobs: Int?) throws -> [String] {
        [command, "--input", "jsonl"] + (jobs.map { ["--jobs", String($0)] } ?? [])
            + [try corpus.jsonLines()]
    }

    func run(_ corpus: Corpus, _ watch: inout Stopwatch) throws -> Answer {
        let process = try Subprocess.run(try words(corpus, jobs: jobs))
        try expect(process.code, 0, "exit code")
        watch.add(process.sample)
        peak = max(peak ?? 0, process.peak)
        return Answer(documents: corpus.documents.count, bytes: corpus.bytes)
    }

    /// A line of output a document, and the same bytes from one job as from many.
    func check(_ answer: Answer, _ corpus: Corpus) throws {
        let one = try output(corpus, jobs: jobs.map { _ in 1 })
        try expect(one.count { $0 == UInt8(ascii: "\n") }, corpus.documents.count, "lines")
        if let jobs, jobs > 1 {
            try expect(try output(corpus, jobs: jobs) == one, true, "same bytes")
        }
    }

    private func output(_ corpus: Corpus, jobs: Int?) throws -> [UInt8] {
        let file = try ScratchFile([])
        let process = try Subprocess.run(try words(corpus, jobs: jobs), output: file.path)
        try expect(process.code, 0, "exit code")
        return try Files.bytes(at: file.path)
    }

    /// Whether the command can run more than one job.
    static func hasJobs(_ command: String) throws -> Bool {
        let file = try ScratchFile([])
        _ = try Subprocess.run([command, "--help"], output: file.path)
        return String(decoding: try Files.bytes(at: file.path), as: UTF8.self).contains("--jobs")
    }
}
