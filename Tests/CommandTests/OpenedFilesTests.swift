import Foundation
import Testing

/// Whether strace is there and may trace.
private let canTrace = (try? Tool.shell("strace -o /dev/null true").code) == 0

@Suite(
    "The command opens what it is told to, and no socket",
    .enabled(if: canTrace, "strace cannot be used"),
    .enabled(if: Sanitizer.isAbsent, Sanitizer.tracing))
struct OpenedFilesTests {
    /// What the loader and the C library read at the start of any program, and the libraries themselves.
    static func isSystems(_ path: String) -> Bool {
        let library = path.split(separator: "/").last?.contains(".so") == true
        return library || path == "/etc/ld.so.cache" || path.hasPrefix("/proc/self/")
            || path.hasPrefix("/sys/fs/cgroup") || path.hasPrefix("/sys/devices/system/cpu/")
            || path == "/etc/ld.so.preload"
    }

    @Test(
        "whatever is asked of it",
        arguments: [
            ["--output", "html"], ["--input", "lines", "--jobs", "3"],
            ["--explain", "--output", "spacy"],
            ["tokens"], ["--version"], ["--help"], ["lexicon", "inspect"],
            ["lexicon", "lookup", "Paris"],
        ])
    func opened(arguments: [String]) throws {
        let takesFile = !["--version", "--help", "lexicon"].contains(arguments[0])
        let text =
            "Er kam am 3. Oktober 1990 nach \u{1F600} 東京.\nTaro Kono met Sergey Lavrov yesterday.\n"
        let (file, trace) = (try Scratch(text), try Scratch(""))
        let words = takesFile ? arguments + [file.path] : arguments
        let result = try Tool.shell(
            """
            trace=$1; shift
            exec strace -f -qq -o "$trace" -e trace=%file,%network,execve,fork,vfork $dragoman "$@"
            """, [trace.path] + words)
        #expect(result.code == 0 && !result.out.isEmpty)
        let calls = trace.text.split(separator: "\n").map { $0.drop { $0.isNumber || $0 == " " } }
        #expect(calls.count > 5)
        var opened: Set<String> = []
        for call in calls {
            let name = call.prefix { $0 != "(" }
            let path = call.split(separator: "\"").dropFirst().first.map(String.init) ?? ""
            switch name {
            case "open", "openat", "creat":
                #expect(
                    !call.contains("O_WRONLY") && !call.contains("O_RDWR")
                        && !call.contains("O_CREAT"))
                if !Self.isSystems(path) { opened.insert(path) }
            case "socket", "connect", "bind", "sendto", "fork", "vfork", "unlink", "rename",
                "mkdir":
                Issue.record("\(call)")
            case "execve": #expect(path == Tool.path)
            default: break
            }
        }
        #expect(opened == (takesFile ? [file.path] : []))
    }
}
