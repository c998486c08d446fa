import Dragoman
import Interchange

/// What the command does in one worker: JSON Lines in, JSON out. The lines lie in a file that the kernel has in memory.
final class PipelineEngine: Engine {
    private let extractor: Extractor
    private let writer = JSONDocumentWriter()

    init() throws { extractor = try Extractor() }

    func run(_ corpus: Corpus, _ watch: inout Stopwatch) throws -> Answer {
        let path = try corpus.jsonLines()
        return try watch.time {
            var answer = Answer()
            var output = ByteBuffer()
            try forEachDocument(path) { parsed in
                output.removeAll()
                writer.write(parsed, from: extractor, to: &output)
                answer.add(
                    bytes: parsed.utf8.count, items: output.count, digest: UInt64(output.count))
            }
            return answer
        }
    }

    private func forEachDocument(
        _ path: String, _ body: (ParsedDocument) throws -> Void
    ) throws {
        let reader = BatchReader([path], format: .jsonl) { path throws(InputError) in
            try ByteSource(path: path)
        }
        let batch = Batch()
        var parser = DocumentParser(format: .jsonl)
        while reader.next(into: batch) {
            parser.read(batch)
            while let item = parser.next() {
                switch item {
                case .document(let parsed): try body(parsed)
                case .failure(let error): throw error
                }
            }
        }
    }

    /// Each line out is a JSON object that says how long its text was, and has as many mentions as the extraction in memory.
    func check(_ answer: Answer, _ corpus: Corpus) throws {
        var bytes = 0
        var number = 0
        try forEachDocument(try corpus.jsonLines()) { parsed in
            var output = ByteBuffer()
            writer.write(parsed, from: extractor, to: &output)
            let written = try JSONReader.read(output.array)
            bytes += written["length"]?["utf8"]?.integer ?? 0
            let found = extractor.extract(corpus.documents[number]).mentions.count
            try expect(written["mentions"]?.array?.count, found, "mentions")
            number += 1
        }
        try expect(bytes, corpus.bytes, "bytes of text, as the output says")
    }
}
