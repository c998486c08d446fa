import Dragoman
import Segmentation

/// What `--version` prints.
enum Version {
    static var description: String {
        "dragoman \(Extractor.version)\nICU \(Segmenter.icuVersion)\nlexicon \(Extractor.lexiconDigest)\n"
    }
}
