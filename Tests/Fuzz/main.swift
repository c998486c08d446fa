import Glibc

// `Fuzz TARGET [options of libFuzzer] [corpus …]`: libFuzzer calls a target with one input after another.

private typealias Words = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ words: UnsafeMutablePointer<Words>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Set once, before the first input.
nonisolated(unsafe) private var target: FuzzTarget?

let name = CommandLine.arguments.dropFirst().first
target = FuzzTarget.all.first { $0.name == name }
guard target != nil else {
    let names = FuzzTarget.all.map { $0.name }
    fatalError("a target: one of \(names.joined(separator: ", "))")
}
// libFuzzer gets the other words, behind the name of the program.
private var words = CommandLine.unsafeArgv
words[1] = words[0]
words += 1
private var count = CommandLine.argc - 1
exit(
    runDriver(&count, &words) { bytes, count in
        do {
            try target?.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
        } catch { fatalError("\(error)") }
        return 0
    })
