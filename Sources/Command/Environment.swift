import CSystem
import Glibc

/// What the process was started with.
enum Environment {
    /// The words of the command line behind the command's own name.
    static var arguments: [String] {
        var count: Int32 = 0
        let words = UnsafeBufferPointer(start: csystem_arguments(&count), count: Int(count))
        return words.dropFirst().compactMap { $0.map { String(cString: $0) } }
    }

    /// A variable's value; `nil` if it is unset or empty.
    static func value(_ name: String) -> String? {
        guard let value = getenv(name), value.pointee != 0 else { return nil }
        return String(cString: value)
    }
}
