import Dragoman
import Glibc

/// Resident memory as the kernel counts it.
enum Memory {
    /// Starts counting the peak of this process anew.
    static func resetPeak() {
        let file = open("/proc/self/clear_refs", O_WRONLY)
        guard file >= 0 else { return }
        _ = write(file, "5", 1)
        close(file)
    }

    /// Most bytes that this process held since the count was last started.
    static var peak: Int { peak(of: getpid()) ?? 0 }

    /// Most bytes that a process held; `nil` when it has ended.
    static func peak(of process: pid_t) -> Int? {
        guard let bytes = try? Files.bytes(at: "/proc/\(process)/status") else { return nil }
        for line in bytes.split(separator: UInt8(ascii: "\n"))
        where line.starts(with: "VmHWM:".utf8) {
            let digits = line.filter { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
            return Int(String(decoding: digits, as: UTF8.self)).map { $0 * 1024 }
        }
        return nil
    }
}
