import Dragoman
import Interchange
import Segmentation
import Synchronization

@testable import Command

extension FuzzTarget {
    /// A text, behind two bytes that choose the options and the writer.
    static let text = FuzzTarget(name: "text") { input in
        guard input.count >= 2 else { return }
        let (first, second) = (input[0], input[1])
        let extractor = try Extractors.shared.extractor(options: first)
        let formats = OutputFormat.allCases
        let writer = try formats[Int(second & 31) % formats.count].writer(
            unit: OffsetUnit.allCases[Int(second >> 5) % OffsetUnit.allCases.count], extractor)
        let bytes = Array(input[2...])
        let date = first & 32 == 0 ? nil : "2019-02-12"
        let written = write(bytes, date, writer, extractor)
        try checkJSON(written, of: writer)
        if first & 64 != 0 {
            // What came before does not show.
            let other = Array("Mr. Kono of Japan met Ms. Lavrova in May 1956.".utf8)
            _ = write(other, nil, writer, extractor)
            try promise(
                write(bytes, date, writer, extractor) == written, "another answer the second time")
            return
        }
        let document = extractor.extract(bytes: bytes, date: date)
        try check(document)
        if writer is any FindingsWriter {
            // With the warnings, which the extractor makes of bytes as the reader does.
            try promise(
                writer.write(document) == written, "findings and document are written differently")
        }
    }

    private static func write(
        _ bytes: [UInt8], _ date: String?, _ writer: any DocumentWriter, _ extractor: Extractor
    ) -> [UInt8] {
        var scratch = ByteBuffer()
        var output = ByteBuffer()
        bytes.withUnsafeBufferPointer {
            writer.write(
                ParsedDocument($0, id: nil, date: date, scratch: &scratch), from: extractor,
                to: &output)
        }
        return output.array
    }
}

extension OutputFormat {
    /// The format's writer, in a unit that it can have.
    fileprivate func writer(
        unit: OffsetUnit, _ extractor: Extractor
    ) throws -> any DocumentWriter {
        do {
            return try writer(
                Arguments(["--offsets", unit.rawValue]), InputOptions(), extractor)
        } catch is UsageError {
            return try writer(Arguments([]), InputOptions(), extractor)
        }
    }
}

extension Arguments {
    fileprivate init(_ words: [String]) throws {
        try self.init(words, options: Extract.command.options)
    }
}

/// One extractor for each choice of options, opened when it is first chosen: few, since opening takes long.
final class Extractors: Sendable {
    static let shared = Extractors()
    private let opened = Mutex<[UInt8: Extractor]>([:])

    func extractor(options bits: UInt8) throws -> Extractor {
        let bits = bits & 31
        return try opened.withLock { opened in
            if let extractor = opened[bits] { return extractor }
            let extractor = try Extractor(options: Self.options(bits))
            opened[bits] = extractor
            return extractor
        }
    }

    private static func options(_ bits: UInt8) -> Extractor.Options {
        var options = Extractor.Options()
        options.nested = bits & 1 != 0
        options.explain = bits & 2 != 0
        options.confidence = options.explain
        options.dateProfile = bits & 4 != 0 ? .timeml : .house
        switch bits >> 3 {
        case 1: options.labels = Set(Label.allCases)
        case 2: options.languages = ["ja", "zh", "ru", "en"].compactMap(Language.init(code:))
        case 3: options.labels = [.date, .time, .duration, .set]
        default: break
        }
        return options
    }
}
