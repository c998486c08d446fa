import Dragoman

/// What is measured: each case a line, its texts and its engine.
struct Benchmarks {
    /// The texts that most cases run over.
    let main: Corpus
    private let settings: Settings
    private let writer: NewsWriter

    init(_ settings: Settings) throws {
        self.settings = settings
        writer = try NewsWriter(lexicon: settings.lexicon)
        if let path = settings.corpus {
            main = try Corpus.file(path, limit: settings.size)
        } else {
            var writer = writer
            main = writer.corpus(settings.size)
        }
    }

    /// Those that the settings ask for.
    func wanted() throws -> [Benchmark] {
        try all().filter { benchmark in
            settings.only.isEmpty
                || settings.only.contains { benchmark.group == $0 || benchmark.name == $0 }
        }
    }

    private func all() throws -> [Benchmark] {
        try references() + rooms() + documents() + command() + scripts() + adversarial()
    }

    /// What throughput is compared with: measured in the same run, on the same texts.
    private func references() -> [Benchmark] {
        let group = "reference"
        return [
            Benchmark(group: group, name: "ICU words, UTF-16 in memory", corpus: main) {
                try ICUEngine(converts: false)
            },
            Benchmark(group: group, name: "ICU words, from UTF-8", corpus: main) {
                try ICUEngine(converts: true)
            },
            Benchmark(group: group, name: "wc -w, C", corpus: main) {
                WordCountEngine(locale: "C")
            },
            Benchmark(group: group, name: "wc -w, C.UTF-8", corpus: main) {
                WordCountEngine(locale: "C.UTF-8")
            },
        ]
    }

    private func rooms() -> [Benchmark] {
        let group = "rooms"
        return [
            Benchmark(group: group, name: "segmentation", corpus: main) {
                try SegmentationEngine()
            },
            Benchmark(group: group, name: "lexicon", corpus: main) {
                try LexiconEngine(Extractor())
            },
            Benchmark(group: group, name: "rules", corpus: main) { try RulesEngine(Extractor()) },
            Benchmark(group: group, name: "asked for dates", corpus: main) {
                try ExtractionEngine([.date])
            },
            Benchmark(group: group, name: "asked for names", corpus: main) {
                try ExtractionEngine([.person, .organization, .place])
            },
            Benchmark(group: group, name: "extraction", corpus: main) { try ExtractionEngine() },
            Benchmark(group: group, name: "pipeline", corpus: main) { try PipelineEngine() },
        ]
    }

    private func documents() -> [Benchmark] {
        let group = "documents"
        let part = main.prefix(settings.partSize)
        return [
            Benchmark(group: group, name: "short", corpus: part.recut("200 B", to: 200)) {
                try PipelineEngine()
            },
            Benchmark(group: group, name: "long", corpus: part.recut("1 MB", to: 1_000_000)) {
                try PipelineEngine()
            },
        ]
    }

    /// The built command, where it is built and for as many jobs as it can run.
    private func command() throws -> [Benchmark] {
        guard let command = settings.command else { return [] }
        let jobs: [Int?] = try CommandEngine.hasJobs(command) ? [1, 2] : [nil]
        return jobs.map { jobs in
            let name = jobs.map { $0 == 1 ? "1 job" : "\($0) jobs" } ?? "1 job"
            return Benchmark(group: "command", name: name, corpus: main) {
                CommandEngine(command, jobs: jobs)
            }
        }
    }

    private func scripts() -> [Benchmark] {
        Scripts.corpora(settings.partSize).flatMap { corpus in
            [
                Benchmark(
                    group: "scripts", name: "\(corpus.name), segmentation", corpus: corpus
                ) { try SegmentationEngine() },
                Benchmark(group: "scripts", name: "\(corpus.name), extraction", corpus: corpus) {
                    try ExtractionEngine()
                },
            ]
        }
    }

    private func adversarial() throws -> [Benchmark] {
        let size = settings.partSize
        let dates = Adversarial.dates(writer, size)
        let texts = [
            Adversarial.capitals(main.prefix(size)), Adversarial.digits(size),
            Adversarial.unbroken(size), try Adversarial.names(settings.lexicon, size),
            dates.corpus,
        ]
        return texts.map { corpus in
            let mentions = corpus === dates.corpus ? dates.count : nil
            return Benchmark(group: "adversarial", name: corpus.name, corpus: corpus) {
                try ExtractionEngine(mentions: mentions)
            }
        }
    }
}
