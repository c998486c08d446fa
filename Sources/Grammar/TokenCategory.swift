import Segmentation

/// What can be told of a token without its text: its kind, its shape and whether it holds a digit.
struct TokenCategory {
    var kind: TokenKind
    var shape: TokenShape
    var hasDigit: Bool

    init(_ token: Token) {
        kind = token.kind
        shape = token.shape
        hasDigit = token.flags.contains(.hasDigit)
    }

    init?(index: Int) {
        guard let kind = TokenKind(rawValue: UInt8(index / 12)),
            let shape = TokenShape(rawValue: UInt8(index / 2 % 6))
        else { return nil }
        self.kind = kind
        self.shape = shape
        hasDigit = index % 2 == 1
    }

    /// There are 60.
    var index: Int { (Int(kind.rawValue) * 6 + Int(shape.rawValue)) * 2 + (hasDigit ? 1 : 0) }

    static let count = 60
}

/// A set of categories: all that most tests of a token ask.
struct CategorySet: Equatable {
    var bits: UInt64

    static let all = CategorySet { _ in true }
    static let none = CategorySet(bits: 0)
    static let withDigit = CategorySet { $0.hasDigit }

    init(bits: UInt64) { self.bits = bits }

    private init(_ contains: (TokenCategory) -> Bool) {
        bits = 0
        for index in 0..<TokenCategory.count {
            if let category = TokenCategory(index: index), contains(category) {
                bits |= 1 << UInt64(index)
            }
        }
    }

    /// The categories that a token with `text` in it can be of.
    static func holding(_ text: String) -> CategorySet {
        let hasDigit = text.utf8.contains { (0x30...0x39).contains($0) }
        let hasLetter = text.utf8.contains { (0x61...0x7A).contains($0 | 0x20) }
        return CategorySet {
            ($0.hasDigit || !hasDigit) && ($0.kind != .symbol || !hasLetter)
        }
    }

    /// The categories of which `test` holds, if it asks for no more.
    init?(_ test: TokenTest) {
        switch test {
        case .any: self = .all
        case .cap: self.init { $0.shape.startsWithCapital }
        case .upper: self.init { $0.shape == .upper }
        case .lower: self.init { $0.shape == .lower }
        case .initial: self.init { $0.shape == .initial }
        case .capitalized: self.init { $0.shape == .capitalized }
        case .mixed: self.init { $0.shape == .mixed }
        case .word: self.init { $0.kind != .symbol && $0.kind != .number }
        case .number: self.init { $0.kind == .number }
        case .punct: self.init { $0.kind == .symbol }
        default: return nil
        }
    }

    @inline(__always)
    func contains(_ token: Token) -> Bool {
        bits >> UInt64(TokenCategory(token).index) & 1 != 0
    }

    var inverse: CategorySet { CategorySet(bits: CategorySet.all.bits & ~bits) }
    mutating func formUnion(_ other: CategorySet) { bits |= other.bits }
    func intersection(_ other: CategorySet) -> CategorySet { .init(bits: bits & other.bits) }
}
