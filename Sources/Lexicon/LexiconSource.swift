/// One row of a lexicon file: a name, its variants, and what is known of it.
public struct LexiconEntry: Sendable, Equatable {
    /// The name that an entity gets.
    public var name: String
    /// Other spellings.
    public var aliases: [String]
    /// Dotted class: `place.city`.
    public var className: String
    /// How the case of the text must fit; `nil` to derive it from each surface.
    public var caseRule: CaseRule?
    /// Prominence or frequency on a log scale, 0 to 255.
    public var weight: UInt8
    /// The other columns, in their order, empty ones left out.
    public var attributes: [Attribute]

    /// A column that has no meaning of its own: `iso3166`, `born`.
    public struct Attribute: Sendable, Equatable {
        /// What the column is called.
        public var key: String
        /// What the row has there.
        public var value: String
    }
}

/// How the case of the text must fit a surface form.
public enum CaseRule: UInt8, Sendable {
    /// Letter by letter: `US` is not `us`.
    case exact = 0
    /// Where the form has a capital at the start of a token, the text has one: `Tokyo`, `TOKYO`, not `tokyo`.
    case name = 1
    /// Any case.
    case any = 2

    init?(keyword: some StringProtocol) {
        switch keyword {
        case "exact": self = .exact
        case "name": self = .name
        case "any": self = .any
        default: return nil
        }
    }
}

/// A lexicon file: TSV with a commented header.
///
/// ```
/// # Countries of the world
/// # source: …
/// # license: …
/// # date: 2026-11-23
/// # class: place.country   (a row may name its own)
/// name<TAB>aliases<TAB>iso3166
/// Japan<TAB>Nippon|Land of the Rising Sun<TAB>JP
/// ```
/// The columns `name`, `aliases` (separated by `|`), `class`, `case` (`exact`, `name`, `any`) and `weight` (0 to 255)
/// have this meaning; every other column is an attribute.
public struct LexiconSource: Sendable {
    /// What errors call the file.
    public let file: String
    /// The rows, in their order.
    public private(set) var entries: [LexiconEntry] = []
    /// Where each row stands: numbers of lines, from 1.
    private(set) var lines: [Int] = []
    /// `source`, `license`, `date`, `class`, `case` as the header gives them.
    public private(set) var header: [String: String] = [:]

    /// Parses a file's text.
    ///
    /// - Throws: ``LexiconError/source(file:line:message:)`` for a row without a name or class, too many fields, an
    ///   unknown case rule, a weight out of range, a NUL character, or a header without source, license and date.
    public init(text: String, file: String) throws(LexiconError) {
        self.file = file
        var columns: [String]?
        var number = 0
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            number += 1
            if line.isEmpty { continue }
            // It ends strings in the image.
            if line.utf8.contains(0) {
                throw .source(file: file, line: number, message: "a NUL character")
            }
            if line.hasPrefix("#") {
                readHeader(line.dropFirst())
                continue
            }
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard let names = columns else {
                columns = try readColumns(fields, line: number)
                continue
            }
            entries.append(try readRow(fields, columns: names, line: number))
            lines.append(number)
        }
        for key in ["source", "license", "date"] where header[key] == nil {
            throw .source(file: file, line: 1, message: "the header lacks “# \(key): …”")
        }
    }

    private mutating func readHeader(_ line: Substring) {
        guard let colon = line.firstIndex(of: ":") else { return }
        let key = trimmed(line[..<colon])
        guard !key.contains(" "), header[key] == nil else { return }
        header[key] = trimmed(line[line.index(after: colon)...])
    }

    private func readColumns(_ fields: [Substring], line: Int) throws(LexiconError) -> [String] {
        let names = fields.map(String.init)
        guard names.contains("name") else {
            throw .source(
                file: file, line: line, message: "the first row must name the columns, “name” too")
        }
        return names
    }

    private func readRow(
        _ fields: [Substring], columns: [String], line: Int
    ) throws(LexiconError) -> LexiconEntry {
        func fail(_ message: String) -> LexiconError {
            .source(file: file, line: line, message: message)
        }
        guard fields.count <= columns.count else {
            throw fail("\(fields.count) fields where the header names \(columns.count) columns")
        }
        var entry = LexiconEntry(
            name: "", aliases: [], className: header["class"] ?? "",
            caseRule: header["case"].flatMap { CaseRule(keyword: $0) }, weight: 0, attributes: [])
        for (column, field) in zip(columns, fields) where !field.isEmpty {
            switch column {
            case "name": entry.name = trimmed(field)
            case "aliases":
                entry.aliases = field.split(separator: "|").map { trimmed($0) }
                    .filter { !$0.isEmpty }
            case "class": entry.className = String(field)
            case "case":
                guard let rule = CaseRule(keyword: field) else {
                    throw fail("case must be exact, name or any, not “\(field)”")
                }
                entry.caseRule = rule
            case "weight":
                guard let weight = UInt8(field) else {
                    throw fail("weight must be a whole number from 0 to 255, not “\(field)”")
                }
                entry.weight = weight
            default: entry.attributes.append(.init(key: column, value: String(field)))
            }
        }
        if entry.name.isEmpty { throw fail("a row needs a name") }
        if entry.className.isEmpty {
            throw fail("no class: give “# class: …” in the header or a class column")
        }
        if entry.className.utf8.count > LexiconLimits.className {
            throw fail("a class of more than \(LexiconLimits.className) bytes")
        }
        return entry
    }
}

/// How long may be what is written at each mention, in bytes.
enum LexiconLimits {
    static let className = 200
}

func trimmed(_ text: some StringProtocol) -> String {
    guard let first = text.firstIndex(where: { !$0.isWhitespace }),
        let last = text.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(text[first...last])
}
