import Foundation

/// One line of an annotated file: a text and the spans of its names.
struct GoldDocument {
    struct Span {
        /// Half-open, in UTF-8 bytes.
        var utf8: Range<Int>
        /// `person`, `organization`, `place`, …
        var type: String
    }

    var id: String
    var text: String
    var date: String?
    var spans: [Span]

    /// Reads a JSONL file with `text` and `entities` (`start`, `end` in code points, `type`).
    static func load(_ path: String) throws -> [GoldDocument] {
        let data = try String(contentsOfFile: path, encoding: .utf8)
        return try data.split(separator: "\n").compactMap { line in
            guard
                let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
                    as? [String: Any], let text = object["text"] as? String
            else { return nil }
            // Byte offset of each code point, and of the end.
            var offsets: [Int] = []
            var offset = 0
            for scalar in text.unicodeScalars {
                offsets.append(offset)
                offset += String(scalar).utf8.count
            }
            offsets.append(offset)
            let spans = (object["entities"] as? [[String: Any]] ?? []).compactMap {
                entity -> Span? in
                guard let start = entity["start"] as? Int, let end = entity["end"] as? Int,
                    let type = entity["type"] as? String, start < end, end < offsets.count
                else { return nil }
                return Span(utf8: offsets[start]..<offsets[end], type: type.lowercased())
            }
            return GoldDocument(
                id: object["id"] as? String ?? "", text: text, date: object["dct"] as? String,
                spans: spans)
        }
    }
}
