import Dragoman
import Interchange
import Segmentation

@testable import Command
@testable import Interchange

extension FuzzTarget {
    /// Lines of JSON as a stream; the first byte chooses the longest line.
    ///
    /// The quick reader gives what the careful one gives, and both give the lines in their order.
    static let jsonLines = FuzzTarget(name: "jsonl") { input in
        guard let first = input.first else { return }
        let bytes = Array(input.dropFirst())
        let longest = first & 1 == 0 ? BatchReader.longestLine : Int(first)
        var options = InputOptions(.jsonl)
        options.longestLine = longest
        let documents = read(bytes, options)
        for line in bytes.split(separator: UInt8(ascii: "\n")) where line.count <= longest {
            try compareReaders(Array(line))
        }
        for document in documents {
            let isValid = String(validating: document.text, as: UTF8.self) != nil
            try promise(isValid, "a text that is no UTF-8")
        }
    }

    /// A JSON value.
    static let json = FuzzTarget(name: "json") { input in
        guard let value = try? JSONReader.read(input) else { return }
        _ = (value.integer, value.double, value.identifier, value["text"])
        try promise(try JSONReader.read(input) == value, "another value the second time")
    }

    /// A stream that may be packed; the first byte chooses how it is read.
    static let packed = FuzzTarget(name: "packed") { input in
        guard let first = input.first else { return }
        let bytes = Array(input.dropFirst())
        let formats = InputFormat.allCases
        var options = InputOptions(formats[Int(first) % formats.count])
        options.longestLine = 1 << 16
        _ = read(bytes, options)
    }

    /// A page, which is read and written with what is found in it.
    static let html = FuzzTarget(name: "html") { input in
        let extractor = try Extractors.shared.extractor(options: 0)
        for document in read(input, InputOptions(.html)) {
            let isValid = String(validating: document.text, as: UTF8.self) != nil
            try promise(isValid, "a text that is no UTF-8")
            try check(extractor.extract(bytes: document.text))
        }
    }

    /// A table; the first byte chooses what parts its fields, whether it has a header, and the longest row.
    static let table = FuzzTarget(name: "table") { input in
        guard let first = input.first else { return }
        var options = InputOptions(first & 1 == 0 ? .csv : .tsv)
        options.fields.hasHeader = first & 2 == 0
        if first & 4 != 0 { options.longestLine = Int(first) }
        _ = read(Array(input.dropFirst()), options)
    }

    /// An archive of the web; the first byte chooses the longest record.
    static let warc = FuzzTarget(name: "warc") { input in
        guard let first = input.first else { return }
        var options = InputOptions(.warc)
        if first & 1 != 0 { options.longestLine = Int(first) * 8 }
        _ = read(Array(input.dropFirst()), options)
    }

    /// A line of annotations for `dragoman evaluate`.
    static let annotations = FuzzTarget(name: "annotations") { input in
        guard let value = try? JSONReader.read(input),
            let document = try? AnnotatedDocument(value)
        else { return }
        let types = ["person", "date"]
        let system = [document.id: document]
        for row in Scorer.names(gold: [document], system: system, types: types)
            + Scorer.times(gold: [document], system: system, types: types)
        {
            try promise(
                row.right <= row.found && row.right <= row.gold, "more is right than there is")
        }
    }
}

private struct ReadDocument {
    var id: String?
    var text: [UInt8]
}

/// The documents of a file that has these bytes.
private func read(_ bytes: [UInt8], _ options: InputOptions) -> [ReadDocument] {
    var options = options
    options.unpacker = Decompressor.open
    return withFile(bytes) { path in
        let reader = BatchReader([path], options, open: Inputs.open)
        var parser = DocumentParser(options)
        let batch = Batch()
        var documents: [ReadDocument] = []
        while reader.next(into: batch) {
            parser.read(batch)
            while let item = parser.next() {
                guard case .document(let parsed) = item else { continue }
                documents.append(ReadDocument(id: parsed.id, text: Array(parsed.utf8)))
            }
        }
        return documents
    }
}

/// Where the quick reader of a line gives a document, the careful one gives the same.
private func compareReaders(_ line: [UInt8]) throws {
    let fields = InputFields()
    var scratch = ByteBuffer()
    let (utf8, problems) = TextDecoding.decode(line)
    guard problems.isEmpty, utf8 == line else { return }
    try line.withUnsafeBufferPointer { bytes in
        var scanner = JSONLine(bytes)
        guard let quick = scanner.document(JSONLine.Names(fields), &scratch) else { return }
        guard let careful = try? CarefulReader.document(line, fields) else {
            throw BrokenPromise(description: "only the quick reader takes a line")
        }
        try promise(
            quick.id?.utf8.elementsEqual(careful.id?.utf8 ?? "".utf8) ?? (careful.id == nil)
                && quick.date?.utf8.elementsEqual(careful.date?.utf8 ?? "".utf8)
                    ?? (careful.date == nil)
                && quick.utf8.elementsEqual(careful.text.utf8),
            "the readers differ")
    }
}
