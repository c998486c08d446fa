import Dragoman
import Glibc
import Segmentation

/// What the figures were measured on.
struct Machine {
    let processor: String
    let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    let kernel: String
    let build: String

    init() {
        processor = Self.line("/proc/cpuinfo", after: "model name\t: ") ?? "unknown processor"
        kernel = Self.line("/proc/sys/kernel/osrelease", after: "") ?? "unknown kernel"
        var isDebug = false
        assert(
            {
                isDebug = true
                return true
            }())
        build = isDebug ? "debug build: figures mean nothing" : "release build"
    }

    var description: String {
        "\(processor), \(cores) cores, Linux \(kernel), ICU \(Segmenter.icuVersion), \(build)"
    }

    private static func line(_ path: String, after start: String) -> String? {
        guard let text = try? Files.text(at: path) else { return nil }
        return text.split(separator: "\n").first { $0.hasPrefix(start) }
            .map { String($0.dropFirst(start.count)) }
    }

    /// The last part of a path: where a file lay on one machine says nothing on another.
    static func name(ofPath path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
