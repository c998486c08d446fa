import Dragoman
import Glibc

/// `Throughput [options]`: how fast the engine goes over texts, room by room and whole. `Benchmarks/README.md` says more.

/// Prints at once, so that a case is seen when it is done.
func show(_ text: String) {
    print(text)
    fflush(nil)
}

do {
    let words = Array(CommandLine.arguments.dropFirst())
    if words.contains("--help") {
        print(Settings.usage, terminator: "")
        exit(0)
    }
    let settings = try Settings(words)
    let benchmarks = try Benchmarks(settings)
    if let path = settings.write {
        try Files.write(try Files.bytes(at: try benchmarks.main.jsonLines()), to: path)
        exit(0)
    }
    let wanted = try benchmarks.wanted()
    guard !wanted.isEmpty else { throw BenchmarkError("no case is called that") }
    if settings.list {
        for benchmark in wanted { print("\(benchmark.group): \(benchmark.name)") }
        exit(0)
    }
    let report = Report(settings, benchmarks.main)
    show(report.heading)
    var measurements: [Measurement] = []
    for benchmark in wanted {
        let measurement = try Measurement.of(benchmark, runs: settings.runs)
        measurements.append(measurement)
        show(report.line(measurement))
    }
    show(report.ratios(measurements))
    if let path = settings.json { try report.write(measurements, to: path) }
    show("\(measurements.count) cases measured, every answer checked")
} catch {
    let message = Array("Throughput: \(error)\n".utf8)
    _ = write(STDERR_FILENO, message, message.count)
    exit(1)
}
