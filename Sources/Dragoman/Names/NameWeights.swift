import Lexicon
import Segmentation

/// The weights of the model of names, as they stand in `names.weights`.
///
/// The file is TSV: a feature, then the tags that it speaks for or against with what it adds, in hundredths:
/// `word[-1]=spokesman	B-PERSON:112	U-PERSON:87`; `from:O` to `from:U-PLACE` are the transitions. Lines that start with
/// `#` are comments.
package struct NameWeights: Sendable {
    /// Sums of a few dozen features must stay within sixteen bits.
    package static let largest = 400

    /// By feature, sixteen numbers.
    package internal(set) var rows: [NameFeatureID: SIMD16<Int16>] = [:]
    /// Names of the features in `rows`.
    package internal(set) var names: [NameFeatureID: String] = [:]
    package internal(set) var transitions = [SIMD16<Int16>](repeating: SIMD16(), count: 16)

    package init() {}

    /// Weights of named features, sixteen each, and from each tag to each.
    package init(rows: [(name: String, values: [Int])], transitions: [[Int]]) {
        let dense = Dictionary(
            uniqueKeysWithValues: NameFeature.denseNames.enumerated().map { ($1, $0) })
        for (name, values) in rows {
            guard let feature = NameFeature(name: name, dense: dense) else { continue }
            self.rows[feature.id] = NameVector(values.map(Int16.init))
            names[feature.id] = name
        }
        self.transitions = transitions.map { NameVector($0.map(Int16.init)) }
    }

    /// - Throws: ``ExtractorError/weights(line:_:)`` with the line that is wrong, for text that is no weights file.
    init(text: String) throws(ExtractorError) {
        let dense = Dictionary(
            uniqueKeysWithValues: NameFeature.denseNames.enumerated().map { ($1, $0) })
        let tags = Dictionary(uniqueKeysWithValues: NameTag.all.map { (NameTag.names[$0], $0) })
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            if line.isEmpty || line.hasPrefix("#") { continue }
            let fields = line.split(separator: "\t")
            var row = NameVector()
            for field in fields.dropFirst() {
                guard let colon = field.lastIndex(of: ":"), let tag = tags[String(field[..<colon])],
                    let value = Int16(field[field.index(after: colon)...]),
                    abs(Int(value)) <= Self.largest
                else { throw .weights(line: number, "expected tags with numbers") }
                row[tag] = value
            }
            let name = String(fields[0])
            if name.hasPrefix("from:"), let tag = tags[String(name.dropFirst(5))] {
                transitions[tag] = row
            } else if let feature = NameFeature(name: name, dense: dense) {
                rows[feature.id] = row
                names[feature.id] = name
            } else {
                throw .weights(line: number, "unknown feature “\(name)”")
            }
        }
    }

    /// The file's lines, sorted by feature; what is all zero is left out.
    package func lines() -> String {
        func line(_ name: String, _ row: NameVector) -> String? {
            let fields = NameTag.all.filter { row[$0] != 0 }
                .map { "\(NameTag.names[$0]):\(row[$0])" }
            return fields.isEmpty ? nil : ([name] + fields).joined(separator: "\t") + "\n"
        }
        let first = NameTag.all.compactMap {
            line("from:\(NameTag.names[$0])", transitions[$0])
        }
        let sorted = rows.map { (names[$0.key] ?? "", $0.value) }.sorted { $0.0 < $1.0 }
        return (first + sorted.compactMap { line($0.0, $0.1) }).joined()
    }

    /// The section of an image that ``NameModel`` reads.
    func compiled() -> [UInt8] {
        let hashed = rows.filter { $0.key & NameFeature.hashedBit != 0 }
        var count = 1024
        while count < hashed.count * 2 { count *= 2 }
        var keys = [UInt64](repeating: 0, count: count)
        var values = [NameVector](repeating: NameVector(), count: count)
        for (key, row) in hashed.sorted(by: { $0.key < $1.key }) {
            var slot = Int(truncatingIfNeeded: key) & (count - 1)
            while keys[slot] != 0 { slot = (slot + 1) & (count - 1) }
            keys[slot] = key
            values[slot] = row
        }
        var filter = [UInt64](repeating: 0, count: count / 16)
        for key in keys where key != 0 {
            filter[NameModel.filterWord(of: key, in: filter.count)] |= NameModel.filterBits(of: key)
        }
        var writer = ByteWriter()
        writer.append(UInt32(NameFeature.denseCount))
        writer.append(UInt32(count))
        writer.append(UInt32(filter.count))
        for _ in 0..<5 { writer.append(UInt32(0)) }
        for row in transitions { writer.append(row) }
        for feature in 0..<NameFeature.denseCount {
            writer.append(rows[UInt64(feature)] ?? NameVector())
        }
        for row in values { writer.append(row) }
        for key in keys { writer.append(key) }
        for word in filter { writer.append(word) }
        return writer.bytes
    }
}

/// ``NameFeature/id``.
package typealias NameFeatureID = UInt64

/// Little-endian bytes.
private struct ByteWriter {
    var bytes: [UInt8] = []

    mutating func append(_ value: some FixedWidthInteger) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func append(_ row: NameVector) {
        for index in 0..<NameVector.scalarCount { append(row[index]) }
    }
}
