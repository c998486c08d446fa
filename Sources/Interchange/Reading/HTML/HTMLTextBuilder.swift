/// Writes the text of a page as a reader sees it: white space folded, paragraphs apart, and notes where each part stood.
struct HTMLTextBuilder: ~Copyable {
    /// What was written.
    private(set) var text: ByteBuffer
    private let source: SourceText
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Where the white space stands that comes before the next character.
    private var space: Int?
    private var gap = Gap.none
    /// Where the boilerplate starts that is being written.
    private var boilerplate: Int?
    /// How many bytes were looked at.
    private(set) var work = 0

    /// What parts the text before from the text that comes.
    enum Gap: Int {
        case none, line, paragraph

        fileprivate var separator: StaticString {
            switch self {
            case .none: ""
            case .line: "\n"
            case .paragraph: "\n\n"
            }
        }
    }

    init(
        _ bytes: UnsafeBufferPointer<UInt8>, into text: consuming ByteBuffer, _ source: SourceText
    ) {
        self.bytes = bytes
        self.text = text
        self.source = source
    }

    /// How many bytes were written.
    var count: Int { text.count }

    /// The text, back from the builder.
    consuming func finish() -> ByteBuffer {
        setBoilerplate(false)
        return text
    }

    /// Parts what comes from what was.
    mutating func part(_ wider: Gap) {
        space = nil
        if wider.rawValue > gap.rawValue { gap = wider }
    }

    /// Breaks the line; two breaks end a paragraph.
    mutating func breakLine() { part(gap == .line ? .paragraph : .line) }

    /// Says whether what comes is part of what the page says.
    mutating func setBoilerplate(_ isBoilerplate: Bool) {
        guard isBoilerplate != (boilerplate != nil) else { return }
        if let start = boilerplate { source.markBoilerplate(start..<text.count) }
        boilerplate = isBoilerplate ? text.count : nil
    }

    /// Writes a part of the source.
    mutating func write(_ range: Range<Int>, hasReferences: Bool, keepsSpace: Bool) {
        var index = range.lowerBound
        work += range.count
        let end = range.upperBound
        while index < end {
            let byte = bytes[index]
            if byte.isHTMLSpace, !keepsSpace {
                if space == nil { space = index }
                index += 1
            } else if byte == UInt8(ascii: "&"), hasReferences,
                let reference = CharacterReference(bytes, at: index),
                index + reference.length <= end
            {
                write(reference, at: index, keepsSpace: keepsSpace)
                index += reference.length
            } else if byte == 0 || byte == 0xC2 && index + 1 < end && bytes[index + 1] == 0xAD {
                // Soft hyphens are seen only where a line ends, and a NUL never.
                index += byte == 0 ? 1 : 2
            } else {
                index = copy(from: index, to: end, hasReferences, keepsSpace)
            }
        }
    }

    private mutating func write(
        _ reference: CharacterReference, at index: Int, keepsSpace: Bool
    ) {
        if reference.isSoftHyphen { return }
        if reference.isSpace, !keepsSpace {
            if space == nil { space = index }
            return
        }
        writeGap(before: index)
        source.replace(at: text.count, reference.length, from: index)
        reference.forEachByte { text.append($0) }
    }

    /// Writes the plain characters from an index on: where they end.
    private mutating func copy(
        from start: Int, to end: Int, _ hasReferences: Bool, _ keepsSpace: Bool
    ) -> Int {
        var index = start + 1
        if keepsSpace {
            while index < end, !bytes[index].stopsCopying { index += 1 }
        } else {
            // One blank between two characters is as it should be.
            while index < end, !bytes[index].stopsCopying {
                if bytes[index].isHTMLSpace,
                    bytes[index] != 0x20 || index + 1 == end || bytes[index + 1].isHTMLSpace
                {
                    break
                }
                index += 1
            }
        }
        writeGap(before: start)
        source.copy(at: text.count, from: start)
        text.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
        return index
    }

    /// Writes what parts the next character from the one before.
    @inline(__always)
    private mutating func writeGap(before index: Int) {
        if gap == .none, space == nil { return }
        if text.count > 0 {
            if gap != .none {
                source.replace(at: text.count, 0, from: index)
                text.append(gap.separator)
            } else if let space {
                source.copy(at: text.count, from: space)
                text.append(UInt8(ascii: " "))
            }
        }
        gap = .none
        space = nil
    }
}

extension UInt8 {
    /// Whether more than a look at the next byte is needed: `&`, NUL, and what a soft hyphen starts with.
    @inline(__always)
    fileprivate var stopsCopying: Bool { self == UInt8(ascii: "&") || self == 0 || self == 0xC2 }
}
