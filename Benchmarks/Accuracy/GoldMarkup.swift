import Foundation

/// Annotated texts in the markup that `Tests/Fixtures/README.md` describes.
extension GoldDocument {
    /// Reads every `.txt` file of a folder, in the order of their names.
    static func loadMarkup(_ folder: String) throws -> [GoldDocument] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }
            .sorted().map { name in
                let file = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
                return parse(file, id: String(name.dropLast(4)))
            }
    }

    /// The text without its marks, and the outermost of these.
    static func parse(_ file: String, id: String) -> GoldDocument {
        var date: String?
        var body = Substring(file)
        while body.hasPrefix("#") {
            let line = body.prefix { $0 != "\n" }
            if line.hasPrefix("# date: ") { date = String(line.dropFirst(8)) }
            body = body.dropFirst(line.count + 1)
        }
        body = body.drop { $0 == "\n" }
        var text: [UInt8] = []
        var open: [(start: Int, label: String)] = []
        var spans: [Span] = []
        let bytes = Array(body.utf8)
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: [0x5B, 0x5B]) {
                let head = bytes[(index + 2)...].prefix { $0 != 0x20 }
                let label = head.prefix { (0x41...0x5A).contains($0) }
                open.append((text.count, String(decoding: label, as: UTF8.self).lowercased()))
                index += 3 + head.count
            } else if bytes[index...].starts(with: [0x5D, 0x5D]), let mark = open.popLast() {
                if open.isEmpty {
                    spans.append(Span(utf8: mark.start..<text.count, type: mark.label))
                }
                index += 2
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        return GoldDocument(
            id: id, text: String(decoding: text, as: UTF8.self), date: date, spans: spans)
    }
}
