/// Numbers as the formats write them.
enum Digits {
    /// `007`
    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// `padded`, or `XX` for what is not known.
    static func padded(_ number: Int?, _ width: Int) -> String {
        number.map { padded($0, width) } ?? String(repeating: "X", count: width)
    }

    /// ISO 8601 with astronomical years: `2019`, `-0043`.
    static func isoYear(_ year: Int) -> String {
        year < 0 ? "-" + padded(-year, 4) : padded(year, 4)
    }
}
