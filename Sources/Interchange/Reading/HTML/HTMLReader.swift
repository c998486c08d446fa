/// Takes the text out of a page, with what the page says of itself.
///
/// The text has every character that is no markup, in the order of the page, and a blank line between two paragraphs; what
/// scripts, style sheets and templates hold is no text. The title comes first. What stands around what the page says is
/// marked, not left out (``HTMLBoilerplate``).
struct HTMLReader {
    private var open = HTMLOpenElements()
    /// How many steps the last page took: bytes that were looked at, and elements.
    private(set) var work = 0
    /// Where the markup begins that the page ends in the middle of.
    private(set) var cutOff: Int?

    /// Appends the text of a page, which is valid UTF-8, and gives what the page says of itself.
    mutating func read(
        _ bytes: UnsafeBufferPointer<UInt8>, into text: inout ByteBuffer, _ source: SourceText
    ) -> HTMLFacts {
        open.removeAll()
        source.reset(bytes)
        var page = Page(bytes, into: text, source)
        while let token = page.tokenizer.next() {
            defer { page.tokenizer.isForeign = open.state.contains(.foreign) }
            switch token {
            case .startTag: page.start(&open)
            case .endTag: page.end(&open)
            case .text(let range): page.write(range, hasReferences: true, open.state)
            case .rawText(let range): page.write(range, hasReferences: false, open.state)
            }
        }
        work = page.tokenizer.work + page.builder.work + open.work
        cutOff = page.tokenizer.cutOff
        let (facts, title) = (page.facts, page.title)
        text = page.finish()
        source.title = title.map {
            String(decoding: UnsafeBufferPointer(rebasing: text.bytes[$0]), as: UTF8.self)
        }
        source.language = facts.language
        return facts
    }
}

extension HTMLReader {
    /// The charset that a page says it has in its first bytes: that of a `meta` element.
    static func declaredCharset(_ bytes: UnsafeBufferPointer<UInt8>) -> Charset? {
        let head = UnsafeBufferPointer(rebasing: bytes.prefix(4096))
        var tokenizer = HTMLTokenizer(head)
        while let token = tokenizer.next() {
            guard case .startTag = token else { continue }
            let tag = tokenizer.tag
            let element = HTMLElement.named(tag.name)
            if !element.isDisjoint(with: [.rawText, .plainText]) { tokenizer.enter(element) }
            guard tag.name == Page.meta else { continue }
            var label: String?
            if let charset = tag[.charset] {
                label = head.attribute(charset)
            } else if let content = tag[.content], let equiv = tag[.httpEquiv],
                head.attribute(equiv).lowercased() == "content-type"
            {
                label = MediaType(head.attribute(content)).charset
            }
            guard let charset = label.flatMap({ Charset(label: $0) }) else { continue }
            // What could be read so far is not UTF-16 or UTF-32.
            let isWide = charset.name.hasPrefix("UTF-16") || charset.name.hasPrefix("UTF-32")
            return isWide ? .utf8 : charset
        }
        return nil
    }
}

/// A page on its way.
private struct Page: ~Copyable {
    var tokenizer: HTMLTokenizer
    var builder: HTMLTextBuilder
    var facts: HTMLFacts
    /// Where the title stands in the text.
    var title: Range<Int>?
    private let boilerplate: HTMLBoilerplate
    private var isLinkedData = false
    private var isTitle = false
    /// A form does not nest, and what is open in it stays so where it ends.
    private var isFormOpen = false
    /// Whether a line break that comes at once is none.
    private var ignoresLineBreak = false

    static let meta = HTMLName("meta")
    private static let form = HTMLName("form")
    private static let br = HTMLName("br")
    private static let p = HTMLName("p")
    private static let titleName = HTMLName("title")
    private static let foreignObject = HTMLName("foreignobject")

    init(
        _ bytes: UnsafeBufferPointer<UInt8>, into text: consuming ByteBuffer, _ source: SourceText
    ) {
        tokenizer = HTMLTokenizer(bytes)
        builder = HTMLTextBuilder(bytes, into: text, source)
        facts = HTMLFacts(bytes)
        boilerplate = HTMLBoilerplate(bytes: bytes)
    }

    consuming func finish() -> ByteBuffer { builder.finish() }

    mutating func start(_ open: inout HTMLOpenElements) {
        let tag = tokenizer.tag
        let element = HTMLElement.named(tag.name)
        ignoresLineBreak = element.contains(.preformatted)
        if !open.allows(element) || tag.name == Self.form && isFormOpen { return }
        if tag.name == Self.form { isFormOpen = true }
        if open.state.contains(.foreign), element.contains(.block), tag.name != Self.titleName {
            open.closeForeign()
        }
        let outer = open.state
        let isForeign = outer.contains(.foreign)
        facts.read(tag, isContent: !outer.isBoilerplate && !outer.contains(.skipped))
        if !isForeign {
            open.prepare(for: tag.name, element)
            part(tag.name, element)
            if !element.isDisjoint(with: [.rawText, .plainText]) { tokenizer.enter(element) }
            isLinkedData = tag.name == HTMLTokenizer.script && isLinkedDataType(tag)
            isTitle = tag.name == Self.titleName && title == nil
        }
        let isEmpty = element.contains(.void) || element.contains(.ignored)
        let isClosed = tag.isSelfClosing && (isForeign || element.contains(.foreign))
        if isEmpty || isClosed { return }
        var state = boilerplate.state(tag, element, in: open.state)
        if tag.name == Self.foreignObject { state.remove(.foreign) }
        if element.isStructural || state != open.state || open.contains(tag.name) {
            open.push(tag.name, element, state)
        }
    }

    mutating func end(_ open: inout HTMLOpenElements) {
        let name = tokenizer.tag.name
        let element = HTMLElement.named(name)
        ignoresLineBreak = false
        // `</br>` and `</p>` are elements of their own where none is open.
        let isElement = name == Self.br || name == Self.p
        if isElement, open.state.contains(.foreign) { open.closeForeign() }
        if isElement || name == Self.form && isFormOpen { part(name, element) }
        if name == Self.form { isFormOpen = false }
        if element.contains(.void) || element.contains(.ignored) { return }
        open.hasClosedBlock = false
        open.close(name, element)
        if open.hasClosedBlock { builder.part(.paragraph) }
    }

    mutating func write(
        _ range: Range<Int>, hasReferences: Bool, _ state: HTMLOpenElements.State
    ) {
        var range = range
        if ignoresLineBreak {
            if tokenizer.bytes[range.lowerBound] == 0x0D { range = range.dropFirst() }
            if range.count > 0, tokenizer.bytes[range.lowerBound] == 0x0A {
                range = range.dropFirst()
            }
            ignoresLineBreak = false
        }
        if isLinkedData {
            facts.read(linkedData: range)
            isLinkedData = false
        }
        if state.contains(.skipped) { return }
        builder.setBoilerplate(state.isBoilerplate)
        let start = builder.count
        builder.write(
            range, hasReferences: hasReferences, keepsSpace: state.contains(.preformatted))
        if isTitle, builder.count > start { title = start..<builder.count }
        isTitle = false
    }

    private mutating func part(_ name: HTMLName, _ element: HTMLElement) {
        if name == Self.br {
            builder.breakLine()
        } else if element.contains(.block) {
            builder.part(.paragraph)
        }
    }

    private func isLinkedDataType(_ tag: HTMLTag) -> Bool {
        guard let type = tag[.type] else { return false }
        return MediaType(tokenizer.bytes.attribute(type)).name == "application/ld+json"
    }
}

extension HTMLElement {
    /// Whether it is kept among the open elements wherever it stands.
    fileprivate var isStructural: Bool {
        !isDisjoint(with: [.block, .special, .scope, .cell, .skipped, .foreign])
    }
}
