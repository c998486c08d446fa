import Foundation
import Glibc
import Testing

@Suite("Memory of the command")
struct MemoryTests {
    /// Runs the command on a file and gives the most memory that was resident, in kilobytes.
    static func peak(_ arguments: [String]) throws -> Int {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
        var words = ([Tool.path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        try #require(posix_spawn(&process, Tool.path, &actions, nil, &words, environ) == 0)
        var status: Int32 = 0
        var usage = rusage()
        try #require(wait4(process, &status, 0, &usage) == process)
        #expect(status == 0)
        return usage.ru_maxrss
    }

    /// A file of so many copies of a line that is long beside its text.
    static func corpus(_ copies: Int) throws -> Scratch {
        let line = CorpusTests.line(1, "") + "\n"
        return try Scratch(String(repeating: line, count: copies))
    }

    @Test("Ten times the input takes no more memory", arguments: [1, 2])
    func flat(jobs: Int) throws {
        let arguments = ["--input", "jsonl", "--jobs", "\(jobs)"]
        let (small, large) = (try Self.corpus(300), try Self.corpus(3000))
        let (less, more) = (
            try Self.peak(arguments + [small.path]), try Self.peak(arguments + [large.path])
        )
        #expect(more < less + 12_000, "\(less) kB, \(more) kB")
    }
}
