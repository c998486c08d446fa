import CReferences
import Segmentation

/// Reference: ICU's own word iterator over UTF-16, as a C program runs it.
final class ICUEngine: Engine {
    private let words: OpaquePointer
    /// Whether the conversion from UTF-8 is timed too.
    private let converts: Bool

    init(converts: Bool) throws {
        guard let opened = reference_words_open() else {
            throw BenchmarkError("ICU has no rules for words")
        }
        words = opened
        self.converts = converts
    }

    deinit { reference_words_close(words) }

    func run(_ corpus: Corpus, _ watch: inout Stopwatch) throws -> Answer {
        var answer = Answer()
        if converts {
            try watch.time {
                for text in corpus.utf8 { add(try count(text), text.count, to: &answer) }
            }
            return answer
        }
        // Converted ahead in batches of a megabyte, so that the clock is not asked at every short text.
        for batch in corpus.batches {
            let texts = try batch.map(convert)
            try watch.time {
                for (text, units) in zip(batch, texts) {
                    add(try count(units), text.count, to: &answer)
                }
            }
        }
        return answer
    }

    private func add(
        _ found: (count: Int, digest: UInt64), _ bytes: Int, to answer: inout Answer
    ) {
        answer.add(bytes: bytes, items: found.count, digest: found.digest)
    }

    private func convert(_ utf8: [UInt8]) throws -> [UInt16] {
        let length = try utf8.withUnsafeBytes {
            try self.length($0.assumingMemoryBound(to: CChar.self))
        }
        return Array(
            UnsafeBufferPointer(start: reference_words_text(words), count: Int(length)))
    }

    private func length(_ utf8: UnsafeBufferPointer<CChar>) throws -> Int32 {
        guard let base = utf8.baseAddress else { return 0 }
        let length = reference_words_convert(words, base, Int32(utf8.count))
        guard length >= 0 else { throw BenchmarkError("ICU cannot convert the text") }
        return length
    }

    private func count(_ units: [UInt16]) throws -> (count: Int, digest: UInt64) {
        var digest: UInt64 = 0
        let count = units.withUnsafeBufferPointer { text in
            text.baseAddress.map {
                reference_words_count(words, $0, Int32(text.count), &digest)
            } ?? 0
        }
        guard count >= 0 else { throw BenchmarkError("ICU cannot go over the text") }
        return (Int(count), digest)
    }

    /// The number of segments of a text in UTF-8, and a digest of their rule statuses.
    func count(_ utf8: [UInt8]) throws -> (count: Int, digest: UInt64) {
        guard !utf8.isEmpty else { return (0, 0) }
        let length = try utf8.withUnsafeBytes {
            try self.length($0.assumingMemoryBound(to: CChar.self))
        }
        var digest: UInt64 = 0
        let count = reference_words_count(words, reference_words_text(words), length, &digest)
        guard count >= 0 else { throw BenchmarkError("ICU cannot go over the text") }
        return (Int(count), digest)
    }

    /// The segments of a text in UTF-8, with their ends counted in bytes of it.
    func boundaries(_ utf8: [UInt8]) throws -> [Boundary] {
        let units = try convert(utf8)
        var ends = [UInt32](repeating: 0, count: units.count)
        var statuses = [UInt16](repeating: 0, count: units.count)
        let count = units.withUnsafeBufferPointer { text in
            text.baseAddress.map {
                reference_words_list(words, $0, Int32(text.count), &ends, &statuses)
            } ?? 0
        }
        guard count >= 0 else { throw BenchmarkError("ICU cannot go over the text") }
        var result: [Boundary] = []
        var (unit, byte) = (0, 0)
        for segment in 0..<Int(count) {
            while unit < ends[segment] {
                // The second half of a pair adds nothing to the four bytes of the first.
                let length = UTF16.isTrailSurrogate(units[unit]) ? 0 : Self.length(units[unit])
                byte += length
                unit += 1
            }
            result.append(Boundary(end: UInt32(byte), status: statuses[segment]))
        }
        return result
    }

    /// Bytes of UTF-8 of the code point that starts with a unit of UTF-16.
    private static func length(_ unit: UInt16) -> Int {
        if UTF16.isLeadSurrogate(unit) { return 4 }
        return unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3
    }

    /// The same with and without conversion.
    func check(_ answer: Answer, _ corpus: Corpus) throws {
        var watch = Stopwatch()
        try expect(
            try ICUEngine(converts: !converts).run(corpus, &watch), answer, "the other way's answer"
        )
    }
}
