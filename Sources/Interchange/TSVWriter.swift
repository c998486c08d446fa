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

    public mutating func field(_ text: String) { field(utf8: text.utf8) }

    /// Writes a field given as its UTF-8.
    public mutating func field(utf8: some Sequence<UInt8>) {
        if !isFirstField { bytes.append(UInt8(ascii: "\t")) }
        isFirstField = false
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "\t"): escape("t")
            case UInt8(ascii: "\n"): escape("n")
            case UInt8(ascii: "\r"): escape("r")
            case UInt8(ascii: "\\"): escape("\\")
            default: bytes.append(byte)
            }
        }
    }

    public mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        isFirstField = true
    }

    private mutating func escape(_ letter: Unicode.Scalar) {
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(ascii: letter))
    }
}
