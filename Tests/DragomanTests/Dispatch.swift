import Foundation
import Testing

/// A text of `Tests/Fixtures/Dispatches` and what is marked in it; `Tests/Fixtures/README.md` describes the markup.
struct Dispatch: CustomTestStringConvertible, Sendable {
    struct Mark: Sendable {
        var label: String
        var key: String?
        var value: String?
        /// In UTF-8 bytes of ``Dispatch/text``.
        var range: Range<Int>
    }

    let file: URL
    var date: String?
    var text = ""
    var marks: [Mark] = []

    var testDescription: String { file.lastPathComponent }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Fixtures/Dispatches")

    /// All dispatches, by name.
    static let all: [Dispatch] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted().compactMap {
            try? Dispatch(folder.appending(path: $0))
        }
    }()

    /// The file in which the known deviations stand, a line each.
    var knownFile: URL { file.deletingPathExtension().appendingPathExtension("known") }

    init(_ file: URL) throws {
        self.file = file
        let source = try String(contentsOf: file, encoding: .utf8)
        let parts = source.split(separator: "\n\n", maxSplits: 1)
        date = parts[0].split(separator: "\n").first { $0.hasPrefix("# date: ") }
            .map { String($0.dropFirst(8)) }
        var open: [(mark: Mark, start: Int)] = []
        var rest = parts[1][...]
        while !rest.isEmpty {
            if let tag = rest.prefixMatch(
                of: #/\[\[([A-Z]+)(#[^ =:]+)?(=[^ ]+?)?(:name|:description|:anaphor)?[ ]/#)
            {
                let mark = Mark(
                    label: String(tag.1), key: tag.2.map { String($0.dropFirst()) },
                    value: tag.3.map { String($0.dropFirst()) }, range: 0..<0)
                open.append((mark, text.utf8.count))
                rest = rest[tag.range.upperBound...]
            } else if rest.hasPrefix("]]"), let last = open.popLast() {
                var mark = last.mark
                mark.range = last.start..<text.utf8.count
                marks.append(mark)
                rest = rest.dropFirst(2)
            } else {
                text.append(rest.removeFirst())
            }
        }
    }

    func words(_ range: Range<Int>) -> String {
        String(decoding: Array(text.utf8)[range], as: UTF8.self)
    }
}
