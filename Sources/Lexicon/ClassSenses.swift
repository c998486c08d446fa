/// One sense of each record, by the image's own classes: ``ImageSection/classSenses``, so that whoever wants all records of a
/// class need not read all senses.
///
/// ```
/// per class, and after the last: how many numbers stand before its first (4)
/// numbers of senses (4), by the records within a class
/// ```
struct ClassSenses: @unchecked Sendable {
    private let bytes: UnsafeRawBufferPointer
    private let classCount: Int

    /// - Returns: `nil` for an image without the section.
    init?(_ image: LexiconImage) {
        bytes = image[.classSenses]
        classCount = image.classNames.count
        if bytes.isEmpty { return nil }
    }

    private func word(_ place: Int) -> Int {
        Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place * 4, as: UInt32.self)))
    }

    /// Whether every number is that of a sense.
    func isSound(senseCount: Int) -> Bool {
        let words = bytes.count / 4
        guard words > classCount, word(0) == 0, word(classCount) == words - classCount - 1 else {
            return false
        }
        return (0..<classCount).allSatisfy { word($0) <= word($0 + 1) }
            && (classCount + 1..<words).allSatisfy { word($0) < senseCount }
    }

    /// Calls `body` with the number of one sense of each record of a class.
    func forEach(ofClass local: Int, _ body: (Int) -> Void) {
        let start = classCount + 1
        for place in start + word(local)..<start + word(local + 1) { body(word(place)) }
    }

    /// - Parameter senses: the class and the record of each, in the order of the image.
    static func build(
        _ senses: some Sequence<(classID: UInt8, record: UInt32)>, classCount: Int
    ) -> [UInt8] {
        var byClass = [[(record: UInt32, number: UInt32)]](repeating: [], count: classCount)
        var seen: Set<UInt32> = []
        for (number, sense) in senses.enumerated()
        where sense.record != ImageLayout.noRecord && seen.insert(sense.record).inserted {
            byClass[Int(sense.classID)].append((sense.record, UInt32(number)))
        }
        var writer = ByteWriter()
        var before = 0
        for senses in byClass {
            writer.append(UInt32(before))
            before += senses.count
        }
        writer.append(UInt32(before))
        for senses in byClass {
            for sense in senses.sorted(by: { $0.record < $1.record }) {
                writer.append(sense.number)
            }
        }
        return writer.bytes
    }
}
