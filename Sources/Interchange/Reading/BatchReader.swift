/// Cuts inputs, one after another, into batches of whole lines, rows or records, or of one text each.
///
/// Memory is that of the batch and of the longest line. A batch is given out as soon as it is large enough or the input
/// has nothing more for now, so that lines which come slowly are not kept waiting.
public final class BatchReader {
    /// The longest line, row or record, in bytes; a longer one is an error and is passed over without being kept.
    public static let longestLine = 1 << 26

    /// Opens the input at a path.
    public typealias Opener = (String) throws(InputError) -> ByteSource

    private var paths: ArraySlice<String>
    private let options: InputOptions
    private let open: Opener
    private var source: ByteSource?
    private var format = InputFormat.text
    private var framing: any RecordFraming = LineFraming()
    private var decoding = StreamDecoding(.standard)
    /// Which columns of the input make a document, once its header was read.
    private var columns: TableColumns?
    /// What was read beyond the batch given last.
    private var carry = ByteBuffer()
    private var nextLine = 1
    private var nextOffset = 0
    private var inputCount = 0
    private var isSkipping = false
    private var counted = 0

    public init(_ paths: [String], _ options: InputOptions, open: @escaping Opener) {
        self.paths = paths[...]
        self.options = options
        self.open = open
    }

    public convenience init(
        _ paths: [String], format: InputFormat, longestLine: Int = BatchReader.longestLine,
        open: @escaping Opener
    ) {
        var options = InputOptions(format)
        options.longestLine = longestLine
        self.init(paths, options, open: open)
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
            batch.format = format
            batch.firstLine = nextLine
            do {
                if format.isWhole {
                    self.source = nil
                    defer { batch.inputBytes = source.position }
                    try source.readAll(into: &batch.bytes)
                    return true
                }
                if try readLines(of: source, into: batch) { return true }
            } catch {
                fail(error, batch)
                return true
            }
        }
        return batch.failure != nil
    }

    /// The next input that opens; `nil` at the end, or with the failure in the batch.
    private func openNext(_ batch: Batch) -> ByteSource? {
        guard let path = paths.popFirst() else { return nil }
        nextLine = 1
        nextOffset = 0
        inputCount += 1
        isSkipping = false
        counted = 0
        columns = nil
        carry.removeAll()
        format = options.format(of: path)
        framing = format.framing
        decoding = StreamDecoding(options.encoding, isNeeded: format != .warc)
        do {
            source = try open(path)
        } catch {
            batch.failure = error
        }
        return source
    }

    /// Ends an input that cannot be read on.
    private func fail(_ error: InputError, _ batch: Batch) {
        batch.failure = error
        source = nil
        if format.isWhole {
            batch.bytes.removeAll()
            return
        }
        // A line that is cut off may still be a line, and must not pass for one.
        framing.restart()
        batch.bytes.truncate(to: framing.wholeEnd(of: batch.bytes.bytes))
        try? takeHeader(batch)
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
        framing.restart()
        var end = framing.wholeEnd(of: batch.bytes.bytes)
        while true {
            if end > 0, batch.bytes.count >= Batch.size || !source.isReady {
                try finish(batch, upTo: end)
                return true
            }
            // One byte more may be half a line end. The parser looks at the lines that are whole.
            if end == 0, batch.bytes.count > options.longestLine + 1 {
                guard let end = openEnd(batch.bytes.bytes) else {
                    return giveUp(batch, source.name)
                }
                if batch.bytes.count > options.longestLine / 4 * 5 {
                    batch.isOpen = true
                    try finish(batch, upTo: end)
                    return true
                }
            }
            guard try read(source, into: batch) else {
                self.source = nil
                try finish(batch, upTo: batch.bytes.count)
                if let problem = decoding.problem {
                    batch.failure = .file(name: source.name, reason: problem)
                }
                return batch.bytes.count > 0 || batch.failure != nil
            }
            if isSkipping { skip(batch) }
            end = framing.wholeEnd(of: batch.bytes.bytes)
        }
    }

    /// Reads some bytes; `false` at the end.
    private func read(_ source: ByteSource, into batch: Batch) throws(InputError) -> Bool {
        let room = max(Batch.size - batch.bytes.count, 1 << 16)
        batch.bytes.reserve(room)
        let count = try source.read(
            into: UnsafeMutableBufferPointer(start: batch.bytes.end, count: room))
        batch.bytes.advance(by: count)
        if decoding.isDecided { return count > 0 }
        switch decoding.decide(&batch.bytes, isWhole: count == 0, isTable: format.delimiter != nil)
        {
        case .needsMore: return try read(source, into: batch)
        case .asItIs: return count > 0
        case .through(let decoder):
            source.add(decoder, first: batch.bytes.bytes)
            batch.bytes.removeAll()
            return true
        }
    }

    /// Gives out the bytes before `end` and keeps the others for the next batch.
    private func finish(_ batch: Batch, upTo end: Int) throws(InputError) {
        carry.append(UnsafeBufferPointer(rebasing: batch.bytes.bytes[end...]))
        batch.bytes.truncate(to: end)
        try takeHeader(batch)
        batch.firstLine = nextLine
        batch.offset = nextOffset
        nextLine += framing.count(batch.bytes.bytes)
        nextOffset += batch.bytes.count
    }

    /// Takes the header off a table's first rows.
    private func takeHeader(_ batch: Batch) throws(InputError) {
        guard let delimiter = format.delimiter else { return }
        defer { batch.columns = columns }
        if columns != nil || batch.bytes.count == 0 { return }
        var names: [String] = []
        if options.fields.hasHeader {
            let header = TableReader.header(batch.bytes.bytes, delimiter: delimiter)
            names = header.fields
            nextLine += framing.count(
                UnsafeBufferPointer(rebasing: batch.bytes.bytes[..<header.end]))
            batch.bytes.removeFirst(header.end)
        }
        do {
            columns = try TableColumns(names, options.fields)
        } catch {
            batch.bytes.removeAll()
            throw .file(name: batch.name, reason: error.description)
        }
    }

    /// Passes over the rest of a line that is too long.
    private func skip(_ batch: Batch) {
        let (passed, isWhole) = framing.passOver(batch.bytes.bytes, isStart: false)
        batch.bytes.removeFirst(passed)
        nextOffset += passed
        isSkipping = !isWhole
        framing.restart()
    }

    /// What is said of a line of more than `limit` bytes.
    static func tooLong(_ limit: Int) -> String { "a line of more than \(limit) bytes" }

    /// Up to where lines are given out: a row that starts before it and goes on into another line is too long. `nil` if the bytes
    /// do not end within a quoted field, or have one line only.
    ///
    /// More is read before the lines are given out than must be, for what is kept is copied each time.
    private func openEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        guard framing.isOpen else { return nil }
        let last = max(bytes.count - options.longestLine - 1, 0)
        let feed = bytes.index(of: UInt8(ascii: "\n"), from: last)
        if feed < bytes.count { return feed + 1 }
        return bytes[..<last].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 }
    }

    private func giveUp(_ batch: Batch, _ name: String) -> Bool {
        let reason = framing.tooLong(options.longestLine)
        batch.failure =
            format == .warc
            ? .record(name: name, offset: nextOffset, reason: reason)
            : .line(name: name, number: nextLine, reason: reason)
        let (passed, isWhole) = framing.passOver(batch.bytes.bytes, isStart: true)
        carry.append(UnsafeBufferPointer(rebasing: batch.bytes.bytes[passed...]))
        batch.bytes.removeAll()
        nextLine += 1
        nextOffset += passed
        isSkipping = !isWhole
        return true
    }
}

extension InputFormat {
    fileprivate var framing: any RecordFraming {
        if let delimiter { return RowFraming(delimiter: delimiter) }
        return self == .warc ? WARCFraming() : LineFraming()
    }
}
