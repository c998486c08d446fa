/// What was measured of one case.
struct Measurement {
    var benchmark: Benchmark
    var answer: Answer
    var samples: [Sample]
    /// Most bytes resident in the timed runs: with the corpus for what runs in this process.
    var peak: Int

    var fastest: Sample { samples.min { $0.wall < $1.wall } ?? Sample() }

    var median: Sample {
        let sorted = samples.sorted { $0.wall < $1.wall }
        return sorted.isEmpty ? Sample() : sorted[sorted.count / 2]
    }

    /// Millions of bytes of text a second.
    func megabytes(_ sample: Sample) -> Double {
        Double(answer.bytes) * 1000 / Double(max(sample.wall, 1))
    }

    /// Millions of bytes of text a second of processor time, of the run that took least.
    var processorMegabytes: Double {
        Double(answer.bytes) * 1000 / Double(max(samples.map(\.processor).min() ?? 1, 1))
    }

    /// Words between white space; `nil` where the text is not written so.
    var words: Int? {
        benchmark.corpus.isSpaced ? benchmark.corpus.words : nil
    }

    /// Measures a case: one run whose answer is checked by other means, then timed runs that must give it again.
    static func of(_ benchmark: Benchmark, runs: Int) throws -> Measurement {
        let engine = try benchmark.engine()
        let corpus = benchmark.corpus
        var untimed = Stopwatch()
        let answer = try engine.run(corpus, &untimed)
        try benchmark.expect(answer.documents, corpus.documents.count, "documents")
        try benchmark.expect(answer.bytes, corpus.bytes, "bytes")
        try engine.check(answer, corpus)

        var samples: [Sample] = []
        Memory.resetPeak()
        for _ in 0..<runs {
            var watch = Stopwatch()
            let again = try engine.run(corpus, &watch)
            try benchmark.expect(again, answer, "answer of a timed run")
            samples.append(watch.sample)
        }
        return Measurement(
            benchmark: benchmark, answer: answer, samples: samples,
            peak: engine.peak ?? Memory.peak)
    }
}

extension Benchmark {
    /// - Throws: unless `found` is what was expected.
    func expect<Value: Equatable>(_ found: Value, _ expected: Value, _ what: String) throws {
        guard found == expected else {
            throw BenchmarkError("\(group)/\(name): \(what): \(found), and \(expected) expected")
        }
    }
}
