import Interchange

extension Corpus {
    /// The documents of a JSON Lines file (`text`), up to `limit` bytes.
    static func file(_ path: String, limit: Int) throws -> Corpus {
        var documents: [String] = []
        var size = 0
        var reader = DocumentReader(try ByteSource(path: path), format: .jsonl)
        while size < limit, let input = try reader.next() {
            documents.append(input.text)
            size += input.text.utf8.count
        }
        guard !documents.isEmpty else { throw BenchmarkError("\(path) has no documents") }
        return Corpus("corpus", documents)
    }
}
