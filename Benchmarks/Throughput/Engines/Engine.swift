/// Something that goes over a corpus and is timed.
protocol Engine: AnyObject {
    /// Goes over the corpus once and adds the time of what is measured to `watch`.
    func run(_ corpus: Corpus, _ watch: inout Stopwatch) throws -> Answer

    /// Checks the answer of an untimed run by another way to the same result.
    ///
    /// - Throws: ``BenchmarkError`` if they differ.
    func check(_ answer: Answer, _ corpus: Corpus) throws

    /// Most bytes that its processes held in the runs, if it has any.
    var peak: Int? { get }
}

extension Engine {
    var peak: Int? { nil }

    /// - Throws: ``BenchmarkError`` unless `found` is what was expected.
    func expect<Value: Equatable>(_ found: Value, _ expected: Value, _ what: String) throws {
        guard found == expected else {
            throw BenchmarkError("\(Self.self): \(what): \(found), and \(expected) expected")
        }
    }
}

/// What a run found: the same in every run over one corpus.
struct Answer: Equatable {
    /// Documents read.
    var documents = 0
    /// Bytes of UTF-8 read.
    var bytes = 0
    /// What was found: segments, tokens, hits, matches, mentions, or bytes of output.
    var items = 0
    /// Of what was found, in no order, so that documents may come in any.
    var digest: UInt64 = 0

    /// Adds one document.
    mutating func add(bytes: Int, items: Int, digest: UInt64) {
        documents += 1
        self.bytes += bytes
        self.items += items
        self.digest &+= Answer.mix(digest, UInt64(truncatingIfNeeded: bytes))
    }

    /// Folds a value into a digest.
    @inline(__always)
    static func mix(_ digest: UInt64, _ value: UInt64) -> UInt64 {
        let product = (digest ^ 0x9e37_79b9_7f4a_7c15).multipliedFullWidth(
            by: value ^ 0xbf58_476d_1ce4_e5b9)
        return product.high ^ product.low
    }
}
