extension ByteBuffer {
    /// Appends a whole number in decimal.
    mutating func append(decimal value: Int) {
        reserve(20)
        var magnitude = value.magnitude
        if value < 0 { append(UInt8(ascii: "-")) }
        let length = Self.digitCount(magnitude)
        let digits = end
        var place = length
        // Two digits a division.
        Self.pairs.withUTF8Buffer { pairs in
            while magnitude >= 100 {
                let pair = Int(truncatingIfNeeded: magnitude % 100) &* 2
                magnitude /= 100
                place &-= 2
                digits[place] = pairs[pair]
                digits[place &+ 1] = pairs[pair &+ 1]
            }
            if magnitude >= 10 {
                let pair = Int(truncatingIfNeeded: magnitude) &* 2
                digits[0] = pairs[pair]
                digits[1] = pairs[pair &+ 1]
            } else {
                digits[0] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: magnitude)
            }
        }
        advance(by: length)
    }

    /// Appends a number with at most three digits after the point; `null` for what is none or beyond 10¹².
    mutating func append(decimal value: Double) {
        guard value.isFinite, value.magnitude < 1e12 else {
            append("null" as StaticString)
            return
        }
        let thousandths = Int((value * 1000).rounded())
        if thousandths < 0 { append(UInt8(ascii: "-")) }
        let magnitude = Int(thousandths.magnitude)
        append(decimal: magnitude / 1000)
        var fraction = magnitude % 1000
        guard fraction != 0 else { return }
        append(UInt8(ascii: "."))
        var place = 100
        while fraction != 0 {
            append(UInt8(ascii: "0") + UInt8(fraction / place))
            fraction %= place
            place /= 10
        }
    }

    @inline(__always)
    private static func digitCount(_ value: UInt) -> Int {
        if value < 10 { return 1 }
        if value < 100 { return 2 }
        if value < 1000 { return 3 }
        if value < 10_000 { return 4 }
        if value < 100_000 { return 5 }
        if value < 1_000_000 { return 6 }
        var count = 6
        var rest = value / 1_000_000
        while rest > 0 {
            rest /= 10
            count += 1
        }
        return count
    }

    /// `00` to `99`.
    private static var pairs: StaticString {
        """
        0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546\
        4748495051525354555657585960616263646566676869707172737475767778798081828384858687888990919293\
        949596979899
        """
    }
}
