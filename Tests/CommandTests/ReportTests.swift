import Foundation
import Testing

/// `swift test --filter ReportTests`; without Chromium they are skipped and say so.
@Suite(
    "Pages in a browser, as a reader sees them",
    .enabled(if: Browser.path != nil, Comment(rawValue: Browser.absence)), .serialized)
struct ReportTests {
    /// A browser with the page of some documents.
    private static func browser(_ documents: [[String: String]]) throws -> Browser {
        let lines = try documents.map {
            String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self)
        }
        let result = try Tool.run(
            "--input", "jsonl", "--output", "html", input: lines.joined(separator: "\n"))
        #expect(result.code == 0)
        let browser = try Browser()
        try browser.show(result.out)
        return browser
    }

    private static let article: [String: String] = {
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
        let text = try? String(
            contentsOf: tests.appending(path: "Fixtures/article.txt"), encoding: .utf8)
        return ["id": "article", "text": text ?? ""]
    }()

    @Test("Nothing in a text runs, loads or reorders anything")
    func hostile() throws {
        let script = "<script>window.ran = 1</script><img src='x' onerror='window.ran = 1'>"
        let browser = try Self.browser([
            [
                "id": "\"><script>window.ran = 1</script>",
                "text":
                    "\(script) Taro Kono \u{202E}abc def\u{202C} met Sergey Lavrov on 3 May 1960. \u{1B}[31m",
            ], ["text": "</div></section></main>\(script)"], Self.article,
        ])
        #expect(try browser.value("document.scripts.length + document.images.length") == 0)
        #expect(try browser.value("typeof window.ran") == "undefined")
        #expect(try browser.value("document.querySelectorAll('main > article').length") == 3)
        #expect(
            try browser.value("document.querySelector('.text').innerText", as: String.self)
                .hasPrefix(
                    "\(script) Taro Kono U+202Eabc defU+202C met Sergey Lavrov on 3 May 1960. U+001B[31m"
                ))
        let requests = browser.events.filter { $0.method == "Network.requestWillBeSent" }
        #expect(requests.count == 1)
        #expect(browser.events.contains { $0.method == "Log.entryAdded" } == false)
        // The letters after the override stand from left to right.
        let places: [Double] = try browser.value(
            """
            (() => { const walk = document.createTreeWalker(document.querySelector('.text'), NodeFilter.SHOW_TEXT)
            while (walk.nextNode()) { const at = walk.currentNode.data.indexOf('abc def')
            if (at >= 0) return [0, 2, 6].map(i => { const range = document.createRange()
            range.setStart(walk.currentNode, at + i); range.setEnd(walk.currentNode, at + i + 1)
            return range.getBoundingClientRect().left }) } })()
            """)
        #expect(places == places.sorted() && Set(places).count == 3)
    }

    @Test("Were there a script or a picture in the page, its policy would forbid them")
    func policy() throws {
        let browser = try Self.browser([Self.article])
        let _: Bool = try browser.value(
            """
            (() => { const script = document.createElement('script'); script.textContent = 'window.ran = 1'
            const image = document.createElement('img'); image.src = 'http://127.0.0.1:9/x.png'
            image.setAttribute('onerror', 'window.ran = 1')
            document.body.append(script, image); return true })()
            """)
        _ = try browser.call(
            "Runtime.evaluate",
            [
                "expression": "new Promise(done => setTimeout(done, 200))", "awaitPromise": true,
            ])
        #expect(try browser.value("typeof window.ran") == "undefined")
        let blocked = browser.events.filter { $0.method == "Network.loadingFailed" }
        #expect(blocked.allSatisfy { $0.params["blockedReason"] as? String == "csp" })
        #expect(
            browser.events.contains { event in
                let entry = event.params["entry"] as? [String: Any]
                return (entry?["text"] as? String)?.contains("Content Security Policy") == true
            })
    }

    @Test("Light or dark as the reader's system is, and black on white on paper")
    func schemes() throws {
        let browser = try Self.browser([Self.article])
        let colours =
            "['backgroundColor', 'color'].map(p => getComputedStyle(document.documentElement)[p])"
        try browser.prefer(colorScheme: "light")
        #expect(try browser.value(colours) == ["rgb(250, 248, 244)", "rgb(36, 39, 43)"])
        try browser.prefer(colorScheme: "dark")
        #expect(try browser.value(colours) == ["rgb(22, 24, 27)", "rgb(227, 225, 220)"])
        try browser.prefer(colorScheme: "dark", media: "print")
        #expect(try browser.value(colours) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"])
        #expect(
            try browser.value("getComputedStyle(document.querySelector('nav')).display") == "none")
    }

    @Test(
        "The panel stands beside the text where there is room and below it on a phone; nothing is cut off",
        arguments: [(320, false), (390, false), (800, false), (1360, true), (1920, true)])
    func widths(width: Int, isBeside: Bool) throws {
        let browser = try Self.browser([
            Self.article, ["text": String(repeating: "x", count: 5000) + " Tokyo 1960"],
        ])
        try browser.resize(width: width, height: 844)
        #expect(try browser.value("document.documentElement.scrollWidth", as: Int.self) <= width)
        let places: [Double] = try browser.value(
            """
            (() => { const text = document.querySelector('.reading').getBoundingClientRect()
            const panel = document.querySelector('aside').getBoundingClientRect()
            return [panel.left - text.right, panel.top - text.bottom] })()
            """)
        #expect(places[isBeside ? 0 : 1] >= 0)
        #expect(try browser.value("document.querySelector('.text').innerText.length > 1800"))
    }

    @Test("By keyboard: past the head, from a mention to what is known of it, and back")
    func keyboard() throws {
        let browser = try Self.browser([Self.article])
        try browser.resize(width: 1360, height: 844)
        try browser.press("Tab")
        #expect(try browser.value("document.activeElement.innerText") == "Skip to the text")
        #expect(
            try browser.value(
                "document.activeElement.getBoundingClientRect().width", as: Double.self)
                > 50)
        try browser.press("Enter")
        while try browser.value("document.activeElement.closest('mark') === null") {
            try browser.press("Tab")
        }
        #expect(try browser.value("document.activeElement.innerText") == "Oslo")
        #expect(
            try browser.value("getComputedStyle(document.activeElement).outlineStyle") == "solid")
        let top: Double = try browser.value("scrollY")
        try browser.press("Enter")
        let target = "document.querySelector(':target')"
        #expect(try browser.value("\(target).querySelector('h5').innerText") == "Oslo")
        #expect(
            try browser.value(
                "(r => r.top >= 0 && r.bottom <= innerHeight)(\(target).getBoundingClientRect())"))
        // The panel has scrolled, and the text has stayed in sight.
        #expect(
            try browser.value(
                "document.querySelector('mark').getBoundingClientRect().bottom - \(top) < 844"))
        try browser.press("Tab")
        #expect(try browser.value("document.activeElement.ariaLabel") == "mention 1")
        try browser.press("Enter")
        #expect(try browser.value("\(target).tagName + \(target).innerText") == "MARKOslo")
        try browser.press("Tab")
        #expect(try browser.value("document.activeElement.closest('mark').innerText") == "Oslo")
    }

    @Test("To a screen reader: landmarks, headings in their levels, links that say where they lead")
    func screenReader() throws {
        let browser = try Self.browser([Self.article])
        let tree =
            try browser.call("Accessibility.getFullAXTree")["nodes"] as? [[String: Any]] ?? []
        func text(_ node: [String: Any], _ key: String) -> String {
            (node[key] as? [String: Any])?["value"] as? String ?? ""
        }
        let nodes = tree.filter { $0["ignored"] as? Bool != true }
            .map { (role: text($0, "role"), name: text($0, "name")) }
        let names = Dictionary(grouping: nodes, by: \.role).mapValues { $0.map(\.name) }
        #expect(names["banner"]?.count == 1 && names["main"]?.count == 1)
        #expect(names["article"] == ["article"])
        #expect(names["complementary"] == ["Who, where and which treaty article"])
        #expect(names["navigation"] == ["Parts of the document"])
        #expect(names["region"]?.sorted() == ["Text", "Timeline"])
        // Signs are for the eye, but where nothing else says the kind.
        #expect(names["heading"]?.contains("People 5") == true)
        #expect(names["heading"]?.contains("Børge Brende") == true)
        #expect(names["link"]?.contains("person Børge Brende") == true)
        #expect(names["link"]?.contains("mention 1") == true)
        #expect(names["link"]?.contains { $0.isEmpty } == false)
        let levels: [Int] = try browser.value(
            "[...document.querySelectorAll('h1, h2, h3, h4, h5')].map(h => Number(h.tagName[1]))")
        #expect(levels.first == 1 && levels.count == names["heading"]?.count)
        #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
        // Kinds are told by a sign too, and not by colour alone.
        let signs: [String] = try browser.value(
            """
            ['person', 'organization', 'place', 'date', 'treaty'].map(kind =>
            getComputedStyle(document.querySelector('mark.' + kind), '::before').content)
            """)
        #expect(Set(signs).count == 5 && !signs.contains("none"))
    }
}
