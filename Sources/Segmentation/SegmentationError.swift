/// Why a text could not be segmented.
public enum SegmentationError: Error, Equatable, CustomStringConvertible {
    /// ICU did not open: its data is missing or damaged. Carries ICU's name for the failure.
    case icuUnavailable(String)
    /// The text has more bytes than ICU counts.
    case textTooLong(bytes: Int)

    public var description: String {
        switch self {
        case .icuUnavailable(let name):
            "ICU's boundary rules cannot be opened (\(name)): install the libicu this build was linked with"
        case .textTooLong(let bytes):
            "a text of \(bytes) bytes is too long: cut it into parts of at most \(Segmenter.maximumLength)"
        }
    }
}
