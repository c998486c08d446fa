/// Bytes in the order and width of the image format.
struct ByteWriter {
    var bytes: [UInt8] = []

    mutating func append<Integer: FixedWidthInteger>(_ value: Integer) {
        withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
    }
}

/// Puts sections behind a header and a table.
enum ImageWriter {
    static func assemble(_ sections: [(ImageSection, [UInt8])]) -> [UInt8] {
        var body = ByteWriter()
        var table = ByteWriter()
        let start = ImageLayout.headerSize + sections.count * ImageLayout.tableEntrySize
        func align() {
            while (start + body.bytes.count) % ImageLayout.sectionAlignment != 0 {
                body.bytes.append(0)
            }
        }
        for (section, bytes) in sections {
            align()
            table.append(section.rawValue)
            table.append(UInt32(0))
            table.append(UInt64(start + body.bytes.count))
            table.append(UInt64(bytes.count))
            body.bytes += bytes
        }
        align()
        let rest = table.bytes + body.bytes
        var image = ByteWriter()
        image.append(ImageLayout.magic)
        image.append(ImageLayout.version)
        image.append(UInt32(sections.count))
        image.append(UInt64(ImageLayout.headerSize + rest.count))
        image.append(rest.withUnsafeBytes { ImageLayout.checksum($0) })
        return image.bytes + rest
    }
}

/// Names with small numbers, in the order in which they came.
struct StringTable {
    private(set) var names: [String] = []
    private var ids: [String: Int] = [:]

    mutating func id(of name: String) -> Int {
        if let id = ids[name] { return id }
        ids[name] = names.count
        names.append(name)
        return names.count - 1
    }

    var bytes: [UInt8] { names.flatMap { Array($0.utf8) + [0] } }
}

/// Strings by offset, each stored once.
struct StringPool {
    private(set) var bytes: [UInt8] = []
    private var offsets: [String: UInt32] = [:]

    mutating func offset(of string: String) -> UInt32 {
        if let offset = offsets[string] { return offset }
        let offset = UInt32(bytes.count)
        offsets[string] = offset
        bytes += string.utf8.filter { $0 != 0 }
        bytes.append(0)
        return offset
    }

    func string(at offset: UInt32) -> String {
        String(decoding: bytes[Int(offset)...].prefix { $0 != 0 }, as: UTF8.self)
    }
}
