import Segmentation

/// A feature of a token, as a number.
///
/// Features of fixed vocabularies (properties, categories, marks) are numbered without gaps from 0, and their weights
/// stand in a table by that number: *dense*. Features that hold a piece of the text (`word[-1]=spokesman`) are known
/// by a 63-bit hash with the top bit set: *hashed*.
struct NameFeature: Hashable, BitwiseCopyable {
    let id: UInt64

    static let hashedBit: UInt64 = 1 << 63
    var isHashed: Bool { id & Self.hashedBit != 0 }

    /// How far the token that a feature is about may stand from the token that it speaks for.
    static let reach = 2
    static let offsets = -reach...reach

    private static let properties = TokenProperty.allCases.count
    private static let categories = TokenCategory.allCases.count
    private static let marks = NameMark.count

    private static let categoryBase = offsets.count * properties
    private static let pairBase = categoryBase + offsets.count * categories
    private static let markBase = pairBase + Pair.allCases.count * categories * categories
    private static let contextBase = markBase + 3 * marks
    private static let biasID = contextBase + NameContext.count
    /// How many dense features there are.
    static let denseCount = biasID + 1

    /// Which two of three neighbouring categories a pair is made of.
    enum Pair: Int, CaseIterable { case before, after, around }

    init(dense: Int) { id = UInt64(dense) }
    /// A feature by its ``id``.
    init(known id: NameFeatureID) { self.id = id }
    private init(hash: UInt64) { id = hash | Self.hashedBit }

    static let bias = NameFeature(dense: biasID)

    /// A property of the token at `offset` from the one spoken for.
    @inline(__always)
    static func property(_ property: Int, at offset: Int) -> NameFeature {
        NameFeature(dense: (offset + reach) * properties + property)
    }

    static func category(_ category: TokenCategory, at offset: Int) -> NameFeature {
        NameFeature(dense: categoryBase + (offset + reach) * categories + Int(category.rawValue))
    }

    /// The number of two categories side by side or around a token.
    @inline(__always)
    static func pair(_ pair: Pair, _ a: TokenCategory, _ b: TokenCategory) -> Int {
        pairBase + (pair.rawValue * categories + Int(a.rawValue)) * categories
            + Int(b.rawValue)
    }

    /// The number of a mark on the token at `offset`, which is -1, 0 or 1.
    @inline(__always)
    static func mark(_ mark: Int, at offset: Int) -> Int {
        markBase &+ (offset &+ 1) &* marks &+ mark
    }

    /// The number of a bit of ``NameContext`` that another occurrence of the token's spelling has.
    @inline(__always)
    static func context(_ bit: Int) -> Int { contextBase &+ bit }

    /// A piece of text; `value` is its ``TokenHash``.
    @inline(__always)
    static func hashed(_ template: Template, at offset: Int, _ value: UInt64) -> NameFeature {
        let salt = UInt64(template.rawValue * offsets.count + offset + reach + 1)
        return NameFeature(hash: TokenHash.extend(value, by: salt &* 0x9E37_79B9_7F4A_7C15))
    }

    /// Templates of hashed features; the raw value is part of the hash.
    enum Template: Int, CaseIterable {
        case word, prefix3, suffix2, suffix3, suffix4, shape, rule

        var name: String { "\(self)" }

        /// The hash of a value, as ``FormReader`` takes it of the text.
        func hash(_ value: String) -> UInt64 {
            guard self == .shape else { return TokenHash.of(value) }
            return value.utf8.reduce(into: 0) { $0 = $0 << 8 | UInt64($1) }.shapeHash
        }
    }
}

extension NameFeature {
    /// How the weights file and `--explain` call a dense feature.
    static let denseNames: [String] = {
        var names: [String] = []
        for offset in offsets { names += TokenProperty.allCases.map { "\($0)[\(offset)]" } }
        for offset in offsets { names += TokenCategory.allCases.map { "is:\($0)[\(offset)]" } }
        for pair in Pair.allCases {
            for a in TokenCategory.allCases {
                names += TokenCategory.allCases.map { "\(pair):\(a)+\($0)" }
            }
        }
        for offset in -1...1 { names += NameMark.names.map { "mark:\($0)[\(offset)]" } }
        return names + NameContext.names + ["bias"]
    }()

    /// The name of a hashed feature: `word[-1]=spokesman`.
    static func name(_ template: Template, at offset: Int, _ value: String) -> String {
        "\(template.name)[\(offset)]=\(value)"
    }

    /// The feature of a name; `nil` for what is no feature.
    init?(name: String, dense: [String: Int]) {
        if let number = dense[name] {
            self.init(dense: number)
            return
        }
        guard let open = name.firstIndex(of: "["), let close = name.firstIndex(of: "]"),
            let template = Template.allCases.first(where: { $0.name == name[..<open] }),
            let offset = Int(name[name.index(after: open)..<close]),
            Self.offsets.contains(offset), name[close...].hasPrefix("]=")
        else { return nil }
        let value = String(name[close...].dropFirst(2))
        self = .hashed(template, at: offset, template.hash(value))
    }
}

extension UInt64 {
    /// Of the signs of a shape.
    var shapeHash: UInt64 { TokenHash.extend(self, by: 0) }
}
