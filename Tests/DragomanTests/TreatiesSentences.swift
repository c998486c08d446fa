import Foundation

@testable import Dragoman

/// A sentence of `Fixtures/Treaties` with its treaty mentions marked and what is to be known of the treaties.
struct TreatySentence {
    var text = ""
    /// In UTF-8 bytes.
    var mentions: [Range<Int>] = []
    /// By treaty, in the order of first mentions: fields and values, `-` for none.
    var records: [[(field: String, value: String)]] = []

    static func read(_ name: String) throws -> [TreatySentence] {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../Fixtures/Treaties/" + name)
        var sentences: [TreatySentence] = []
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("#") { continue }
            if line.hasPrefix("  ") {
                sentences[sentences.count - 1].records.append(fields(line.dropFirst(2)))
            } else {
                sentences.append(TreatySentence(marked: line))
            }
        }
        return sentences
    }

    private init(marked line: Substring) {
        var bytes: [UInt8] = []
        var start = 0
        for byte in line.utf8 {
            switch byte {
            case UInt8(ascii: "["): start = bytes.count
            case UInt8(ascii: "]"): mentions.append(start..<bytes.count)
            default: bytes.append(byte)
            }
        }
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// `name=Peace of Westphalia signed=1648-10-24`
    private static func fields(_ line: Substring) -> [(field: String, value: String)] {
        var fields: [(field: String, value: String)] = []
        for word in line.split(separator: " ") where line != "-" {
            if let sign = word.firstIndex(of: "="), word[..<sign].allSatisfy(\.isLetter) {
                fields.append((String(word[..<sign]), String(word[word.index(after: sign)...])))
            } else {
                fields[fields.count - 1].value += " " + word
            }
        }
        return fields
    }
}

/// What an engine makes of the sentences, counted.
struct TreatyScore {
    var right = 0
    var found = 0
    var expected = 0
    /// Fields of records.
    var rightFields = 0
    var fields = 0
    /// What was wrong, for people.
    var mistakes: [String] = []

    var mentionF1: Double { 2 * Double(right) / Double(found + expected) }
    var fieldAccuracy: Double { Double(rightFields) / Double(fields) }

    mutating func add(_ sentence: TreatySentence, _ document: Document) {
        let mentions = document.mentions.filter { $0.label == .treaty }
        let spans = Set(mentions.map(\.utf8Range))
        let gold = Set(sentence.mentions)
        right += spans.intersection(gold).count
        found += spans.count
        expected += gold.count
        if spans != gold {
            let texts = mentions.map { String(document.text(of: $0)) }
            mistakes.append("\(sentence.text) → \(texts)")
        }
        let treaties = document.entities.filter { $0.label == .treaty }
        for (number, record) in sentence.records.enumerated() {
            for (field, value) in record {
                fields += 1
                let got =
                    number < treaties.count ? Self.value(field, treaties[number]) : "no treaty"
                if got == value {
                    rightFields += 1
                } else {
                    mistakes.append("\(sentence.text) → \(field) \(got), not \(value)")
                }
            }
        }
    }

    private static func value(_ field: String, _ entity: Entity) -> String {
        guard let record = entity.treaty else { return "no record" }
        let value: String? =
            switch field {
            case "name": entity.name
            case "kind": record.kind
            case "parties": record.parties.joined(separator: " ")
            case "subject": record.subject
            case "place": record.place
            case "opened": record.opened
            case "signed": record.signed
            case "ratified": record.ratified
            case "inForce": record.inForce
            case "amended": record.amended
            case "suspended": record.suspended
            case "denounced": record.denounced
            case "ended": record.ended
            case "status": record.status
            case "contradicts": record.contradictions.first?.field
            default: entity.ids.first { $0.scheme == field }?.value
            }
        guard let value, !value.isEmpty else { return "-" }
        return value
    }
}
