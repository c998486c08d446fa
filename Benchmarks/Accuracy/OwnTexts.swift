/// The annotated texts that were written for the project.
enum OwnTexts {
    static let folders =
        ["wire", "newswire"].map { "Benchmarks/Accuracy/Texts/\($0)" }
        + ["Tests/Fixtures/Dispatches"]
        + ["encyclopedia", "agency", "diplomacy", "records", "web", "social"].map {
            "Benchmarks/Accuracy/Texts/\($0)"
        }

    /// Reads all of them, and prints how many texts, words and names each folder has.
    ///
    /// - Throws: for marks that do not fit each other, and an id that two texts of a folder have.
    static func check() throws {
        for folder in folders {
            let texts = try GoldDocument.loadMarkup(folder)
            let ids = Dictionary(grouping: texts, by: \.id).filter { $0.value.count > 1 }
            guard ids.isEmpty else {
                throw GoldDocument.MarkupError(
                    description: "\(folder): several texts are “\(ids.keys.sorted()[0])”")
            }
            let words = texts.reduce(0) { $0 + $1.text.split(whereSeparator: \.isWhitespace).count }
            let names = texts.flatMap(\.spans).reduce(into: [String: Int]()) {
                $0[$1.type, default: 0] += 1
            }
            let counts = names.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            print(
                "\(folder): \(texts.count) texts, \(words) words, \(counts.joined(separator: ", "))"
            )
        }
    }
}
