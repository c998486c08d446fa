import Dragoman
import Foundation

@testable import Grammar
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
        let extractor = withFile(bytes) { path in
            var options = Extractor.Options()
            options.lexicons = [.image(path: path)]
            options.nested = true
            options.confidence = true
            return try? Extractor(options: options)
        }
        guard let extractor else { return }
        for text in [
            "On 5 May 1956 Foreign Minister Taro Kono of Japan signed the Moscow Treaty in Seoul.",
            "Am 5. Mai 1956 und am Montag war er in der Stadt, die er nicht kannte.",
        ] {
            try check(extractor.extract(text))
        }
        _ = try? extractor.checkRules()
    }

    /// From the end on: the checksum of an image is of what lies in it too, the rules and the languages' images.
    private static func mendChecksums(_ bytes: inout [UInt8]) {
        let image = Array("DRAGOMAN".utf8)
        let rules = Array("DRRG".utf8)
        for start in stride(from: (bytes.count - 1) / 8 * 8, through: 0, by: -8) {
            if bytes[start...].starts(with: image) {
                mendChecksum(&bytes, at: start)
            } else if bytes[start...].starts(with: rules) {
                mendRules(&bytes, at: start)
            }
        }
    }

    private static func mendRules(_ bytes: inout [UInt8], at start: Int) {
        let headerSize = RuleProgram.headerWords * 4
        guard start + headerSize <= bytes.count else { return }
        let size = bytes.withUnsafeBytes {
            UInt32(littleEndian: $0.loadUnaligned(fromByteOffset: start + 16, as: UInt32.self))
        }
        let end = min(bytes.count, start + max(Int(size), headerSize))
        var program = Array(bytes[start..<end])
        RuleProgram.sign(&program)
        bytes.replaceSubrange(start..<end, with: program)
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
