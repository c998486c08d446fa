import Glibc

/// Finds the members that make a document in a line of JSON, without building a tree.
///
/// It accepts only what ``JSONReader`` accepts, and gives the same; at whatever is doubtful it gives up, and the careful
/// reader decides. Reads stay below `count`, and what it writes into the scratch buffer is no longer than the line.
struct JSONLine {
    /// A member's name.
    struct Name {
        private let text: String
        private let bytes: [UInt8]

        init(_ text: String) {
            self.text = text
            bytes = Array(text.utf8)
        }

        /// Whether a key is this name. Strings of other bytes may be equal if they are not ASCII.
        func isSpelled(_ key: UnsafeBufferPointer<UInt8>) -> Bool {
            if let first = key.baseAddress, key.count == bytes.count,
                memcmp(first, bytes, bytes.count) == 0
            {
                return true
            }
            return !key.allSatisfy { $0 < 0x80 } && String(decoding: key, as: UTF8.self) == text
        }
    }

    struct Names {
        let text: Name
        let id: Name
        let date: Name

        init(_ fields: InputFields) {
            text = Name(fields.text)
            id = Name(fields.id)
            date = Name(fields.date)
        }
    }

    let base: UnsafePointer<UInt8>
    let count: Int
    var index = 0

    /// - Precondition: `line` is not empty.
    init(_ line: UnsafeBufferPointer<UInt8>) {
        base = line.baseAddress!
        count = line.count
    }

    /// The document; `nil` where the careful reader must decide.
    mutating func document(_ names: Names, _ scratch: inout ByteBuffer) -> ParsedDocument? {
        scratch.reserve(count)
        var text: UnsafeBufferPointer<UInt8>?
        var id: String?
        var date: String?
        skipSpace()
        guard take(UInt8(ascii: "{")) else { return nil }
        skipSpace()
        if take(UInt8(ascii: "}")) { return nil }
        while true {
            guard index < count, base[index] == UInt8(ascii: "\""), let key = string(&scratch)
            else { return nil }
            let isText = names.text.isSpelled(key)
            let isID = names.id.isSpelled(key)
            let isDate = names.date.isSpelled(key)
            skipSpace()
            guard take(UInt8(ascii: ":")) else { return nil }
            skipSpace()
            if isText || isID || isDate {
                guard let value = value(&scratch) else { return nil }
                if isText {
                    guard case .string(let bytes) = value else { return nil }
                    text = bytes
                }
                if isID { id = value.identifier }
                if isDate { date = value.identifier }
            } else {
                guard skipValue(depth: 1) else { return nil }
            }
            skipSpace()
            if take(UInt8(ascii: "}")) { break }
            guard take(UInt8(ascii: ",")) else { return nil }
            skipSpace()
        }
        skipSpace()
        guard index == count, let text else { return nil }
        return ParsedDocument(id: id, date: date, utf8: text)
    }

    /// A value that may make a document.
    private enum Value {
        case null
        case string(UnsafeBufferPointer<UInt8>)
        case number(UnsafeBufferPointer<UInt8>)

        var identifier: String? {
            switch self {
            case .null: nil
            case .string(let bytes), .number(let bytes): String(decoding: bytes, as: UTF8.self)
            }
        }
    }

    private mutating func value(_ scratch: inout ByteBuffer) -> Value? {
        guard index < count else { return nil }
        switch base[index] {
        case UInt8(ascii: "\""): return string(&scratch).map { .string($0) }
        case UInt8(ascii: "n"): return skipWord("null") ? .null : nil
        default:
            let start = index
            guard skipNumber() else { return nil }
            return .number(UnsafeBufferPointer(start: base + start, count: index - start))
        }
    }
}
