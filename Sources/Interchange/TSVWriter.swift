/// Writes lines of fields with tabs between them.
///
/// Tabs, line breaks and backslashes in a field are written `\t`, `\n`, `\r` and `\\`.
public struct TSVWriter {
    /// What was written so far.
    public private(set) var bytes: [UInt8] = []
    private var isFirstField = true

    public init() {}

    /// Forgets what was written and keeps the storage.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        isFirstField = true
    }

    /// Writes a field.
    public mutating func field(_ text: String) { field(utf8: text.utf8) }

    /// Writes a field given as its UTF-8.
    public mutating func field(utf8: some Collection<UInt8>) {
        if !isFirstField { bytes.append(UInt8(ascii: "\t")) }
        isFirstField = false
        bytes.append(addingCapacity: 2 * utf8.count) { output in
            for byte in utf8 {
                guard let letter = Self.escape(byte) else {
                    output.append(byte)
                    continue
                }
                output.append(UInt8(ascii: "\\"))
                output.append(letter)
            }
        }
    }

    /// Ends the line.
    public mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        isFirstField = true
    }

    private static func escape(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\t"): UInt8(ascii: "t")
        case UInt8(ascii: "\n"): UInt8(ascii: "n")
        case UInt8(ascii: "\r"): UInt8(ascii: "r")
        case UInt8(ascii: "\\"): byte
        default: nil
        }
    }
}
