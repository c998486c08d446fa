import Glibc

/// What can be wrong with an input.
public enum InputError: Error, Equatable, CustomStringConvertible {
    /// It cannot be opened or read.
    case file(name: String, reason: String)
    /// A line is no document; lines count from 1.
    case line(name: String, number: Int, reason: String)
    /// A record of an archive is no document; the offset counts bytes of the unpacked archive.
    case record(name: String, offset: Int, reason: String)

    static func file(name: String, _ error: Int32) -> Self {
        .file(name: name, reason: String(cString: strerror(error)))
    }

    public var description: String {
        switch self {
        case .file(let name, let reason): "\(name): \(reason)"
        case .line(let name, let number, let reason): "\(name):\(number): \(reason)"
        case .record(let name, let offset, let reason):
            "\(name): record at byte \(offset): \(reason)"
        }
    }
}
