/// A case: what runs over which texts.
struct Benchmark {
    /// What it is printed under.
    var group: String
    var name: String
    var corpus: Corpus
    /// Makes the engine, which is not timed.
    var engine: () throws -> any Engine
}

/// Why the benchmarks stop.
struct BenchmarkError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
