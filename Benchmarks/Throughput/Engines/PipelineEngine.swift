import Dragoman
import Glibc
import Interchange

/// What the command does in one worker: JSON Lines in, JSON out. The lines lie in a file that the kernel has in memory.
final class PipelineEngine: Engine {
    private let extractor: Extractor
    private let writer = JSONDocumentWriter()

    init() throws { extractor = try Extractor() }

    func run(_ corpus: Corpus, _ watch: inout Stopwatch) throws -> Answer {
        let path = try corpus.jsonLines()
        return watch.time {
            var answer = Answer()
            process(path) { document, output in
                answer.add(
                    bytes: document.utf8.count, items: output.count,
                    digest: UInt64(output.count))
            }
            return answer
        }
    }

    /// Each line out is a JSON object that says how long its text was, and has as many mentions as the extraction in memory.
    func check(_ answer: Answer, _ corpus: Corpus) throws {
        var results: [(date: String?, json: [UInt8])] = []
        process(try corpus.jsonLines()) { results.append(($0.date, Array($1))) }
        var bytes = 0
        for (text, result) in zip(corpus.documents, results) {
            let output = try JSONReader.read(result.json)
            bytes += output["length"]?["utf8"]?.integer ?? 0
            let found = extractor.extract(text, date: result.date).mentions.count
            try expect(output["mentions"]?.array?.count, found, "mentions")
        }
        try expect(bytes, corpus.bytes, "bytes of text, as the output says")
    }

    /// Gives `body` each document of the file and what is written of it; the output is used again for every batch.
    private func process(
        _ path: String, _ body: (ParsedDocument, UnsafeBufferPointer<UInt8>.SubSequence) -> Void
    ) {
        let reader = BatchReader([path], format: .jsonl) { (path) throws(InputError) in
            try ByteSource(path: path)
        }
        let batch = Batch()
        var parser = DocumentParser(format: .jsonl)
        var output = ByteBuffer()
        while reader.next(into: batch) {
            output.removeAll()
            parser.read(batch)
            while case .document(let document)? = parser.next() {
                let start = output.count
                writer.write(extractor.extract(document), utf8: document.utf8, to: &output)
                body(document, output.bytes[start...])
            }
        }
    }
}
