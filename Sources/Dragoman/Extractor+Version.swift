import Lexicon

extension Extractor {
    /// The version of the engine.
    public static let version = "0.1.0"

    /// Checksum of the built-in lexicon, as 16 hexadecimal digits.
    public static var lexiconDigest: String { (try? LexiconFile.builtIn().digest) ?? "none" }
}
