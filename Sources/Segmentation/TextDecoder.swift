/// Collects the output of one decoding and what went wrong.
struct TextDecoder {
    private(set) var output: [UInt8] = []
    private(set) var problems: ProblemRuns

    init(_ encoding: TextEncoding) {
        problems = ProblemRuns(encoding: encoding.name)
    }

    mutating func decodeUTF8(_ bytes: [UInt8], from start: Int) {
        let span = bytes.span
        var offset = start
        while true {
            guard let bad = Self.firstError(span.extracting(offset...)) else { break }
            output.append(contentsOf: bytes[offset..<offset + bad.lowerBound])
            replace(offset + bad.lowerBound..<offset + bad.upperBound)
            offset += bad.upperBound
        }
        if offset == 0 {
            output = bytes
        } else {
            output.append(contentsOf: bytes[offset...])
        }
    }

    mutating func decodeUTF16(_ bytes: [UInt8], _ order: TextEncoding.ByteOrder) {
        output.reserveCapacity(bytes.count)
        var offset = 2
        while offset + 2 <= bytes.count {
            let unit = Self.number(bytes[offset..<offset + 2], order)
            var value = unit
            var length = 2
            if unit & 0xFC00 == 0xD800, offset + 4 <= bytes.count {
                let next = Self.number(bytes[offset + 2..<offset + 4], order)
                if next & 0xFC00 == 0xDC00 {
                    value = 0x10000 + (unit & 0x3FF) << 10 + next & 0x3FF
                    length = 4
                }
            }
            append(value, offset..<offset + length)
            offset += length
        }
        if offset < bytes.count { replace(offset..<bytes.count) }
    }

    mutating func decodeUTF32(_ bytes: [UInt8], _ order: TextEncoding.ByteOrder) {
        output.reserveCapacity(bytes.count / 2)
        var offset = 4
        while offset + 4 <= bytes.count {
            append(Self.number(bytes[offset..<offset + 4], order), offset..<offset + 4)
            offset += 4
        }
        if offset < bytes.count { replace(offset..<bytes.count) }
    }

    private mutating func append(_ value: UInt32, _ range: Range<Int>) {
        if let scalar = Unicode.Scalar(value) {
            output.append(contentsOf: UTF8.encode(scalar)!)
        } else {
            replace(range)
        }
    }

    /// Puts one U+FFFD in the place of the bytes in `range`.
    private mutating func replace(_ range: Range<Int>) {
        output.append(contentsOf: [0xEF, 0xBF, 0xBD])
        problems.add(range)
    }

    /// The first maximal subpart of an ill-formed sequence.
    private static func firstError(_ bytes: Span<UInt8>) -> Range<Int>? {
        do {
            _ = try UTF8Span(validating: bytes)
            return nil
        } catch {
            return error.byteOffsets
        }
    }

    private static func number(_ bytes: ArraySlice<UInt8>, _ order: TextEncoding.ByteOrder)
        -> UInt32
    {
        switch order {
        case .big: bytes.reduce(0) { $0 << 8 | UInt32($1) }
        case .little: bytes.reversed().reduce(0) { $0 << 8 | UInt32($1) }
        }
    }
}

/// Runs of bytes that were replaced; neighbours are one run.
package struct ProblemRuns {
    let encoding: String
    private var runs: [Range<Int>] = []
    private var unlisted = 0
    private var firstUnlisted = 0
    private var end = -1

    package init(encoding: String) { self.encoding = encoding }

    package mutating func add(_ range: Range<Int>) {
        defer { end = range.upperBound }
        if range.lowerBound == end {
            if unlisted == 0 {
                runs[runs.count - 1] = runs[runs.count - 1].lowerBound..<range.upperBound
            }
        } else if runs.count < TextDecoding.listedProblems {
            runs.append(range)
        } else {
            if unlisted == 0 { firstUnlisted = range.lowerBound }
            unlisted += 1
        }
    }

    package var list: [DecodingProblem] {
        var list = runs.map { run in
            let bytes = run.count == 1 ? "1 byte is" : "\(run.count) bytes are"
            return DecodingProblem(
                byteOffset: run.lowerBound,
                message: "\(bytes) not valid \(encoding): replaced by U+FFFD")
        }
        if unlisted > 0 {
            let places = unlisted == 1 ? "1 more place" : "\(unlisted) more places"
            list.append(
                DecodingProblem(
                    byteOffset: firstUnlisted,
                    message: "\(places) from here on not valid \(encoding): replaced by U+FFFD"))
        }
        return list
    }
}
