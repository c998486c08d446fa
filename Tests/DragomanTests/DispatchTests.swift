import Dragoman
import Foundation
import Testing

@Suite("dispatches give what is marked in them")
struct DispatchTests {
    private static let extractor: Extractor? = {
        var options = Extractor.Options()
        options.labels = Set(Label.allCases)
        return try? Extractor(options: options)
    }()

    @Test("there are at least twenty")
    func enough() { #expect(Dispatch.all.count >= 20) }

    /// What differs from the marks is listed beside the dispatch, so that a new mistake fails and so does a mended one.
    /// With `DRAGOMAN_RECORD` set the lists are written anew.
    @Test("spans, kinds, values, entities and the anchor", arguments: Dispatch.all)
    func marks(dispatch: Dispatch) throws {
        let extractor = try #require(Self.extractor)
        let found = deviations(dispatch, extractor.extract(dispatch.text))
        if ProcessInfo.processInfo.environment["DRAGOMAN_RECORD"] != nil {
            let lines = found.map { $0 + "\n" }.joined()
            try lines.write(to: dispatch.knownFile, atomically: true, encoding: .utf8)
        }
        let known = (try? String(contentsOf: dispatch.knownFile, encoding: .utf8)) ?? ""
        let listed = known.split(separator: "\n").map(String.init)
        #expect(Set(found).subtracting(listed).sorted() == [], "not listed")
        #expect(Set(listed).subtracting(found).sorted() == [], "mended: take it from the list")
    }

    /// Every difference between the marks and the document, in words.
    private func deviations(_ dispatch: Dispatch, _ document: Document) -> [String] {
        var result: [String] = []
        var entities: [String: Set<String>] = [:]
        var rest = document.mentions
        for mark in dispatch.marks.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            let name =
                "\(mark.label) “\(dispatch.words(mark.range))” at \(mark.range.lowerBound)"
            guard
                let index = rest.firstIndex(where: {
                    $0.utf8Range == mark.range && $0.label.rawValue == mark.label
                })
            else {
                result.append("missed \(name)")
                continue
            }
            let mention = rest.remove(at: index)
            if let date = mention.date, date.timex != mark.value {
                result.append("\(name) is \(date.timex), not \(mark.value ?? "")")
            }
            if let key = mark.key, let entity = document.entity(of: mention) {
                entities[key, default: []].insert(entity.id)
            }
        }
        for mention in rest {
            result.append(
                "spurious \(mention.label.rawValue) “\(document.text(of: mention))” at "
                    + "\(mention.utf8Range.lowerBound)")
        }
        for (key, ids) in entities.sorted(by: { $0.key < $1.key }) where ids.count > 1 {
            result.append("\(key) is \(ids.count) entities")
        }
        if let date = dispatch.date, document.anchor?.value != date {
            result.append("anchor is \(document.anchor?.value ?? "none"), not \(date)")
        }
        return result
    }
}
