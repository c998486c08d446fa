/// Why bytes are not a rule program.
public enum ProgramError: Error, Equatable, Sendable, CustomStringConvertible {
    /// They do not begin as a program does.
    case foreign
    /// They are of another version of the format.
    case version(UInt32)
    /// There are fewer or more bytes than the header says.
    case length(expected: Int, found: Int)
    /// The checksum does not agree.
    case damaged
    /// The checksum agrees but an index points nowhere.
    case invalid

    public var description: String {
        switch self {
        case .foreign: "not a rule program"
        case .version(let version):
            "rule program of format \(version); this library reads format \(RuleProgram.formatVersion)"
        case .length(let expected, let found):
            "rule program of \(expected) bytes is \(found) bytes long"
        case .damaged: "rule program is damaged (its checksum does not agree)"
        case .invalid: "rule program is not well formed"
        }
    }
}
