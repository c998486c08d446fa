import Glibc

/// Counts of one kind, and the precision, recall and F1 that follow.
public struct ScoreRow: Sendable, Equatable {
    /// `strict person`, `value`, …
    public var name: String
    public var right: Int
    public var found: Int
    public var gold: Int

    public init(_ name: String, right: Int = 0, found: Int = 0, gold: Int = 0) {
        self.name = name
        self.right = right
        self.found = found
        self.gold = gold
    }

    /// From 0 to 1; 0 if nothing was found.
    public var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
    /// From 0 to 1; 0 if there is no gold.
    public var recall: Double { gold == 0 ? 0 : Double(right) / Double(gold) }
    /// The harmonic mean of precision and recall.
    public var f1: Double {
        let (p, r) = (precision, recall)
        return p + r == 0 ? 0 : 2 * p * r / (p + r)
    }

    /// The row of a table: `strict person              P  90.00  R  80.00  F1  84.71   (…)`.
    public var line: String {
        let column = name + String(repeating: " ", count: max(0, 26 - name.count))
        return "\(column) P \(Self.percent(precision))  R \(Self.percent(recall))"
            + "  F1 \(Self.percent(f1))   (\(right) right of \(found) found, \(gold) gold)"
    }

    /// A hundredfold with two digits, padded to six characters.
    ///
    /// By C's `printf`, which rounds the exact binary value as Python does.
    static func percent(_ value: Double) -> String {
        var text = [CChar](repeating: 0, count: 32)
        let count = withVaList([100 * value]) { vsnprintf(&text, text.count, "%6.2f", $0) }
        return String(decoding: text.prefix(Int(count)).map(UInt8.init), as: UTF8.self)
    }
}
