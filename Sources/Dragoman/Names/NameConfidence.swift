/// How often names were right of which the model was as sure: `names.confidence`, measured on texts that the model was
/// not fitted to.
///
/// The file is TSV: a label, the least margin (``NameMargins``) of a bin, in hundredths, how many of the names in it
/// were right, how many there were, and the confidence, which never falls as the margin grows. Lines that start with
/// `#` are comments.
package struct NameConfidence: Sendable {
    /// Names of one kind with about the same margin.
    package struct Bin: Sendable, Equatable {
        package var margin: Int
        package var right: Int
        package var count: Int
        package var confidence: Double

        package init(margin: Int, right: Int, count: Int, confidence: Double) {
            self.margin = margin
            self.right = right
            self.count = count
            self.confidence = confidence
        }
    }

    /// By kind (``NameTag/labels``), by ascending margin.
    package let bins: [[Bin]]

    package init(bins: [[Bin]]) { self.bins = bins }

    /// - Throws: ``ExtractorError/confidence(line:_:)`` with the line that is wrong.
    package init(text: String) throws(ExtractorError) {
        var bins = [[Bin]](repeating: [], count: NameTag.labels.count)
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
            .enumerated()
        {
            if line.isEmpty || line.hasPrefix("#") || line.hasPrefix("label\t") { continue }
            let fields = line.split(separator: "\t")
            guard fields.count == 5,
                let kind = NameTag.labels.firstIndex(where: { $0.rawValue == fields[0] }),
                let margin = Int(fields[1]), let right = Int(fields[2]),
                let count = Int(fields[3]), let confidence = Double(fields[4]),
                0...1 ~= confidence, margin > bins[kind].last?.margin ?? .min,
                confidence >= bins[kind].last?.confidence ?? 0
            else {
                throw .confidence(
                    line: number + 1, "expected a label and ascending margins and confidences")
            }
            bins[kind].append(
                Bin(margin: margin, right: right, count: count, confidence: confidence))
        }
        self.bins = bins
    }

    /// The share of names of a kind with such a margin that were right; nil where none was measured.
    package func confidence(_ kind: Int, margin: Int) -> Double? {
        let bins = bins[kind]
        guard let first = bins.first else { return nil }
        return (bins.last { $0.margin <= margin } ?? first).confidence
    }

    /// The file's lines.
    package func lines() -> String {
        var lines = "label\tmargin\tright\tcount\tconfidence\n"
        for (label, bins) in zip(NameTag.labels, bins) {
            for bin in bins {
                lines += "\(label.rawValue)\t\(bin.margin)\t\(bin.right)\t\(bin.count)\t"
                lines += "\(bin.confidence)\n"
            }
        }
        return lines
    }
}
