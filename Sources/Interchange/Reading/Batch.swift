/// Some whole lines of an input, or a whole text: what one worker takes at once.
///
/// The storage is used again for the next.
public final class Batch {
    /// The lines with their ends, or the text.
    public internal(set) var bytes = ByteBuffer(capacity: Batch.size * 2)
    /// Number of the input that it is of, from 1.
    public internal(set) var input = 1
    /// Number of the first line, from 1.
    public internal(set) var firstLine = 1
    /// How documents stand in the input.
    public internal(set) var format = InputFormat.text
    /// How many bytes of the input, unpacked, stand before these.
    public internal(set) var offset = 0
    /// Whether a quoted field that is open at a line break stays so for too long.
    var isOpen = false
    /// Which columns make a document, if the input is a table.
    var columns: TableColumns?
    /// What errors call the input.
    public internal(set) var name = ""
    /// Its path, where it is a file.
    public internal(set) var path: String?
    /// Why nothing comes after the bytes, or why the line behind them was left out.
    public internal(set) var failure: InputError?
    /// How many bytes of the inputs, packed or not, were read for it.
    public internal(set) var inputBytes = 0

    /// How many bytes a batch has at least, if the input has them at once: enough that handing it over costs nothing,
    /// few enough that it stays in the cache.
    public static let size = 1 << 18

    public init() {}

    func reset() {
        bytes.removeAll(keepingAtMost: Self.size * 4)
        firstLine = 1
        offset = 0
        isOpen = false
        columns = nil
        path = nil
        failure = nil
        inputBytes = 0
    }
}
