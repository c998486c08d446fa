/// A row of a table, cut into its fields.
struct Row {
    /// A field as it is spelled, without the quotes around it.
    struct Field {
        var range: Range<Int>
        /// Whether quotes in it are written twice.
        var isDoubled = false
    }

    private(set) var fields: [Field] = []
    /// What is wrong with it.
    private(set) var fault: String?

    /// Cuts the row in a range, which ends before its line break.
    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, delimiter: UInt8) {
        fields.removeAll(keepingCapacity: true)
        fault = nil
        var index = range.lowerBound
        while true {
            if index < range.upperBound, bytes[index] == UInt8(ascii: "\"") {
                index = readQuoted(bytes, from: index + 1, to: range.upperBound)
                let start = index
                index = bytes.index(of: delimiter, from: index, to: range.upperBound)
                if index > start, fault == nil {
                    fault = "something stands behind the quotes of field \(fields.count)"
                }
            } else {
                let start = index
                index = bytes.index(of: delimiter, from: index, to: range.upperBound)
                fields.append(Field(range: start..<index))
            }
            guard index < range.upperBound else { return }
            index += 1
        }
    }

    /// Reads a field from behind its first quote: where what follows it begins.
    private mutating func readQuoted(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
    ) -> Int {
        var field = Field(range: start..<end)
        var index = start
        while true {
            index = bytes.index(of: UInt8(ascii: "\""), from: index, to: end)
            guard index + 1 < end, bytes[index + 1] == UInt8(ascii: "\"") else { break }
            field.isDoubled = true
            index += 2
        }
        field.range = start..<index
        fields.append(field)
        return min(index + 1, end)
    }

    /// Appends what a field says to `output`.
    static func append(
        _ field: Field, of bytes: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer
    ) {
        var start = field.range.lowerBound
        while field.isDoubled {
            let quote = bytes.index(of: UInt8(ascii: "\""), from: start, to: field.range.upperBound)
            guard quote < field.range.upperBound else { break }
            output.append(UnsafeBufferPointer(rebasing: bytes[start...quote]))
            start = quote + 2
        }
        if start < field.range.upperBound {
            output.append(UnsafeBufferPointer(rebasing: bytes[start..<field.range.upperBound]))
        }
    }

    /// What a field says.
    static func string(_ field: Field, of bytes: UnsafeBufferPointer<UInt8>) -> String {
        let text = String(decoding: bytes[field.range], as: UTF8.self)
        return field.isDoubled ? text.replacing("\"\"", with: "\"") : text
    }
}
