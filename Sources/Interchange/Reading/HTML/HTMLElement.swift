/// What an element means for the text of a page.
struct HTMLElement: OptionSet {
    let rawValue: UInt32

    /// Starts and ends a paragraph.
    static let block = HTMLElement(rawValue: 1 << 0)
    /// Has no content and no end tag.
    static let void = HTMLElement(rawValue: 1 << 1)
    /// Its content is not read as text.
    static let skipped = HTMLElement(rawValue: 1 << 2)
    /// Its content has no tags.
    static let rawText = HTMLElement(rawValue: 1 << 3)
    /// The same, but character references count.
    static let plainText = HTMLElement(rawValue: 1 << 4)
    /// What is open outside of it is out of the reach of end tags inside: `td`, `table`, …
    static let scope = HTMLElement(rawValue: 1 << 5)
    /// No end tag of an inline element inside ends one outside.
    static let special = HTMLElement(rawValue: 1 << 6)
    /// Ends a `p` that is open.
    static let endsParagraph = HTMLElement(rawValue: 1 << 7)
    /// White space in it counts.
    static let preformatted = HTMLElement(rawValue: 1 << 8)
    /// A cell of a table.
    static let cell = HTMLElement(rawValue: 1 << 9)
    /// A row of a table.
    static let row = HTMLElement(rawValue: 1 << 10)
    /// A group of rows.
    static let rows = HTMLElement(rawValue: 1 << 11)
    static let heading = HTMLElement(rawValue: 1 << 12)
    /// A part with a header and footer of its own.
    static let sectioning = HTMLElement(rawValue: 1 << 13)
    /// Never part of what a page says: navigation, controls.
    static let boilerplate = HTMLElement(rawValue: 1 << 14)
    /// The same, if it belongs to the whole page: HTML-AAM's landmarks `banner`, `contentinfo` and `complementary`.
    static let landmark = HTMLElement(rawValue: 1 << 15)
    /// What the page says, whatever is around it.
    static let content = HTMLElement(rawValue: 1 << 16)
    /// SVG and MathML, whose elements have other rules.
    static let foreign = HTMLElement(rawValue: 1 << 17)
    /// Not kept among the open elements.
    static let ignored = HTMLElement(rawValue: 1 << 18)
    /// The part that the page is there for.
    static let main = HTMLElement(rawValue: 1 << 19)

    /// An element by its name; an unknown one is inline.
    static func named(_ name: HTMLName) -> HTMLElement { table[name] ?? [] }

    private static let table: [HTMLName: HTMLElement] = {
        var table: [HTMLName: HTMLElement] = [:]
        func add(_ element: HTMLElement, _ names: StaticString...) {
            for name in names { table[HTMLName(name), default: []].formUnion(element) }
        }
        add(
            [.block, .special, .endsParagraph], "address", "article", "aside", "blockquote",
            "center", "details", "dialog", "dir", "div", "dl", "fieldset", "figcaption", "figure",
            "footer", "header", "hgroup", "main", "menu", "nav", "ol", "p", "section", "search",
            "summary", "ul", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "listing", "form", "li",
            "dd", "dt", "plaintext", "xmp", "hr", "table")
        add(
            [.block, .special], "caption", "tbody", "thead", "tfoot", "title", "body", "frameset")
        add(.block, "legend", "optgroup", "option")
        add(
            .special, "button", "iframe", "noembed", "noframes", "noscript", "script", "select",
            "style", "textarea")
        add(.ignored, "html", "head", "body", "form", "frameset", "plaintext")
        add(
            .void, "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr",
            "img", "image", "input", "keygen", "link", "meta", "param", "source", "track", "wbr")
        add([.rawText, .skipped], "script", "style", "iframe", "noembed", "noframes")
        add([.rawText, .preformatted], "xmp", "plaintext")
        add(.plainText, "title", "textarea")
        add([.skipped, .scope, .special], "template")
        add(
            [.scope, .special], "applet", "caption", "table", "td", "th", "marquee", "object")
        add(.preformatted, "pre", "listing", "textarea")
        add([.cell, .block], "td", "th")
        add([.row, .block, .special], "tr")
        add(.rows, "tbody", "thead", "tfoot", "caption")
        add(.heading, "h1", "h2", "h3", "h4", "h5", "h6")
        add(.sectioning, "article", "aside", "nav", "section", "blockquote")
        add(.main, "main")
        add(
            .boilerplate, "nav", "menu", "dialog", "noscript", "button", "select", "datalist",
            "textarea")
        add(.landmark, "header", "footer", "aside")
        add(.content, "main", "article", "h1")
        add([.foreign, .boilerplate, .scope], "svg")
        add(.foreign, "math")
        return table
    }()
}
