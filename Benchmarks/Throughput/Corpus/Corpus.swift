import Interchange

/// Texts to be measured on.
final class Corpus {
    let name: String
    let documents: [String]
    /// Whether words stand between white space, so that counting them says something.
    let isSpaced: Bool
    /// The same in UTF-8.
    let utf8: [[UInt8]]
    /// Bytes of UTF-8 in the documents.
    let bytes: Int
    /// Words between white space (space, tab, line feed, carriage return), as `wc -w` counts them in the C locale.
    let words: Int
    private var file: ScratchFile?

    init(_ name: String, _ documents: [String], isSpaced: Bool = true) {
        self.name = name
        self.documents = documents
        self.isSpaced = isSpaced
        utf8 = documents.map { Array($0.utf8) }
        bytes = utf8.reduce(0) { $0 + $1.count }
        words = utf8.reduce(0) { $0 + Self.words($1) }
    }

    private static func words(_ text: [UInt8]) -> Int {
        var count = 0
        var isInside = false
        for byte in text {
            let isSpace = byte == 0x20 || 0x09...0x0D ~= byte
            if !isSpace && !isInside { count += 1 }
            isInside = !isSpace
        }
        return count
    }

    /// FNV-1a over the documents: which texts were measured.
    var digest: UInt64 {
        utf8.joined().reduce(0xcbf2_9ce4_8422_2325) {
            ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3
        }
    }

    /// The same documents, the last first.
    var reversed: Corpus { Corpus(name, documents.reversed(), isSpaced: isSpaced) }

    /// The texts in batches of a megabyte or so.
    var batches: [ArraySlice<[UInt8]>] {
        var result: [ArraySlice<[UInt8]>] = []
        var start = 0
        var size = 0
        for index in utf8.indices {
            size += utf8[index].count
            if size >= 1_000_000 || index == utf8.count - 1 {
                result.append(utf8[start...index])
                start = index + 1
                size = 0
            }
        }
        return result
    }

    /// Path of a file with the documents as JSON Lines, which is written when first asked for.
    func jsonLines() throws -> String {
        if let file { return file.path }
        var bytes: [UInt8] = []
        var json = JSONWriter()
        for (index, document) in documents.enumerated() {
            json.removeAll()
            json.object { json in
                json.key("id")
                json.string(String(index + 1))
                json.key("text")
                json.string(document)
            }
            json.newline()
            bytes += json.bytes
        }
        let file = try ScratchFile(bytes)
        self.file = file
        return file.path
    }
}

extension Corpus {
    /// The same text in documents of another size: cut at white space after `size` bytes or more, joined by a line end.
    func recut(_ name: String, to size: Int) -> Corpus {
        var pieces: [String] = []
        var piece: [UInt8] = []
        for byte in utf8.joined(separator: [0x0A, 0x0A]) {
            piece.append(byte)
            if piece.count >= size, byte == 0x20 || byte == 0x0A {
                pieces.append(String(decoding: piece, as: UTF8.self))
                piece.removeAll(keepingCapacity: true)
            }
        }
        if !piece.isEmpty { pieces.append(String(decoding: piece, as: UTF8.self)) }
        return Corpus(name, pieces, isSpaced: isSpaced)
    }

    /// The first documents, up to `size` bytes and at least one.
    func prefix(_ size: Int) -> Corpus {
        var count = 0
        var total = 0
        for text in utf8 where total == 0 || total + text.count <= size {
            total += text.count
            count += 1
        }
        return Corpus(name, Array(documents[..<count]), isSpaced: isSpaced)
    }
}
