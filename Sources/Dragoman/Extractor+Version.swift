import Lexicon

extension Extractor {
    /// The version of the engine.
    public static let version = "0.1.0"

    /// Checksum of the built-in lexicon, as 16 hexadecimal digits.
    public static var lexiconDigest: String {
        guard let image = try? LexiconFile.builtIn() else { return "none" }
        let digits = String(image.checksum, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
