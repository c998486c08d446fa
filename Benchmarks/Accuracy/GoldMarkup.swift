import Foundation

/// Annotated texts in the markup that `Tests/Fixtures/README.md` describes.
extension GoldDocument {
    /// What is wrong with an annotated text.
    struct MarkupError: Error, CustomStringConvertible {
        var description: String
    }

    /// Reads every `.txt` file of a folder, in the order of their names.
    ///
    /// - Throws: ``MarkupError`` for marks that do not fit each other, by file and text.
    static func loadMarkup(_ folder: String) throws -> [GoldDocument] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }
            .sorted().flatMap { name in
                let file = try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
                return try texts(of: file).map { try parse($0, file: "\(folder)/\(name)") }
            }
    }

    /// The texts of a file: each begins with a line that has its id.
    private static func texts(of file: String) -> [String] {
        var texts: [String] = []
        for line in file.split(separator: "\n", omittingEmptySubsequences: false) {
            if texts.isEmpty || line.hasPrefix("# id: ") { texts.append("") }
            texts[texts.count - 1] += line + "\n"
        }
        return texts
    }

    /// The text without its marks, and the outermost of these.
    private static func parse(_ text: String, file: String) throws -> GoldDocument {
        var header: [Substring: String] = [:]
        var body = Substring(text)
        while body.hasPrefix("# ") {
            let line = body.prefix { $0 != "\n" }
            let parts = line.dropFirst(2).split(separator: ": ", maxSplits: 1)
            if parts.count == 2 { header[parts[0]] = String(parts[1]) }
            body = body.dropFirst(line.count + 1)
        }
        let id = header["id"] ?? ""
        var reader = MarkupReader()
        do {
            try reader.read(Array(body.drop { $0 == "\n" }.utf8))
        } catch {
            throw MarkupError(description: "\(file): text “\(id)”: \(error)")
        }
        return GoldDocument(
            id: id, text: String(decoding: reader.text, as: UTF8.self), date: header["date"],
            spans: reader.spans)
    }
}

/// Takes the marks out of a text.
private struct MarkupReader {
    private(set) var text: [UInt8] = []
    private(set) var spans: [GoldDocument.Span] = []
    private var open: [(start: Int, label: String)] = []

    private static let labels: Set = [
        "person", "organization", "place", "date", "time", "duration", "set", "treaty", "other",
    ]

    mutating func read(_ bytes: [UInt8]) throws {
        var index = 0
        while index < bytes.count {
            if bytes[index...].starts(with: [0x5B, 0x5B]) {
                let head = bytes[(index + 2)...].prefix { $0 != 0x20 }
                let label = String(
                    decoding: head.prefix { (0x41...0x5A).contains($0) }, as: UTF8.self
                )
                .lowercased()
                guard Self.labels.contains(label) else { throw fault("no label “\(label)”") }
                open.append((text.count, label))
                index += 3 + head.count
            } else if bytes[index...].starts(with: [0x5D, 0x5D]) {
                try close()
                index += 2
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        if let mark = open.last { throw fault("a mark without end: \(mark.label)") }
    }

    private mutating func close() throws {
        guard let mark = open.popLast() else { throw fault("an end without mark") }
        guard let first = text[mark.start...].first, first != 0x20, text.last != 0x20 else {
            throw fault("a mark that begins or ends with a space, or is empty")
        }
        if open.isEmpty {
            spans.append(GoldDocument.Span(utf8: mark.start..<text.count, type: mark.label))
        }
    }

    private func fault(_ what: String) -> GoldDocument.MarkupError {
        let before = String(decoding: text.suffix(30), as: UTF8.self)
        return GoldDocument.MarkupError(description: "\(what) behind “\(before)”")
    }
}
