import Dragoman
import Interchange

/// Checks what holds of every document.
func check(_ document: Document) throws {
    let utf8 = Array(document.text.utf8)
    func isBoundary(_ offset: Int) -> Bool {
        offset == utf8.count || 0..<utf8.count ~= offset && utf8[offset] & 0xC0 != 0x80
    }
    var last = 0
    for mention in document.mentions {
        let range = mention.utf8Range
        try promise(
            !range.isEmpty && isBoundary(range.lowerBound) && isBoundary(range.upperBound),
            "a mention at \(range) of \(utf8.count) bytes")
        try promise(range.lowerBound >= last, "mentions are out of order at \(range)")
        last = range.lowerBound
        try promise(
            Array(document.text(of: mention).utf8) == Array(utf8[range]),
            "the text of a mention is not that of its span")
        if let entity = mention.entity {
            try promise(document.entities.indices ~= entity, "no entity \(entity)")
            try promise(
                document.entities[entity].label == mention.label, "an entity of another label")
        }
        if let outer = mention.inside {
            try promise(document.mentions.indices ~= outer, "no mention \(outer) around")
            let around = document.mentions[outer].utf8Range
            try promise(
                around.lowerBound <= range.lowerBound && range.upperBound <= around.upperBound,
                "a nested mention sticks out")
        }
    }
    for (number, entity) in document.entities.enumerated() {
        try promise(!entity.mentions.isEmpty, "an entity without mentions")
        for mention in entity.mentions {
            try promise(document.mentions.indices ~= mention, "no mention \(mention)")
            try promise(
                document.mentions[mention].entity == number, "a mention of another entity")
        }
        let evidence = entity.roles.flatMap(\.evidence) + (entity.treaty?.evidence ?? [])
        for mention in evidence {
            try promise(document.mentions.indices ~= mention, "no mention \(mention) for evidence")
        }
    }
    var end = 0
    for sentence in document.sentences {
        try promise(
            !sentence.isEmpty && sentence.lowerBound >= end && isBoundary(sentence.lowerBound)
                && isBoundary(sentence.upperBound), "a sentence at \(sentence)")
        end = sentence.upperBound
    }
}

/// Checks that what a writer of JSON wrote is JSON, line by line.
func checkJSON(_ bytes: [UInt8], of writer: any DocumentWriter) throws {
    switch writer {
    case is TSVDocumentWriter, is TimeMLDocumentWriter, is HTMLDocumentWriter,
        is CoNLLDocumentWriter, is BratDocumentWriter, is TextDocumentWriter:
        return
    case let timeline as TimelineDocumentWriter where !timeline.isJSON:
        return
    default: break
    }
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
        do {
            _ = try JSONReader.read(Array(line))
        } catch {
            throw BrokenPromise(description: "not JSON: \(error)")
        }
    }
}
