/// A language, by its ISO 639-1 code.
public struct Language: Hashable, BitwiseCopyable, Sendable {
    private let first: UInt8
    private let second: UInt8

    /// - Returns: `nil` for what is not two small ASCII letters.
    public init?(code: String) {
        let letters = Array(code.utf8)
        guard letters.count == 2,
            letters.allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 })
        else { return nil }
        (first, second) = (letters[0], letters[1])
    }

    private init(_ first: Unicode.Scalar, _ second: Unicode.Scalar) {
        (self.first, self.second) = (UInt8(ascii: first), UInt8(ascii: second))
    }

    /// Two small letters: `de`.
    public var code: String { String(decoding: [first, second], as: UTF8.self) }

    /// English, the language of names and treaties.
    public static let english = Language("e", "n")
    /// German.
    public static let german = Language("d", "e")
    /// French.
    public static let french = Language("f", "r")
    /// Spanish.
    public static let spanish = Language("e", "s")
    /// Italian.
    public static let italian = Language("i", "t")
    /// Portuguese.
    public static let portuguese = Language("p", "t")
    /// Dutch.
    public static let dutch = Language("n", "l")
    /// Russian.
    public static let russian = Language("r", "u")
    /// Japanese.
    public static let japanese = Language("j", "a")
    /// Chinese.
    public static let chinese = Language("z", "h")
}

extension Language: CustomStringConvertible {
    public var description: String { code }
}
