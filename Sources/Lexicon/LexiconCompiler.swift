import Segmentation

/// Compiles lexicon sources into one image.
///
/// The same sources in the same order give the same bytes.
public struct LexiconCompiler {
    private struct Sense {
        var key: UInt64
        var record: UInt32
        var surface: UInt32
        var classID: UInt8
        var caseRule: UInt8
        var weight: UInt8
        var capitals: UInt8

        /// What is written small is met more often than any name.
        var commonness: Int { Int(weight) + (caseRule == CaseRule.any.rawValue ? 256 : 0) }
    }

    private let segmenter: Segmenter
    private var buffer = TokenBuffer()
    private var classes = StringTable()
    private var keys = StringTable()
    private var strings = StringPool()
    private var senses: [Sense] = []
    private var records: [(name: UInt32, firstAttribute: UInt32)] = []
    private var attributes: [(key: UInt32, value: UInt32)] = []
    /// Phrase hash → whether longer phrases go on from it.
    private var prefixes: Set<UInt64> = []
    private var firstTokens: Set<UInt64> = []
    private var secondTokens: Set<UInt64> = []
    private var starts: Set<UInt64> = []
    private var provenance: [String] = []

    /// How many entries may have one spelling, but for case: each time that it stands in a text all are read.
    public static let mostEntries = 1 << 12

    /// A compiler without sources.
    public init() throws(SegmentationError) { segmenter = try Segmenter() }

    /// Adds a source's entries.
    ///
    /// - Throws: ``LexiconError/source(file:line:message:)`` for a name of more than ``Lexicon/longestPhrase`` tokens.
    public mutating func add(_ source: LexiconSource) throws(LexiconError) {
        for (entry, line) in zip(source.entries, source.lines) {
            try add(entry, file: source.file, line: line)
        }
        let name = source.file.split(separator: "/").last.map(String.init) ?? source.file
        provenance.append(
            "\(name)\t\(source.entries.count)\t\(source.header["date"] ?? "")\t\(source.header["license"] ?? "")"
        )
    }

    private mutating func add(
        _ entry: LexiconEntry, file: String, line: Int
    ) throws(LexiconError) {
        let classID = classes.id(of: entry.className)
        guard classID < ClassSet.capacity else { throw .tooManyClasses }
        let name = strings.offset(of: entry.name)
        var record = ImageLayout.noRecord
        if !entry.attributes.isEmpty || !entry.aliases.isEmpty {
            record = UInt32(records.count)
            records.append((name, UInt32(attributes.count)))
            for attribute in entry.attributes {
                attributes.append(
                    (UInt32(keys.id(of: attribute.key)), strings.offset(of: attribute.value)))
            }
        }
        var seen: Set<String> = []
        for surface in [entry.name] + entry.aliases {
            for form in [surface, Diacritics.stripped(surface)] where seen.insert(form).inserted {
                guard addSurface(form, entry, record: record, classID: UInt8(classID)) else {
                    throw .source(
                        file: file, line: line,
                        message: "a name of more than \(Lexicon.longestPhrase) tokens: “\(form)”")
                }
            }
        }
    }

    /// - Returns: whether it is not too long.
    private mutating func addSurface(
        _ surface: String, _ entry: LexiconEntry, record: UInt32, classID: UInt8
    ) -> Bool {
        segmenter.segment(surface, into: &buffer)
        guard buffer.tokens.count <= Lexicon.longestPhrase else { return false }
        guard let first = buffer.tokens.first else { return true }
        firstTokens.insert(first.hash)
        var key = first.hash
        var capitals: UInt8 = first.shape.startsWithCapital ? 1 : 0
        for (index, token) in buffer.tokens.enumerated().dropFirst() {
            prefixes.insert(key)
            key = TokenHash.extend(key, by: token.hash)
            if index == 1 { secondTokens.insert(token.hash) }
            starts.insert(key)
            if index < 8, token.shape.startsWithCapital { capitals |= 1 << UInt8(index) }
        }
        let rule = entry.caseRule ?? derivedRule(tokens: buffer.tokens)
        senses.append(
            Sense(
                key: key, record: record, surface: strings.offset(of: surface), classID: classID,
                caseRule: rule.rawValue, weight: entry.weight, capitals: capitals))
        return true
    }

    /// All capitals of up to five letters: exact; with a capital: a name; else any case.
    private func derivedRule(tokens: [Token]) -> CaseRule {
        let cased = tokens.filter { $0.shape != .uncased }
        let length = cased.reduce(0) { $0 + Int($1.end - $1.start) }
        if length <= 5, !cased.isEmpty,
            cased.allSatisfy({ $0.shape == .upper || $0.shape == .initial })
        {
            return .exact
        }
        return cased.contains { $0.shape.startsWithCapital || $0.shape == .mixed } ? .name : .any
    }

    /// The senses, phrase by phrase, the commonest phrases first: what texts ask for lies together.
    private var sortedSenses: [Sense] {
        var commonness: [UInt64: Int] = [:]
        for sense in senses {
            commonness[sense.key] = max(commonness[sense.key] ?? 0, sense.commonness)
        }
        return senses.map { (sense: $0, commonness: commonness[$0.key] ?? 0) }.enumerated().sorted {
            let (a, b) = ($0.element, $1.element)
            return (b.commonness, a.sense.key, $0.offset) < (a.commonness, b.sense.key, $1.offset)
        }.map(\.element.sense)
    }

    /// The classes of the image, by their numbers.
    public var classNames: [String] { classes.names }

    /// The image, with further sections (rules, weights) as they are given.
    public func image(sections extra: [ImageSection: [UInt8]] = [:]) throws(LexiconError) -> [UInt8]
    {
        let sorted = sortedSenses
        for (first, last) in zip(sorted, sorted.dropFirst(Self.mostEntries))
        where first.key == last.key {
            throw .tooManyEntries(spelling: strings.string(at: first.surface))
        }
        var phraseKeys: [UInt64] = []
        var phrases = ByteWriter()
        var senseBytes = ByteWriter()
        for (index, sense) in sorted.enumerated() {
            if phraseKeys.last != sense.key {
                phraseKeys.append(sense.key)
                phrases.append(UInt32(index))
            }
            senseBytes.append(sense.record)
            senseBytes.append(sense.surface)
            for byte in [sense.classID, sense.caseRule, sense.weight, sense.capitals] {
                senseBytes.bytes.append(byte)
            }
        }
        phrases.append(UInt32(sorted.count))

        var recordBytes = ByteWriter()
        for record in records {
            recordBytes.append(record.name)
            recordBytes.append(record.firstAttribute)
        }
        recordBytes.append(UInt32(0))
        recordBytes.append(UInt32(attributes.count))
        var attributeBytes = ByteWriter()
        for attribute in attributes {
            attributeBytes.append(attribute.key)
            attributeBytes.append(attribute.value)
        }

        var sections: [(ImageSection, [UInt8])] = [
            (.classes, classes.bytes), (.keys, keys.bytes), (.strings, strings.bytes),
            (.filter, StartFilter.build(firstTokens)),
            (.seconds, StartFilter.build(secondTokens)), (.starts, StartFilter.build(starts)),
            (.slots, try SlotTable.build(phrases: phraseKeys, prefixes: prefixes)),
            (.phrases, phrases.bytes), (.senses, senseBytes.bytes), (.records, recordBytes.bytes),
            (.attributes, attributeBytes.bytes),
            (
                .classSenses,
                ClassSenses.build(
                    sorted.lazy.map { (classID: $0.classID, record: $0.record) },
                    classCount: classes.names.count)
            ),
            (.provenance, Array((provenance.joined(separator: "\n") + "\n").utf8)),
        ]
        for (section, bytes) in extra.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            sections.append((section, bytes))
        }
        return ImageWriter.assemble(sections)
    }
}
