/// Named fields as WARC and HTTP have them: `Name: value`, a line each, names in any case.
struct WARCHead {
    /// What stands on the first line: the version, the status.
    let firstLine: String
    private var fields: [String: String] = [:]

    /// Reads the lines in a range.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        var lines = bytes[range].split(separator: 0x0A).makeIterator()
        firstLine =
            lines.next().map { String(decoding: $0, as: UTF8.self).trimming(\.isHTMLSpace) } ?? ""
        while let line = lines.next() {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            let value = String(decoding: line[(colon + 1)...], as: UTF8.self)
            // Of two fields of one name, the first.
            if fields[name] == nil { fields[name] = value.trimming(\.isHTMLSpace) }
        }
    }

    /// The value of a field, whose name is given in small letters.
    subscript(name: String) -> String? { fields[name] }
}
