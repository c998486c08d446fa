import Glibc

/// Another program, run to its end.
struct Subprocess {
    var sample = Sample()
    /// Most bytes that it held, as seen every millisecond.
    var peak = 0
    var code: Int32 = 0

    /// Runs `words[0]`, found in `PATH`, with its standard output going to the file at `output`.
    static func run(
        _ words: [String], locale: String = "C", output: String = "/dev/null"
    ) throws -> Subprocess {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        let strings = (words + ["PATH=/usr/bin:/bin", "LC_ALL=\(locale)"]).map { strdup($0) }
        defer { for string in strings { free(string) } }
        let arguments = strings[..<words.count] + [nil]
        let environment = strings[words.count...] + [nil]

        var result = Subprocess()
        let start = Stopwatch.now(CLOCK_MONOTONIC)
        var process = pid_t()
        let error = posix_spawnp(
            &process, words[0], &actions, nil, Array(arguments), Array(environment))
        guard error == 0 else {
            throw BenchmarkError("\(words[0]) cannot be run: \(String(cString: strerror(error)))")
        }
        var status: Int32 = 0
        var usage = rusage()
        // The kernel's own figure for a child starts at what the parent held, so the peak is read while it runs.
        while wait4(process, &status, WNOHANG, &usage) == 0 {
            result.peak = Memory.peak(of: process) ?? result.peak
            usleep(1000)
        }
        result.sample.wall = Stopwatch.now(CLOCK_MONOTONIC) - start
        result.sample.processor = nanoseconds(usage.ru_utime) + nanoseconds(usage.ru_stime)
        result.code = status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f
        return result
    }

    private static func nanoseconds(_ time: timeval) -> Int {
        Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_usec) * 1000
    }
}
