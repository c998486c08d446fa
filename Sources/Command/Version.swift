import CCompression
import Dragoman
import Lexicon
import Segmentation

/// What `--version` prints: of all that answers depend on, and of the libraries, the version.
enum Version {
    /// - Parameter lexicons: those that are used beside the built-in one.
    static func description(_ lexicons: [String]) throws -> String {
        var lines = [
            "dragoman \(Extractor.version)", "ICU \(Segmenter.icuVersion)",
            "zlib \(String(cString: ccompression_zlib_version()))",
            "zstd \(String(cString: ccompression_zstd_version()))",
            line("built-in", try LexiconFile.builtIn()),
        ]
        for path in lexicons { lines.append(line(path, try LexiconFile(path: path).open())) }
        return lines.map { "\($0.visible)\n" }.joined()
    }

    private static func line(_ name: String, _ image: LexiconImage) -> String {
        "lexicon \(name), \(image.date ?? "undated"), \(image.digest)"
    }
}
