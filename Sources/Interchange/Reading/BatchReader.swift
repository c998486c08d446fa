import CText

/// Cuts inputs, one after another, into batches of whole lines, or of one text each.
///
/// Memory is that of the batch and of the longest line. A batch is given out as soon as it is large enough or the input
/// has nothing more for now, so that lines which come slowly are not kept waiting.
public final class BatchReader {
    /// The longest line, in bytes; a longer one is an error and is passed over without being kept.
    public static let longestLine = 1 << 26

    /// Opens the input at a path.
    public typealias Opener = (String) throws(InputError) -> ByteSource

    private var paths: ArraySlice<String>
    private let format: InputFormat
    private let longestLine: Int
    private let open: Opener
    private var source: ByteSource?
    /// What was read beyond the batch given last.
    private var carry = ByteBuffer()
    private var nextLine = 1
    private var inputCount = 0
    private var isMarkChecked = false
    private var isSkipping = false
    private var counted = 0

    public init(
        _ paths: [String], format: InputFormat, longestLine: Int = BatchReader.longestLine,
        open: @escaping Opener
    ) {
        self.paths = paths[...]
        self.format = format
        self.longestLine = longestLine
        self.open = open
    }

    /// Whether all was read; there may be nothing more even if not.
    public var isAtEnd: Bool { source == nil && paths.isEmpty }

    /// Reads the next batch; `false` after the last.
    public func next(into batch: Batch) -> Bool {
        batch.reset()
        while let source = source ?? openNext(batch) {
            batch.name = source.name
            batch.path = source.path
            batch.input = inputCount
            batch.firstLine = nextLine
            do {
                if format == .text {
                    self.source = nil
                    defer { batch.inputBytes = source.position }
                    try source.readAll(into: &batch.bytes)
                    return true
                }
                if try readLines(of: source, into: batch) { return true }
            } catch {
                // A line that is cut off may still be a line, and must not pass for one.
                batch.bytes.truncate(to: format == .text ? 0 : batch.wholeLines)
                batch.failure = error
                self.source = nil
                return true
            }
        }
        return batch.failure != nil
    }

    /// The next input that opens; `nil` at the end, or with the failure in the batch.
    private func openNext(_ batch: Batch) -> ByteSource? {
        guard let path = paths.popFirst() else { return nil }
        nextLine = 1
        inputCount += 1
        isMarkChecked = false
        isSkipping = false
        counted = 0
        carry.removeAll()
        do {
            source = try open(path)
        } catch {
            batch.failure = error
        }
        return source
    }

    /// Fills the batch with whole lines; `false` if the input has no more.
    private func readLines(
        of source: ByteSource, into batch: Batch
    ) throws(InputError) -> Bool {
        defer {
            batch.inputBytes = source.position - counted
            counted = source.position
        }
        batch.bytes.append(carry.bytes)
        carry.removeAll(keepingAtMost: Batch.size)
        var end = batch.wholeLines
        while true {
            if end > 0, batch.bytes.count >= Batch.size || !source.isReady {
                finish(batch, upTo: end)
                return true
            }
            // One byte more may be half a line end. The parser looks at the lines that are whole.
            if end == 0, batch.bytes.count > longestLine + 1 {
                return tooLong(batch, source.name)
            }
            let start = batch.bytes.count
            guard try read(source, into: batch) else {
                self.source = nil
                finish(batch, upTo: batch.bytes.count)
                return batch.bytes.count > 0
            }
            if isSkipping {
                skip(batch)
                end = batch.wholeLines
            } else {
                end = max(end, batch.wholeLines(from: start))
            }
        }
    }

    /// Reads some bytes; `false` at the end.
    private func read(_ source: ByteSource, into batch: Batch) throws(InputError) -> Bool {
        let room = max(Batch.size - batch.bytes.count, 1 << 16)
        batch.bytes.reserve(room)
        let count = try source.read(
            into: UnsafeMutableBufferPointer(start: batch.bytes.end, count: room))
        if count == 0 { return false }
        batch.bytes.advance(by: count)
        if !isMarkChecked {
            if TextTranscoder.isUndecided(batch.bytes.bytes) {
                return try read(source, into: batch)
            }
            isMarkChecked = true
            if let transcoder = TextTranscoder(markOf: batch.bytes.bytes) {
                batch.bytes.removeFirst(transcoder.markLength)
                source.add(transcoder, first: batch.bytes.bytes)
                batch.bytes.removeAll()
            }
        }
        return true
    }

    /// Gives out the bytes before `end` and keeps the others for the next batch.
    private func finish(_ batch: Batch, upTo end: Int) {
        carry.append(UnsafeBufferPointer(rebasing: batch.bytes.bytes[end...]))
        batch.bytes.truncate(to: end)
        batch.firstLine = nextLine
        if let first = batch.bytes.bytes.baseAddress { nextLine += ctext_line_feeds(first, end) }
    }

    /// Passes over the rest of a line that is too long.
    private func skip(_ batch: Batch) {
        guard let end = batch.bytes.bytes.firstIndex(of: UInt8(ascii: "\n")) else {
            batch.bytes.removeAll()
            return
        }
        batch.bytes.removeFirst(end + 1)
        isSkipping = false
    }

    /// What is said of a line of more than `limit` bytes.
    static func tooLong(_ limit: Int) -> String { "a line of more than \(limit) bytes" }

    private func tooLong(_ batch: Batch, _ name: String) -> Bool {
        batch.bytes.removeAll()
        batch.failure = .line(
            name: name, number: nextLine, reason: Self.tooLong(longestLine))
        nextLine += 1
        isSkipping = true
        return true
    }
}

extension Batch {
    /// Where the last whole line ends; 0 if there is none.
    fileprivate var wholeLines: Int { wholeLines(from: 0) }

    /// The same, looked for behind `start` only.
    fileprivate func wholeLines(from start: Int) -> Int {
        guard let first = bytes.bytes.baseAddress else { return 0 }
        let length = ctext_whole_lines(first + start, bytes.count - start)
        return length == 0 ? 0 : start + length
    }
}
