import Foundation
import Testing

@Suite("In a root that has little")
struct BareRootTests {
    /// Whether this process may have a mount of its own.
    private static let canMount =
        (try? run("mount -t tmpfs none /proc"))?.terminationStatus == 0

    private static func run(_ line: String) throws -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/unshare")
        process.arguments = ["--map-root-user", "--mount", "sh", "-c", line]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process
    }

    @Test(
        "Without /proc the command line counts all the same",
        .enabled(if: canMount, "needs user namespaces"),
        .enabled(if: Sanitizer.isAbsent, Sanitizer.tracing))
    func noProc() throws {
        let ended = try Self.run("mount -t tmpfs none /proc && '\(Tool.path)' --frobnicate")
        #expect(ended.terminationStatus == 2)
    }
}
