import Dragoman
import Interchange

extension Corpus {
    /// The documents of a JSON Lines file (`text`), up to `limit` bytes.
    static func file(_ path: String, limit: Int) throws -> Corpus {
        var documents: [String] = []
        var size = 0
        for line in try Files.bytes(at: path).split(separator: UInt8(ascii: "\n")) {
            guard size < limit else { break }
            guard let text = try JSONReader.read(Array(line))["text"]?.string else {
                throw BenchmarkError("\(path):\(documents.count + 1): no string in “text”")
            }
            documents.append(text)
            size += text.utf8.count
        }
        guard !documents.isEmpty else { throw BenchmarkError("\(path) has no documents") }
        return Corpus("corpus", documents)
    }
}
