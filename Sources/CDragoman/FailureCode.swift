import Dragoman
import Glibc
import Interchange

/// What `errno` says of a call that failed.
struct FailureCode {
    static let argument = FailureCode(rawValue: EINVAL)
    static let file = FailureCode(rawValue: EIO)
    static let length = FailureCode(rawValue: EFBIG)
    static let memory = FailureCode(rawValue: ENOMEM)

    let rawValue: CInt

    private init(rawValue: CInt) { self.rawValue = rawValue }

    /// Why something could not be done: for what the caller gave, or for a file.
    init(_ failure: any Error) {
        switch failure {
        case is SettingsError, is JSONError, is ArrowError, ExtractorError.date,
            ExtractorError.language,
            ExtractorError.noLanguage:
            self = .argument
        default: self = .file
        }
    }
}
