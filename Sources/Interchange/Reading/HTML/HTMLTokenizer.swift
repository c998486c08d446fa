import Glibc

/// Cuts a page into text and tags as the HTML standard does (§13.2.5), without copying anything.
///
/// It goes through the bytes once, forwards: time is linear whatever they are, and ``work`` counts the steps. No library
/// that Debian has says where in the source a character of the text stands, which is why there is a tokenizer here.
struct HTMLTokenizer {
    enum Token {
        /// Characters and character references.
        case text(Range<Int>)
        /// Characters only.
        case rawText(Range<Int>)
        case startTag
        case endTag
    }

    let bytes: UnsafeBufferPointer<UInt8>
    /// The tag that was found last.
    private(set) var tag = HTMLTag()
    /// Whether the place is in SVG or MathML, where there are CDATA sections.
    var isForeign = false
    /// How many bytes were looked at: some several times, but none often.
    var work = 0
    /// Where the markup begins that the page ends in the middle of; `nil` if it does not.
    private(set) var cutOff: Int?
    /// Where the next token starts.
    var index = 0
    /// What the text is in, up to its end tag.
    private var content = Content.markup

    private enum Content {
        case markup
        case plainText(HTMLName)
        case rawText(HTMLName)
        case script
        case toTheEnd
    }

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// Says that the element whose start tag came last has no tags in it.
    mutating func enter(_ element: HTMLElement) {
        if tag.name == Self.plaintext {
            content = .toTheEnd
        } else if tag.name == Self.script {
            content = .script
        } else {
            content = element.contains(.plainText) ? .plainText(tag.name) : .rawText(tag.name)
        }
    }

    static let script = HTMLName("script")
    private static let plaintext = HTMLName("plaintext")

    /// The next token; `nil` at the end.
    mutating func next() -> Token? {
        let start = index
        let content = content
        self.content = .markup
        switch content {
        case .markup: return markup()
        case .toTheEnd: index = bytes.count
        case .plainText(let name), .rawText(let name): skip(toEndTagOf: name)
        case .script: skipScript()
        }
        if index == start { return markup() }
        if index == bytes.count, case .toTheEnd = content {
        } else if index == bytes.count {
            cutOff = start
        }
        if case .plainText = content { return .text(start..<index) }
        return .rawText(start..<index)
    }

    private mutating func markup() -> Token? {
        while index < bytes.count {
            let start = index
            if isForeign, bytes.has("<![CDATA[", at: index) { return section() }
            switch readMarkup() {
            case .startTag: return .startTag
            case .endTag: return .endTag
            case .nothing: continue
            case .text:
                // A `<` that starts nothing is text.
                repeat {
                    index = find(UInt8(ascii: "<"), from: index + 1)
                } while index < bytes.count && !startsMarkup(index)
                return .text(start..<index)
            }
        }
        return nil
    }

    private mutating func section() -> Token {
        let start = index + 9
        let end = bytes.index(of: "]]>", from: start) ?? bytes.count
        work += end - start
        index = min(end + 3, bytes.count)
        return .rawText(start..<end)
    }

    private enum Markup {
        case startTag, endTag, text
        /// A comment, or the beginning of a tag that the page ends in.
        case nothing
    }

    /// Whether a tag, a comment or what passes for one starts at an index.
    private mutating func startsMarkup(_ index: Int) -> Bool {
        work += 1
        guard index + 1 < bytes.count, bytes[index] == UInt8(ascii: "<") else { return false }
        switch bytes[index + 1] {
        case UInt8(ascii: "!"), UInt8(ascii: "?"): return true
        case UInt8(ascii: "/"): return index + 2 < bytes.count
        case let byte: return byte.isASCIILetter
        }
    }

    /// Reads what starts at the index, unless that is text.
    private mutating func readMarkup() -> Markup {
        guard startsMarkup(index) else { return .text }
        let start = index
        switch bytes[index + 1] {
        case UInt8(ascii: "!"):
            if isDashDash(index + 2) { skipComment(start) } else { skipBogusComment(start) }
            return .nothing
        case UInt8(ascii: "?"): skipBogusComment(start)
        case UInt8(ascii: "/"):
            if bytes[index + 2].isASCIILetter {
                return readTag(start, nameAt: index + 2) ? .endTag : .nothing
            }
            skipBogusComment(start)
        default: return readTag(start, nameAt: index + 1) ? .startTag : .nothing
        }
        return .nothing
    }

    func isDashDash(_ index: Int) -> Bool {
        index + 1 < bytes.count && bytes[index] == 0x2D && bytes[index + 1] == 0x2D
    }

    private mutating func skipComment(_ start: Int) {
        let text = start + 4
        index = text
        while true {
            let end = find(UInt8(ascii: ">"), from: index)
            guard end < bytes.count else { break }
            index = end + 1
            // `<!-->` and `<!--->` are whole comments.
            if end == text || end == text + 1 && bytes[text] == UInt8(ascii: "-") { return }
            if end - 2 >= text, bytes[end - 1] == 0x2D, bytes[end - 2] == 0x2D { return }
            if end - 3 >= text, bytes[end - 1] == 0x21, bytes[end - 2] == 0x2D,
                bytes[end - 3] == 0x2D
            {
                return
            }
        }
        index = bytes.count
        cutOff = start
    }

    private mutating func skipBogusComment(_ start: Int) {
        index = find(UInt8(ascii: ">"), from: index)
        if index == bytes.count { cutOff = start } else { index += 1 }
    }

    /// The first place from `start` on where a byte stands; the end if it stands nowhere.
    mutating func find(_ byte: UInt8, from start: Int) -> Int {
        guard start < bytes.count, let base = bytes.baseAddress else { return bytes.count }
        let found = memchr(base + start, Int32(byte), bytes.count - start)
        let place = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? bytes.count
        work += place - start + 1
        return place
    }
}

// Tags.
extension HTMLTokenizer {
    /// Reads a tag; `false` if the page ends in it.
    private mutating func readTag(_ start: Int, nameAt first: Int) -> Bool {
        tag.reset(at: start)
        index = first
        skip { !($0.isHTMLSpace || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">")) }
        tag.nameRange = first..<index
        tag.name = HTMLName(bytes[first..<index])
        while true {
            let before = index
            skip { $0.isHTMLSpace || $0 == UInt8(ascii: "/") }
            guard index < bytes.count else {
                cutOff = start
                return false
            }
            if bytes[index] == UInt8(ascii: ">") {
                tag.isSelfClosing = index > before && bytes[index - 1] == UInt8(ascii: "/")
                index += 1
                tag.range = start..<index
                return true
            }
            readAttribute()
        }
    }

    private mutating func readAttribute() {
        let start = index
        // An equals sign in front is the first character of the name.
        index += 1
        skip {
            !($0.isHTMLSpace || $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ">")
                || $0 == UInt8(ascii: "="))
        }
        let name = bytes[start..<index]
        skip { $0.isHTMLSpace }
        var value = index..<index
        if index < bytes.count, bytes[index] == UInt8(ascii: "=") {
            index += 1
            skip { $0.isHTMLSpace }
            value = readValue()
        }
        if let attribute = HTMLAttribute(name) { tag.add(attribute, value) }
    }

    private mutating func readValue() -> Range<Int> {
        guard index < bytes.count else { return index..<index }
        let quote = bytes[index]
        if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
            let start = index + 1
            index = find(quote, from: start)
            defer { index = min(index + 1, bytes.count) }
            return start..<index
        }
        let start = index
        skip { !($0.isHTMLSpace || $0 == UInt8(ascii: ">")) }
        return start..<index
    }

    @inline(__always)
    mutating func skip(_ isPart: (UInt8) -> Bool) {
        let start = index
        while index < bytes.count, isPart(bytes[index]) { index += 1 }
        work += index - start + 1
    }
}
