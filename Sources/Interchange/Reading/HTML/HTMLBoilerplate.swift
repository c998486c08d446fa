/// Tells by its tag whether an element is part of what a page says, or stands around it: navigation, sharing, notices.
///
/// What counts: elements that are nothing else; landmarks of the page (HTML-AAM: its banner, its complementary part, its
/// information on itself) and roles (WAI-ARIA); what is hidden; and the words of classes, ids and names that web designers
/// give to such parts.
struct HTMLBoilerplate {
    let bytes: UnsafeBufferPointer<UInt8>

    typealias State = HTMLOpenElements.State

    /// What holds in an element, given what holds around it.
    func state(_ tag: HTMLTag, _ element: HTMLElement, in outer: State) -> State {
        var state = outer
        let role = tag[.role].map { bytes.attribute($0).lowercased() }
        if element.contains(.content) || role == "main" || role == "article" {
            state.remove(.supposed)
        } else if !element.contains(.ignored), isNamedSo(tag) {
            state.insert(.supposed)
        }
        if element.contains(.landmark), isLandmark(tag, in: outer) { state.insert(.supposed) }
        if element.contains(.boilerplate) || role.map(Self.roles.contains) == true || isHidden(tag)
        {
            state.insert(.boilerplate)
        }
        if element.contains(.sectioning) { state.insert(.sectioned) }
        if element.contains(.main) { state.insert(.inMain) }
        if element.contains(.skipped) { state.insert(.skipped) }
        if element.contains(.preformatted) { state.insert(.preformatted) }
        if element.contains(.foreign) { state.insert(.foreign) }
        return state
    }

    private func isLandmark(_ tag: HTMLTag, in outer: State) -> Bool {
        if outer.contains(.sectioned) { return false }
        return tag.name == Self.aside || !outer.contains(.inMain)
    }

    private static let aside = HTMLName("aside")

    private static let roles: Set<String> = [
        "navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar",
        "menuitem", "toolbar", "button", "dialog", "alertdialog", "tablist", "tooltip",
    ]

    private func isHidden(_ tag: HTMLTag) -> Bool {
        if tag[.hidden] != nil { return true }
        guard let style = tag[.style] else { return false }
        let letters = bytes[style].lazy.filter { !$0.isHTMLSpace }.map(\.lowercasedASCII)
        return String(decoding: Array(letters), as: UTF8.self).contains("display:none")
    }

    /// Whether a class, the id or the name has one of the words.
    private func isNamedSo(_ tag: HTMLTag) -> Bool {
        if let classes = tag[.classes], hasWord(classes) { return true }
        if let id = tag[.id], hasWord(id) { return true }
        // `share-bar`: names of a page's own elements have a hyphen.
        return bytes[tag.nameRange].contains(UInt8(ascii: "-")) && hasWord(tag.nameRange)
    }

    /// Whether one of the names in a span has one of the words and none that says otherwise.
    private func hasWord(_ span: Range<Int>) -> Bool {
        bytes[span].split(whereSeparator: \.isHTMLSpace).contains { name in
            var isFound = false
            var start = name.startIndex
            for index in name.indices {
                let next = index + 1
                let ends =
                    next == name.endIndex || !name[next].isASCIILetter
                    || name[next] < 0x60 && name[index] >= 0x60
                guard name[index].isASCIILetter else {
                    start = next
                    continue
                }
                guard ends else { continue }
                let word = name[start..<next]
                start = next
                guard word.count <= Self.longestWord else { continue }
                let key = Self.key(word)
                if Self.others.contains(key) { return false }
                if Self.words.contains(key) { isFound = true }
            }
            return isFound
        }
    }

    private static func key(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> String {
        String(decoding: word.map(\.lowercasedASCII), as: UTF8.self)
    }

    private static let longestWord = words.map(\.count).max() ?? 0

    private static let words: Set<String> = [
        "ad", "ads", "addthis", "addtoany", "advert", "adverts", "advertisement", "advertising",
        "breadcrumb", "breadcrumbs", "consent", "cookie", "cookies", "dropdown", "footer", "gdpr",
        "masthead", "megamenu", "menu", "modal", "nav", "navbar", "navigation", "newsletter",
        "pager", "pagination", "paywall", "popup", "promo", "promotion", "recommended",
        "recommendations", "related", "share", "sharebar", "sharethis", "sharing", "sidebar",
        "signup", "skiplink", "social", "socials", "sponsor", "sponsored", "submenu", "subscribe",
        "subscription", "toolbar", "trending",
    ]

    /// What says that something else is there or not there: `has-sidebar`, `no-ads`, `sidebar-layout`.
    private static let others: Set<String> = [
        "has", "have", "layout", "no", "not", "with", "without",
    ]
}
