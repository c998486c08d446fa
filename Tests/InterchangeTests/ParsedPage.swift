import Foundation
import FoundationXML

/// A page as an XML parser sees it.
final class ParsedPage: NSObject, XMLParserDelegate {
    struct Element {
        var level = 0
        var text = ""
    }

    /// The content of each document's text, characters for their codes.
    private(set) var texts: [String] = []
    private(set) var paragraphs: [String] = []
    /// Mentions in their order.
    private(set) var marks: [Element] = []
    private(set) var headings: [Element] = []
    /// What is said of each entity, words with one space between them.
    private(set) var entities: [String] = []
    private(set) var ids: [String] = []
    /// Where links lead, without `#`.
    private(set) var links: [String] = []
    /// What `aria-labelledby` refers to.
    private(set) var describedBy: [String] = []
    private var path: [String] = []
    private var openMarks: [Int] = []

    /// `nil` if it is not well-formed.
    init?(_ html: [UInt8]) {
        super.init()
        let parser = XMLParser(data: Data(html))
        parser.delegate = self
        guard parser.parse() else { return nil }
        entities = entities.map { entity in
            entity.split { $0 == " " || $0 == "\n" }.joined(separator: " ") + " "
        }
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
        qualifiedName: String?, attributes: [String: String] = [:]
    ) {
        path.append("\(name).\(attributes["class"] ?? "")")
        if let id = attributes["id"] { ids.append(id) }
        if let link = attributes["href"] { links.append(String(link.dropFirst())) }
        describedBy += (attributes["aria-labelledby"] ?? "").split(separator: " ").map(String.init)
        switch path.last {
        case "div.text": texts.append("")
        case "p." where path.contains("div.text"): paragraphs.append("")
        default: break
        }
        if name == "mark" {
            openMarks.append(marks.count)
            marks.append(Element())
        }
        if let level = Self.level(name) { headings.append(Element(level: level)) }
        if path.last?.hasPrefix("li.entity") == true { entities.append("") }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?,
        qualifiedName: String?
    ) {
        path.removeLast()
        if name == "mark" { openMarks.removeLast() }
        if ["dt", "dd", "p", "h5", "li"].contains(name) { add(" ") }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        var string = string
        if path.last == "span.code", let code = UInt32(string.dropFirst(2), radix: 16),
            let scalar = Unicode.Scalar(code)
        {
            string = String(scalar)
        }
        if path.contains("div.text") {
            texts[texts.count - 1] += string
            if path.contains("p.") { paragraphs[paragraphs.count - 1] += string }
            for mark in openMarks { marks[mark].text += string }
        }
        if path.contains(where: { Self.level($0.prefix { $0 != "." }) != nil }) {
            headings[headings.count - 1].text += string
        }
        add(string)
    }

    /// Adds to what is said of an entity.
    private func add(_ string: String) {
        if path.contains(where: { $0.hasPrefix("li.entity") }) {
            entities[entities.count - 1] += string
        }
    }

    private static func level(_ name: some StringProtocol) -> Int? {
        name.count == 2 && name.first == "h" ? Int(name.dropFirst()) : nil
    }
}
