import Segmentation

/// The facts to look phrases up in: one or more images, the later ones winning where they know more.
public struct Lexicon: Sendable {
    /// The most tokens that a phrase may have: titles of treaties have some fifty.
    public static let longestPhrase = 64

    /// In the order in which they were given; the first is the built-in one.
    public let images: [LexiconImage]
    /// Class names by ``ClassID``.
    public let classNames: [String]
    /// Per image: the lexicon's class for each of the image's own.
    private let classMaps: ClassMaps
    /// What look-ups read of the images.
    let tables: [PhraseTable]

    /// - Throws: ``LexiconError/tooManyClasses``.
    public init(_ images: [LexiconImage]) throws(LexiconError) {
        var names = StringTable()
        var maps: [[ClassID]] = []
        for image in images {
            maps.append(
                image.classNames.map {
                    ClassID(rawValue: UInt8(truncatingIfNeeded: names.id(of: $0)))
                })
            guard names.names.count <= ClassSet.capacity else { throw .tooManyClasses }
        }
        self.images = images
        classNames = names.names
        let classMaps = ClassMaps(maps, names: names.names)
        self.classMaps = classMaps
        tables = images.indices.map { images[$0].table.naming(classes: classMaps.map(of: $0)) }
    }

    /// The class with exactly this name.
    public func classID(_ name: String) -> ClassID? {
        classNames.firstIndex(of: name).map { ClassID(rawValue: UInt8($0)) }
    }

    /// The class `pattern` and all below it: `place` takes `place` and `place.city`.
    public func classes(matching pattern: String) -> ClassSet {
        classMaps.named[pattern] ?? ClassSet()
    }

    /// Calls `body` with every sense of a phrase, in the order of the image.
    @inline(__always)
    public func forEachSense(of phrase: PhraseID, _ body: (Sense) -> Void) {
        let number = Int(phrase.image)
        let table = tables[number]
        let range = table.senseRange(phrase: Int(phrase.index))
        for index in range.start..<range.end {
            let raw = table.sense(index)
            body(
                Sense(
                    image: phrase.image, raw: raw, classID: table.classID(raw.localClass)))
        }
    }

    /// Whether some sense of a phrase is as `condition` asks.
    public func hasSense(of phrase: PhraseID, _ condition: (Sense) -> Bool) -> Bool {
        var result = false
        forEachSense(of: phrase) { if condition($0) { result = true } }
        return result
    }

    /// The senses of a phrase, the heaviest first.
    public func senses(of phrase: PhraseID) -> [Sense] {
        let image = images[Int(phrase.image)]
        let range = image.table.senseRange(phrase: Int(phrase.index))
        return (range.start..<range.end).map { index in
            let raw = image.table.sense(index)
            return Sense(
                image: phrase.image, raw: raw,
                classID: tables[Int(phrase.image)].classID(raw.localClass))
        }.sorted { $0.weight > $1.weight }
    }

    /// The canonical name of a sense: `Japan` for `Nippon`.
    public func name(of sense: Sense) -> String {
        let image = images[Int(sense.image)]
        return sense.record == ImageLayout.noRecord
            ? image.string(sense.surface) : image.recordName(sense.record)
    }

    /// Whether the canonical name of a sense starts with `start`.
    public func hasName(_ sense: Sense, startingWith start: String) -> Bool {
        let image = images[Int(sense.image)]
        let name =
            sense.record == ImageLayout.noRecord ? sense.surface : image.nameOffset(sense.record)
        return image.bytes(string: name).starts(with: start.utf8)
    }

    /// The form of the sense as the lexicon writes it.
    public func surface(of sense: Sense) -> String {
        images[Int(sense.image)].string(sense.surface)
    }

    /// What is known of a sense, in the order of the source's columns.
    public func attributes(of sense: Sense) -> [LexiconEntry.Attribute] {
        sense.record == ImageLayout.noRecord
            ? [] : images[Int(sense.image)].attributes(sense.record)
    }

    /// One attribute of a sense.
    public func attribute(_ key: String, of sense: Sense) -> String? {
        sense.record == ImageLayout.noRecord
            ? nil : images[Int(sense.image)].attribute(key, of: sense.record)
    }

    /// All senses of a name, whatever its case: for people who ask what the lexicon knows.
    public func lookUp(_ name: String, segmenter: Segmenter) -> [Sense] {
        var buffer = TokenBuffer()
        segmenter.segment(name, into: &buffer)
        guard let first = buffer.tokens.first else { return [] }
        let key = buffer.tokens.dropFirst().reduce(first.hash) {
            TokenHash.extend($0, by: $1.hash)
        }
        return images.indices.reversed().flatMap { image -> [Sense] in
            guard let phrase = tables[image].find(key).phrase else { return [] }
            return senses(of: PhraseID(image: UInt8(image), index: UInt32(phrase)))
        }
    }
}

/// A phrase of an image.
public struct PhraseID: Hashable, Sendable, BitwiseCopyable {
    /// Number of the image, from 0.
    public let image: UInt8
    /// Its place there.
    public let index: UInt32

    @usableFromInline
    init(image: UInt8, index: UInt32) {
        self.image = image
        self.index = index
    }
}

/// One meaning of a phrase.
public struct Sense: Sendable, Hashable {
    let image: UInt8
    let record: UInt32
    let surface: UInt32
    /// What it is.
    public let classID: ClassID
    /// How the case of the text must fit.
    public let caseRule: CaseRule
    /// Prominence or frequency, 0 to 255.
    public let weight: UInt8
    /// One bit for each of the first eight tokens that starts with a capital.
    let capitals: UInt8

    init(image: UInt8, raw: LexiconImage.RawSense, classID: ClassID) {
        self.image = image
        record = raw.record
        surface = raw.surface
        self.classID = classID
        caseRule = CaseRule(rawValue: raw.caseRule) ?? .any
        weight = raw.weight
        capitals = raw.capitals
    }

    /// Whether two senses are of one record: the same thing under two names.
    public func isSameRecord(as other: Sense) -> Bool {
        image == other.image && record == other.record && record != ImageLayout.noRecord
    }

    /// Number of the record, for use as a key; `nil` for a bare word.
    public var recordKey: UInt64? {
        record == ImageLayout.noRecord ? nil : UInt64(image) << 32 | UInt64(record)
    }
}

/// The lexicon's class for each of an image's own, image after image, and the classes by their names.
///
/// Unsafe, so that tables read it without counting references: it lives as long as the lexicon.
final class ClassMaps: Sendable {
    nonisolated(unsafe) private let classes: UnsafeMutableBufferPointer<ClassID>

    /// What ``ClassSet/named(_:)`` gives.
    let named: [String: ClassSet]

    init(_ maps: [[ClassID]], names: [String]) {
        named = ClassSet.named(names)
        classes = .allocate(capacity: maps.count * ClassSet.capacity)
        classes.initialize(repeating: ClassID(rawValue: 0))
        for (image, map) in maps.enumerated() {
            for (place, id) in map.enumerated() { classes[image * ClassSet.capacity + place] = id }
        }
    }

    deinit { classes.deallocate() }

    func map(of image: Int) -> UnsafePointer<ClassID>? {
        classes.baseAddress.map { UnsafePointer($0 + image * ClassSet.capacity) }
    }
}

extension ClassSet {
    /// Of classes by their names, and by what stands before a dot in one: the class and all below it.
    package static func named(_ names: [String]) -> [String: ClassSet] {
        var named: [String: ClassSet] = Dictionary(minimumCapacity: names.count * 2)
        for (number, name) in names.enumerated() {
            let id = ClassID(rawValue: UInt8(number))
            named[name, default: ClassSet()].insert(id)
            var end = name.utf8.startIndex
            while let dot = name.utf8[end...].firstIndex(of: UInt8(ascii: ".")) {
                named[String(name[..<dot]), default: ClassSet()].insert(id)
                end = name.utf8.index(after: dot)
            }
        }
        return named
    }
}
