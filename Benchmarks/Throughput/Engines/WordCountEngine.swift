import Dragoman

/// Reference: `wc -w` over the same file, in a locale.
final class WordCountEngine: Engine {
    private let locale: String
    private(set) var peak: Int?

    init(locale: String) { self.locale = locale }

    func run(_ corpus: Corpus, _ watch: inout Stopwatch) throws -> Answer {
        let process = try Subprocess.run(["wc", "-w", try corpus.jsonLines()], locale: locale)
        try expect(process.code, 0, "exit code")
        watch.add(process.sample)
        peak = max(peak ?? 0, process.peak)
        return Answer(documents: corpus.documents.count, bytes: corpus.bytes)
    }

    /// `wc` counts as many lines as there are documents.
    func check(_ answer: Answer, _ corpus: Corpus) throws {
        let file = try ScratchFile([])
        _ = try Subprocess.run(["wc", "-l", try corpus.jsonLines()], output: file.path)
        let counted = String(decoding: try Files.bytes(at: file.path), as: UTF8.self)
        try expect(
            counted.split(separator: " ").first.flatMap { Int($0) }, corpus.documents.count, "lines"
        )
    }
}
