import CArrow

/// A column of texts of somebody else's, read where it lies.
///
/// Unsafe, as the interface is. What must hold: schema and array are alive, and as long as they say; that offsets do not
/// go backwards is looked at, text by text.
struct ArrowTexts {
    private let validity: UnsafePointer<UInt8>?
    private let offsets: Offsets
    private let bytes: UnsafePointer<UInt8>?
    /// Of the first row in the buffers.
    private let offset: Int
    /// Whether texts are bytes of a file, with a byte order mark perhaps, and not strings.
    let isBinary: Bool

    private enum Offsets {
        case short(UnsafePointer<Int32>)
        case long(UnsafePointer<Int64>)
    }

    /// - Throws: where the column holds something else than texts.
    init(_ array: ArrowArray, _ schema: ArrowSchema, name: StaticString) throws(ArrowError) {
        let format = schema.format.map(String.init(cString:)) ?? ""
        guard schema.dictionary == nil, ["u", "U", "z", "Z"].contains(format) else {
            throw ArrowError("column “\(name)”: format “\(format)” is none of u, U, z and Z")
        }
        guard array.n_buffers == 3, let buffers = array.buffers, array.length >= 0,
            array.offset >= 0
        else { throw ArrowError("column “\(name)” has no buffers") }
        isBinary = format.lowercased() == "z"
        offset = Int(array.offset)
        validity = array.null_count == 0 ? nil : buffers[0]?.assumingMemoryBound(to: UInt8.self)
        bytes = buffers[2]?.assumingMemoryBound(to: UInt8.self)
        // An array without rows may have no offsets.
        guard let place = buffers[1] else {
            guard array.length == 0 else { throw ArrowError("column “\(name)” has no offsets") }
            offsets = .short(Self.none)
            return
        }
        offsets =
            format == format.lowercased()
            ? .short(place.assumingMemoryBound(to: Int32.self))
            : .long(place.assumingMemoryBound(to: Int64.self))
    }

    // Never read and never freed.
    nonisolated(unsafe) private static let none = UnsafePointer(
        UnsafeMutablePointer<Int32>.allocate(capacity: 1))

    /// The text of a row; `nil` for null.
    ///
    /// - Throws: where the offsets cannot be.
    func text(_ row: Int) throws(ArrowError) -> UnsafeBufferPointer<UInt8>? {
        let row = row + offset
        if let validity, validity[row >> 3] >> (row & 7) & 1 == 0 { return nil }
        let (start, end) =
            switch offsets {
            case .short(let offsets): (Int(offsets[row]), Int(offsets[row + 1]))
            case .long(let offsets): (Int(offsets[row]), Int(offsets[row + 1]))
            }
        guard 0 <= start, start <= end, bytes != nil || start == end else {
            throw ArrowError("the offsets of the batch go backwards")
        }
        return UnsafeBufferPointer(start: bytes.map { $0 + start }, count: end - start)
    }
}
