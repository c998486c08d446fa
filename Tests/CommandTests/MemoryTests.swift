import Foundation
import Glibc
import Testing

@Suite("Memory of the command", .enabled(if: Sanitizer.isAbsent, Sanitizer.memory))
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
        // Not what `wait4` says: that counts in the memory of this process, of which the child was a copy.
        var status: Int32 = 0
        var peak = 0
        while waitpid(process, &status, WNOHANG) == 0 {
            peak = max(peak, highWater(of: process))
            usleep(1000)
        }
        #expect(status == 0)
        return peak
    }

    /// The most memory that a running process had so far, in kilobytes.
    private static func highWater(of process: pid_t) -> Int {
        guard let text = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") })
        else { return 0 }
        return Int(line.split(whereSeparator: \.isWhitespace)[1]) ?? 0
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
