/// Numbers as the formats write them.
enum Digits {
    /// `007`
    static func padded(_ number: Int, _ width: Int) -> String {
        if 0..<100 ~= number, width == 2 { return String(number, width: 2) }
        if 0..<10_000 ~= number, width == 4 { return String(number, width: 4) }
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

    /// `2019-02-12`, `2019-02`, `2019` for a year of four digits: what most values are, written at one go.
    static func date(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) -> String? {
        guard 0..<10_000 ~= year, 0..<100 ~= month ?? 0, 0..<100 ~= day ?? 0 else { return nil }
        return String(unsafeUninitializedCapacity: 10) { bytes in
            write(year, 4, bytes, at: 0)
            guard let month else { return 4 }
            bytes[4] = UInt8(ascii: "-")
            write(month, 2, bytes, at: 5)
            guard let day else { return 7 }
            bytes[7] = UInt8(ascii: "-")
            write(day, 2, bytes, at: 8)
            return 10
        }
    }

    /// `width` digits of a number that has no more.
    static func write(
        _ number: Int, _ width: Int, _ bytes: UnsafeMutableBufferPointer<UInt8>, at start: Int
    ) {
        var rest = number
        for place in (start..<start + width).reversed() {
            bytes[place] = UInt8(ascii: "0") + UInt8(rest % 10)
            rest /= 10
        }
    }
}

extension String {
    /// A number that has no more than `width` digits, with zeros before it.
    fileprivate init(_ number: Int, width: Int) {
        self.init(unsafeUninitializedCapacity: width) { bytes in
            Digits.write(number, width, bytes, at: 0)
            return width
        }
    }
}
