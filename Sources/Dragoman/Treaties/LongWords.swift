import Segmentation

/// The words of four letters or more of a text, as hashes of their folded forms.
struct LongWords {
    private var hashes: [UInt64] = []

    init(_ text: String) {
        if !text.utf8.allSatisfy({ $0 < 0x80 }) {
            for word in Self.strings(text) { insert(TokenHash.of(word)) }
            return
        }
        var word: [UInt8] = []
        for byte in text.utf8 {
            if (byte | 0x20) &- 0x61 < 26 {
                word.append(byte | 0x20)
            } else {
                if word.count > 3 { insert(TokenHash.of(word)) }
                word.removeAll(keepingCapacity: true)
            }
        }
        if word.count > 3 { insert(TokenHash.of(word)) }
    }

    var isEmpty: Bool { hashes.isEmpty }

    func isSubset(of other: LongWords) -> Bool {
        hashes.allSatisfy { other.hashes.contains($0) }
    }

    func subtracting(_ other: LongWords) -> LongWords {
        var rest = self
        rest.hashes.removeAll { other.hashes.contains($0) }
        return rest
    }

    private mutating func insert(_ hash: UInt64) {
        if !hashes.contains(hash) { hashes.append(hash) }
    }

    /// The words themselves, folded.
    static func strings(_ text: String) -> Set<String> {
        Set(Folding.folded(text).split { !$0.isLetter }.map(String.init).filter { $0.count > 3 })
    }
}
