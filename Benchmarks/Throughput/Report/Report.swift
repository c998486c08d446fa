/// The table that is printed.
struct Report {
    let settings: Settings
    let corpus: Corpus
    let machine = Machine()

    init(_ settings: Settings, _ corpus: Corpus) {
        self.settings = settings
        self.corpus = corpus
    }

    /// What the texts are called: a generated corpus by its digest, so that another is not taken for it.
    var corpusName: String {
        settings.corpus.map { Machine.name(ofPath: $0) }
            ?? "generated news, seed \(NewsWriter.seed)"
    }

    var heading: String {
        let digest = String(corpus.digest, radix: 16)
        return """
            \(corpusName): \(corpus.documents.count) documents, \(corpus.bytes) bytes, \
            \(corpus.words) words, digest \(digest)
            \(machine.description)
            MB/s: millions of bytes of text a second on the clock, of the fastest run and the middle one; \
            cpu: of processor time, which other programs disturb less.

            \(columns(
                "case", "MB/s", "median", "cpu MB/s", "Mword/s", "ns/word", "cpu ns/w", "ins/word",
                "peak MB"))
            """
    }

    func line(_ measurement: Measurement) -> String {
        let fastest = measurement.fastest
        func perWord(_ value: Int?) -> String {
            guard let value, let words = measurement.words else { return "-" }
            return Report.decimal(Double(value) / Double(max(words, 1)))
        }
        let rate = measurement.words.map { Double($0) * 1000 / Double(max(fastest.wall, 1)) }
        return columns(
            "\(measurement.benchmark.group): \(measurement.benchmark.name)",
            Report.decimal(measurement.megabytes(fastest)),
            Report.decimal(measurement.megabytes(measurement.median)),
            Report.decimal(measurement.processorMegabytes),
            rate.map { Report.decimal($0) } ?? "-",
            perWord(fastest.wall), perWord(measurement.samples.map(\.processor).min()),
            perWord(measurement.samples.compactMap(\.instructions).min()),
            // What ends within a few milliseconds is not seen at its peak.
            measurement.peak < 2_000_000
                ? "< 2" : Report.decimal(Double(measurement.peak) / 1_000_000))
    }

    /// The main cases in units of the references of the same run, by processor time, and two jobs in units of one.
    func ratios(_ measurements: [Measurement]) -> String {
        let names = ["segmentation", "extraction", "pipeline", "1 job"]
        let main = measurements.filter { names.contains($0.benchmark.name) }
        var lines: [String] = []
        for reference in measurements where reference.benchmark.group == "reference" {
            let ratios = main.map {
                let ratio = $0.processorMegabytes / reference.processorMegabytes
                return "\($0.benchmark.name) \(Report.decimal(ratio))"
            }
            lines.append("  \(reference.benchmark.name): " + ratios.joined(separator: ", "))
        }
        if !lines.isEmpty { lines.insert("times as fast, by processor time, as", at: 0) }
        let jobs = ["1 job", "2 jobs"].compactMap { name in
            measurements.first { $0.benchmark.name == name }
        }
        if jobs.count == 2 {
            let ratio = jobs[1].megabytes(jobs[1].fastest) / jobs[0].megabytes(jobs[0].fastest)
            lines.append("two jobs are \(Report.decimal(ratio)) times as fast as one, on the clock")
        }
        return lines.isEmpty ? "" : "\n" + lines.joined(separator: "\n") + "\n"
    }

    private func columns(_ name: String, _ figures: String...) -> String {
        let wide = name + String(repeating: " ", count: max(40 - name.count, 0))
        return figures.reduce(wide) { line, figure in
            line + String(repeating: " ", count: max(10 - figure.count, 1)) + figure
        }
    }

    /// Three figures, or more where the number is greater.
    static func decimal(_ value: Double) -> String {
        let places = value < 10 ? 2 : value < 100 ? 1 : 0
        let scale = [1, 10, 100][places]
        let whole = Int((value * Double(scale)).rounded())
        if places == 0 { return String(whole) }
        let fraction = String(whole % scale)
        return "\(whole / scale)."
            + String(repeating: "0", count: places - fraction.count) + fraction
    }
}
