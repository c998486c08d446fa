import CSystem
import Glibc

/// What the process was started with.
enum Environment {
    /// A variable's value; `nil` if it is unset or empty.
    static func value(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }

    /// The words of the command line behind the program's name.
    static var arguments: [String] {
        var words: [String] = []
        while let word = csystem_argument(Int32(words.count + 1)) {
            words.append(String(cString: word))
        }
        return words
    }
}
