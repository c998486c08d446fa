/// The elements that are open, as far as the text depends on them.
///
/// Which end tag ends what follows the HTML standard (§13.2.6), but for what it does to formatting elements and to text
/// that stands in tables where no text may stand: that moves elements, and no words. Each question is answered in constant
/// time by numbers that each element keeps of those below it, so that a million elements in one another take no longer than
/// a million side by side.
struct HTMLOpenElements {
    /// What an element says of the text in it.
    struct State: OptionSet {
        let rawValue: UInt8

        static let skipped = State(rawValue: 1)
        /// Boilerplate by what the elements are.
        static let boilerplate = State(rawValue: 2)
        /// Boilerplate by what the page calls them, or by their place: `main`, `article` and `h1` inside are none.
        static let supposed = State(rawValue: 4)
        static let preformatted = State(rawValue: 8)
        static let foreign = State(rawValue: 16)
        /// In a part that has a header and footer of its own.
        static let sectioned = State(rawValue: 32)
        static let inMain = State(rawValue: 64)

        var isBoilerplate: Bool { !isDisjoint(with: [.boilerplate, .supposed]) }
    }

    private struct Entry {
        let name: HTMLName
        let state: State
        let isBlock: Bool
        /// The element of the same name below it.
        let previous: Int32
        /// The topmost up to this one that limits the reach of end tags, that is special, and that is special but neither
        /// `address`, `div` nor `p`.
        let scope: Int32
        let special: Int32
        let barrier: Int32
    }

    private var entries: [Entry] = []
    private var top: [HTMLName: Int32] = [:]
    /// How many elements were opened and closed.
    private(set) var work = 0
    /// Whether the end of an element since it was said to be `false` ended a paragraph.
    var hasClosedBlock = false

    /// What holds for the text that comes.
    var state: State { entries.last?.state ?? [] }

    private var scope: Int32 { entries.last?.scope ?? -1 }

    private func top(_ name: HTMLName) -> Int32 { top[name] ?? -1 }

    mutating func removeAll() {
        entries.removeAll(keepingCapacity: entries.capacity < 1 << 12)
        top.removeAll(keepingCapacity: top.capacity < 1 << 12)
        work = 0
    }

    /// Whether an element of that name is open.
    func contains(_ name: HTMLName) -> Bool { top(name) >= 0 }

    /// Whether the tag of an element counts: parts of a table do in a table only.
    func allows(_ element: HTMLElement) -> Bool {
        element.isDisjoint(with: [.cell, .row, .rows]) || contains(Self.table)
    }

    /// Closes what a start tag ends by itself.
    mutating func prepare(for name: HTMLName, _ element: HTMLElement) {
        if element.contains(.endsParagraph) { closeParagraph() }
        if element.contains(.heading), entries.last?.name == Self.heading {
            pop()
        }
        switch name {
        case Self.li: closeItem([Self.li])
        case Self.dd, Self.dt: closeItem([Self.dd, Self.dt])
        case Self.option: if entries.last?.name == name { pop() }
        case Self.button: if top(name) > scope { pop(to: top(name)) }
        default: break
        }
        if element.contains(.rows) { pop(inTable: Self.groups) }
        if element.contains(.row) { pop(inTable: [Self.tr]) }
        if element.contains(.cell) { pop(inTable: [Self.td, Self.th]) }
    }

    mutating func push(_ name: HTMLName, _ element: HTMLElement, _ state: State) {
        let name = element.contains(.heading) ? Self.heading : name
        let index = Int32(truncatingIfNeeded: entries.count)
        let last = entries.last
        let isSpecial = element.contains(.special)
        let isMild = name == Self.address || name == Self.div || name == Self.p
        entries.append(
            Entry(
                name: name, state: state, isBlock: element.contains(.block), previous: top(name),
                scope: element.contains(.scope) ? index : last?.scope ?? -1,
                special: isSpecial ? index : last?.special ?? -1,
                barrier: isSpecial && !isMild ? index : last?.barrier ?? -1))
        top[name] = index
        work += 1
    }

    /// Closes what an end tag ends.
    mutating func close(_ name: HTMLName, _ element: HTMLElement) {
        if name == Self.p {
            closeParagraph()
        } else if element.contains(.cell) || element.contains(.row) || element.contains(.rows) {
            pop(inTable: [name])
        } else if name == Self.li {
            if top(name) > max(scope, top(Self.ul), top(Self.ol)) { pop(to: top(name)) }
        } else if element.contains(.special) {
            let index = top(element.contains(.heading) ? Self.heading : name)
            // An element that limits the reach is in its own reach.
            let limit = element.contains(.scope) && index >= 0 ? index - 1 : scope
            if index > limit { pop(to: index) }
        } else if top(name) >= max(entries.last?.special ?? -1, 0) {
            pop(to: top(name))
        }
    }

    /// Closes the graphic or formula that is open.
    mutating func closeForeign() {
        let index = max(top(Self.svg), top(Self.math))
        if index >= 0 { pop(to: index) }
    }

    private mutating func closeParagraph() {
        let index = top(Self.p)
        if index > max(scope, top(Self.button)) { pop(to: index) }
    }

    /// Closes the item of a list that is open, unless another element stands around the place.
    private mutating func closeItem(_ names: [HTMLName]) {
        let index = names.map(top).max() ?? -1
        if index >= 0, index >= entries.last?.barrier ?? -1 { pop(to: index) }
        closeParagraph()
    }

    /// Closes the topmost of these, if it stands in the innermost table.
    private mutating func pop(inTable names: [HTMLName]) {
        let index = names.map(top).max() ?? -1
        if index > top(Self.table) { pop(to: index) }
    }

    private mutating func pop() { pop(to: Int32(truncatingIfNeeded: entries.count) - 1) }

    private mutating func pop(to count: Int32) {
        while entries.count > count {
            let entry = entries.removeLast()
            if entry.isBlock { hasClosedBlock = true }
            top[entry.name] = entry.previous < 0 ? nil : entry.previous
            work += 1
        }
    }

    private static let p = HTMLName("p")
    private static let div = HTMLName("div")
    private static let address = HTMLName("address")
    private static let heading = HTMLName("h1")
    private static let li = HTMLName("li")
    private static let ul = HTMLName("ul")
    private static let ol = HTMLName("ol")
    private static let dd = HTMLName("dd")
    private static let dt = HTMLName("dt")
    private static let option = HTMLName("option")
    private static let button = HTMLName("button")
    private static let table = HTMLName("table")
    private static let tr = HTMLName("tr")
    private static let td = HTMLName("td")
    private static let th = HTMLName("th")
    private static let svg = HTMLName("svg")
    private static let math = HTMLName("math")
    private static let groups = ["tbody", "thead", "tfoot", "caption"].map {
        (name: StaticString) in HTMLName(name)
    }
}
