import Dragoman
import Glibc
import Interchange

/// What the command does in one worker: JSON Lines in, JSON out. The lines lie in a file that the kernel has in memory.
final class PipelineEngine: Engine {
    private let extractor: Extractor
    private var writer = JSONDocumentWriter()

    init() throws { extractor = try Extractor() }

    func run(_ corpus: Corpus, _ watch: inout Stopwatch) throws -> Answer {
        let path = try corpus.jsonLines()
        return try watch.time {
            var answer = Answer()
            var reader = DocumentReader(try ByteSource(path: path), format: .jsonl)
            while let input = try reader.next() {
                let output = writer.write(extractor.extract(input))
                answer.add(
                    bytes: input.text.utf8.count, items: output.count,
                    digest: UInt64(output.count))
            }
            return answer
        }
    }

    /// Each line out is a JSON object that says how long its text was, and has as many mentions as the extraction in memory.
    func check(_ answer: Answer, _ corpus: Corpus) throws {
        let path = try corpus.jsonLines()
        var reader = DocumentReader(try ByteSource(path: path), format: .jsonl)
        var bytes = 0
        for text in corpus.documents {
            guard let input = try reader.next() else { break }
            let output = try JSONReader.read(writer.write(extractor.extract(input)))
            bytes += output["length"]?["utf8"]?.integer ?? 0
            let found = extractor.extract(text, date: input.date).mentions.count
            try expect(output["mentions"]?.array?.count, found, "mentions")
        }
        try expect(bytes, corpus.bytes, "bytes of text, as the output says")
    }
}
