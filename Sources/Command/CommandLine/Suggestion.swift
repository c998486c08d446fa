/// What somebody meant who wrote a word that there is not.
enum Suggestion {
    /// `; did you mean --output or --output-dir?`, or nothing if no word is near.
    static func text(for word: some StringProtocol, among known: [String]) -> String {
        let near = nearest(to: word, among: known)
        return near.isEmpty ? "" : "; did you mean \(near.joined(separator: " or "))?"
    }

    /// The words that are nearest to `word`, if they are near: those that it begins (three characters at least), or that
    /// come of it by one slip, or by two if it is long.
    static func nearest(to word: some StringProtocol, among known: [String]) -> [String] {
        let written = Array(word.lowercased().drop { $0 == "-" })
        let limit = written.count < 5 ? 1 : 2
        let distances = known.map { known in
            let known = Array(known.lowercased().drop { $0 == "-" })
            let isBeginning = written.count > 2 && known.starts(with: written)
            return isBeginning ? 1 : distance(written, known)
        }
        guard let least = distances.min(), least <= limit, !written.isEmpty else { return [] }
        return zip(known, distances).filter { $0.1 == least }.map(\.0)
    }

    /// How many slips lie between two words: a character left out, added, taken for another, or two that changed places.
    ///
    /// Optimal string alignment, by Wagner and Fischer's table of which three rows are kept.
    static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var before: [Int] = []
        var last = Array(0...b.count)
        for i in a.indices {
            var row = [i + 1]
            for j in b.indices {
                var least = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                    least = min(least, before[j - 1] + 1)
                }
                row.append(least)
            }
            (before, last) = (last, row)
        }
        return last[b.count]
    }
}
