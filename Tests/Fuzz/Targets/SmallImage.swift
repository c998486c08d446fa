import Dragoman
import Foundation
import Lexicon

@testable import Lexicon

/// A compiled image of a few entries, with every section that there is: of the files in `Image`.
enum SmallImage {
    static let shared = Result {
        var builder = try ImageBuilder()
        try builder.add(
            folder: URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: "Image").path)
        return try builder.image()
    }

    /// Opens an image whose checksum is mended, and extracts with it; what is refused is well.
    static func use(_ bytes: [UInt8]) throws {
        var bytes = bytes
        mendChecksums(&bytes)
        let file = NamelessFile(bytes)
        var options = Extractor.Options()
        options.lexicons = [.image(path: file.path)]
        options.nested = true
        options.confidence = true
        guard let extractor = try? Extractor(options: options) else { return }
        for text in [
            "On 5 May 1956 Foreign Minister Taro Kono of Japan signed the Moscow Treaty in Seoul.",
            "Am 5. Mai 1956 und am Montag war er in der Stadt, die er nicht kannte.",
        ] {
            try check(extractor.extract(text))
        }
    }

    /// The languages' images first, since the outer checksum is of them too.
    private static func mendChecksums(_ bytes: inout [UInt8]) {
        let magic = Array("DRAGOMAN".utf8)
        for start in stride(from: (bytes.count - 1) / 8 * 8, through: 0, by: -8)
        where bytes[start...].starts(with: magic) {
            mendChecksum(&bytes, at: start)
        }
    }

    private static func mendChecksum(_ bytes: inout [UInt8], at start: Int) {
        guard start + ImageLayout.headerSize <= bytes.count else { return }
        func word(_ offset: Int) -> UInt64 {
            bytes.withUnsafeBytes {
                UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            }
        }
        let isOuter = start == 0
        if isOuter {
            // Of its size too, so that one that is cut off is not refused for that alone.
            withUnsafeBytes(of: UInt64(bytes.count).littleEndian) {
                bytes.replaceSubrange(16..<24, with: $0)
            }
        }
        let size = isOuter ? bytes.count : Int(clamping: word(start + 16))
        let end = min(bytes.count, start.addingReportingOverflow(size).partialValue)
        guard start + ImageLayout.headerSize <= end else { return }
        let sum = bytes[start + ImageLayout.headerSize..<end].withUnsafeBytes {
            ImageLayout.checksum($0)
        }
        withUnsafeBytes(of: sum.littleEndian) {
            bytes.replaceSubrange(start + 24..<start + 32, with: $0)
        }
    }
}
