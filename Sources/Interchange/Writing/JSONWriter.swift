import CText

/// Writes JSON (RFC 8259) into a buffer of bytes.
///
/// Keys come out in the order in which they are written. With ``pretty``, two blanks a level.
public struct JSONWriter: ~Copyable {
    /// What was written so far.
    public private(set) var buffer: ByteBuffer
    /// Whether to break lines and indent.
    public let pretty: Bool
    /// How many brackets are open.
    private var depth = 0
    /// Whether something stands in the bracket opened last, so that a comma must come before the next.
    private var needsComma = false
    private var followsKey = false

    /// A writer that goes on where `buffer` ends.
    public init(buffer: consuming ByteBuffer = ByteBuffer(), pretty: Bool = false) {
        self.buffer = buffer
        self.pretty = pretty
    }

    /// The buffer, back from the writer.
    public consuming func finish() -> ByteBuffer { buffer }

    /// A copy of what was written so far.
    public var bytes: [UInt8] { buffer.array }

    /// Forgets what was written and keeps the storage.
    public mutating func removeAll() {
        buffer.removeAll()
        depth = 0
        needsComma = false
        followsKey = false
    }

    /// Writes `{`, what `members` writes, and `}`.
    @inline(__always)
    public mutating func object(_ members: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "{"))
        members(&self)
        close(UInt8(ascii: "}"))
    }

    /// Writes `[`, what `elements` writes, and `]`.
    @inline(__always)
    public mutating func array(_ elements: (inout JSONWriter) -> Void) {
        open(UInt8(ascii: "["))
        elements(&self)
        close(UInt8(ascii: "]"))
    }

    @inline(__always)
    mutating func openObject() { open(UInt8(ascii: "{")) }

    @inline(__always)
    mutating func closeObject() { close(UInt8(ascii: "}")) }

    @inline(__always)
    mutating func openArray() { open(UInt8(ascii: "[")) }

    @inline(__always)
    mutating func closeArray() { close(UInt8(ascii: "]")) }

    @inline(__always)
    private mutating func open(_ bracket: UInt8) {
        startValue()
        buffer.append(bracket)
        depth &+= 1
        needsComma = false
    }

    @inline(__always)
    private mutating func close(_ bracket: UInt8) {
        depth &-= 1
        if pretty && needsComma { breakLine() }
        buffer.append(bracket)
        needsComma = depth > 0
    }

    /// Writes a member's key; its value must follow.
    @inline(__always)
    public mutating func key(_ name: StaticString) {
        startValue()
        // Most keys are written from a literal, whose length the compiler knows.
        let length = name.utf8CodeUnitCount
        buffer.reserve(length &+ 4)
        let end = buffer.end
        end[0] = UInt8(ascii: "\"")
        (end + 1).update(from: name.utf8Start, count: length)
        end[length &+ 1] = UInt8(ascii: "\"")
        end[length &+ 2] = UInt8(ascii: ":")
        end[length &+ 3] = UInt8(ascii: " ")
        buffer.advance(by: length &+ (pretty ? 4 : 3))
        followsKey = true
    }

    /// Writes a key that is known only now.
    public mutating func key(_ name: String) {
        string(name)
        buffer.append(UInt8(ascii: ":"))
        if pretty { buffer.append(UInt8(ascii: " ")) }
        followsKey = true
    }

    /// Writes a string.
    public mutating func string(_ value: borrowing String) {
        startValue()
        value.utf8.span.withUnsafeBufferPointer { quote($0) }
    }

    /// Writes a string given as its UTF-8, which must be valid.
    public mutating func string(utf8: UnsafeBufferPointer<UInt8>) {
        startValue()
        quote(utf8)
    }

    /// Writes a string that needs no escape: a constant of the schema.
    @inline(__always)
    public mutating func constant(_ value: StaticString) {
        startValue()
        let length = value.utf8CodeUnitCount
        buffer.reserve(length &+ 2)
        let end = buffer.end
        end[0] = UInt8(ascii: "\"")
        (end + 1).update(from: value.utf8Start, count: length)
        end[length &+ 1] = UInt8(ascii: "\"")
        buffer.advance(by: length &+ 2)
    }

    /// Writes a whole number.
    public mutating func integer(_ value: Int) {
        startValue()
        buffer.append(decimal: value)
    }

    /// Writes a number with at most three digits after the point; `null` for what is none or beyond 10¹².
    public mutating func decimal(_ value: Double) {
        startValue()
        buffer.append(decimal: value)
    }

    /// Writes a value as `body` appends it.
    @inline(__always)
    mutating func raw(_ body: (inout ByteBuffer) -> Void) {
        startValue()
        body(&buffer)
    }

    /// Ends a line, between documents.
    public mutating func newline() { buffer.append(UInt8(ascii: "\n")) }

    @inline(__always)
    private mutating func startValue() {
        if followsKey {
            followsKey = false
        } else {
            if needsComma { buffer.append(UInt8(ascii: ",")) }
            if pretty && depth > 0 { breakLine() }
        }
        needsComma = depth > 0
    }

    @inline(never)
    private mutating func breakLine() {
        buffer.append(UInt8(ascii: "\n"))
        for _ in 0..<depth * 2 { buffer.append(UInt8(ascii: " ")) }
    }

    @inline(__always)
    private mutating func quote(_ value: UnsafeBufferPointer<UInt8>) {
        buffer.reserve(value.count &* 6 &+ 18)
        let end = buffer.end
        end[0] = UInt8(ascii: "\"")
        var length = 0
        if let first = value.baseAddress { length = ctext_quote(first, value.count, end + 1) }
        end[length &+ 1] = UInt8(ascii: "\"")
        buffer.advance(by: length &+ 2)
    }
}
