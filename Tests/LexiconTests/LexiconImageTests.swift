import Foundation
import Testing

@testable import Lexicon

@Suite("The lexicon image")
struct LexiconImageTests {
    static let rows = [
        "Japan\tNippon\tplace.country\t\t200\tJP", "Taro Kono\t\tperson", "of\t\tword",
    ]

    @Test("The same rows give the same bytes")
    func deterministic() throws {
        #expect(try image(Self.rows) == image(Self.rows))
    }

    @Test("An image from a file is the image in memory")
    func mapped() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).image")
        defer { try? FileManager.default.removeItem(at: path) }
        try Data(image(Self.rows)).write(to: path)
        let lexicon = try Lexicon([LexiconImage(path: path.path)])
        #expect(try found("Taro Kono of Nippon", in: lexicon).count == 3)
    }

    @Test("A missing file and a folder are errors that name the path")
    func missing() {
        #expect(throws: LexiconError.file(path: "/nowhere", reason: "No such file or directory")) {
            try LexiconImage(path: "/nowhere")
        }
        #expect(throws: LexiconError.file(path: "/tmp", reason: "not a regular file")) {
            try LexiconImage(path: "/tmp")
        }
    }

    @Test(
        "Foreign bytes are refused",
        arguments: [[], Array("no image".utf8), [UInt8](repeating: 0, count: 500)])
    func foreign(bytes: [UInt8]) {
        #expect(throws: LexiconError.self) { try LexiconImage(bytes) }
    }

    @Test("Another version is refused by its number")
    func version() throws {
        var bytes = try image(Self.rows)
        bytes[8] = 99
        #expect(throws: LexiconError.image(reason: "version 99, and this build reads 2")) {
            try LexiconImage(bytes)
        }
    }

    @Test("Every truncation is refused")
    func truncated() throws {
        let bytes = try image(Self.rows)
        for count in bytes.indices {
            #expect(throws: LexiconError.self) { try LexiconImage(Array(bytes[..<count])) }
        }
    }

    @Test("Every flipped bit is refused")
    func flipped() throws {
        let bytes = try image(Self.rows)
        // The four reserved bytes of each table entry are under the checksum too.
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 0x10
            #expect(throws: LexiconError.self, "byte \(index)") { try LexiconImage(damaged) }
        }
    }

    private func sign(_ bytes: inout [UInt8]) {
        let sum = bytes[ImageLayout.headerSize...].withUnsafeBytes { ImageLayout.checksum($0) }
        withUnsafeBytes(of: sum.littleEndian) { bytes.replaceSubrange(24..<32, with: $0) }
    }

    @Test(
        "A class of more bytes than may stand at each mention is refused, though no source could have it",
        arguments: [(99, "an offset points outside its table"), (100, "its tables are damaged")])
    func longClass(length: Int, reason: String) throws {
        let names = ["a", "b"].map { String(repeating: $0, count: length) }
        var bytes = try image(["A\t\t\(names[0])", "B\t\t\(names[1])"])
        // One class of 2 × length + 1 bytes, where there were two.
        let both = Array("\(names[0])\0\(names[1])".utf8)
        let start = try #require(bytes.firstRange(of: both)).lowerBound
        bytes[start + length] = UInt8(ascii: "c")
        sign(&bytes)
        #expect(throws: LexiconError.image(reason: reason)) { try LexiconImage(bytes) }
    }

    @Test("Damage that mends its checksum is still refused or read within bounds")
    func forged() throws {
        let bytes = try image(Self.rows)
        for index in ImageLayout.headerSize..<bytes.count {
            for value: UInt8 in [0, 0x7F, 0xFF] {
                var forged = bytes
                forged[index] = value
                sign(&forged)
                guard let image = try? LexiconImage(forged), let lexicon = try? Lexicon([image])
                else { continue }
                _ = try found("Taro Kono of Nippon, Japan", in: lexicon)
            }
        }
    }
}
