/// A language, by its ISO 639-1 code.
public struct Language: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// Two small letters: `de`.
    public let rawValue: String

    /// - Returns: `nil` for what is not two small ASCII letters.
    public init?(rawValue: String) {
        guard rawValue.utf8.count == 2,
            rawValue.utf8.allSatisfy({ UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 })
        else { return nil }
        self.rawValue = rawValue
    }

    private init(_ code: String) { rawValue = code }

    public var description: String { rawValue }

    public static let english = Language("en")
    public static let german = Language("de")
    public static let french = Language("fr")
    public static let spanish = Language("es")
    public static let italian = Language("it")
    public static let portuguese = Language("pt")
    public static let dutch = Language("nl")
    public static let russian = Language("ru")
    public static let japanese = Language("ja")
    public static let chinese = Language("zh")
}
