/// What each feature adds to the sum for a person, an organization, a place.
///
/// The file is TSV: `feature`, `PERSON`, `ORGANIZATION`, `PLACE`; lines that start with `#` are comments.
/// Fitted by `Benchmarks/Accuracy` (averaged structured perceptron; Collins 2002).
package struct NameWeights: Sendable {
    static let labels: [Label] = [.person, .organization, .place]

    /// Three by three: feature * 3 + label.
    package var values: [Float]

    package init() { values = [Float](repeating: 0, count: NameFeatures.count * 3) }

    /// - Returns: `nil` with the line that is wrong, for text that is no weights file.
    init(text: String) throws(ExtractorError) {
        self.init()
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            if line.isEmpty || line.hasPrefix("#") { continue }
            let fields = line.split(separator: "\t")
            guard fields.count == 4, let person = Float(fields[1]),
                let organization = Float(fields[2]), let place = Float(fields[3])
            else { throw .weights(line: number, "expected a feature and three numbers") }
            guard let feature = NameFeatures.numbers[String(fields[0])] else {
                throw .weights(line: number, "unknown feature “\(fields[0])”")
            }
            values[feature * 3] = person
            values[feature * 3 + 1] = organization
            values[feature * 3 + 2] = place
        }
    }

    /// The file's rows, the features without weight left out.
    package func rows() -> String {
        func rounded(_ value: Float) -> String {
            let hundredths = Int((value * 100).rounded())
            let sign = hundredths < 0 ? "-" : ""
            let digits = String(hundredths.magnitude % 100)
            return "\(sign)\(hundredths.magnitude / 100).\(digits.count < 2 ? "0" : "")\(digits)"
        }
        return (0..<NameFeatures.count).compactMap { feature in
            let row = (0..<3).map { rounded(values[feature * 3 + $0]) }
            return row.allSatisfy { $0 == "0.00" }
                ? nil : "\(NameFeatures.name(feature))\t\(row.joined(separator: "\t"))\n"
        }.joined()
    }
}
