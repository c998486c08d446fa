import Foundation
import Testing

/// The sanitizer that the tests and the command were built with, which is linked into both (`.ci/sanitize`).
enum Sanitizer {
    static let name: String? = ["address", "thread"].first { name in
        dlsym(nil, "__\(name.prefix(1))san_init") != nil
    }

    static let isAbsent = name == nil

    /// It keeps terabytes of addresses and a memory of what was freed.
    static let memory: Comment = "a sanitizer takes memory of its own"
    /// The thread sanitizer keeps a file in memory, which may then not grow either.
    static let mayLimitFiles = name != "thread"
    static let files: Comment = "the thread sanitizer needs a file of its own"
    /// It must be the first library, and asks for the time before it is ready.
    static let preloading: Comment =
        "a sanitizer and a library that is loaded before it wait for each other"
    /// It reads maps of memory, starts itself anew, and looks for leaks as a tracer does.
    static let tracing: Comment = "a sanitizer opens files of its own and cannot be traced"
}
