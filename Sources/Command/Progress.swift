import Glibc

/// Says on standard error how far a run is: a line that is written over on a terminal, a line now and then elsewhere.
///
/// It is there when asked for, and unasked where it disturbs nothing: standard error is a terminal and standard
/// output a file.
final class Progress {
    private let total: Int?
    private let isAsked: Bool
    private let surroundings: Surroundings
    private let start: Double
    private var last: Double
    private var bytes = 0
    private var documents = 0
    private var isShown = false

    /// What it writes to and whose clock it reads.
    struct Surroundings {
        var isTerminal = isatty(STDERR_FILENO) == 1
        var isOutputFile = Progress.isFile(STDOUT_FILENO)
        /// Seconds since some moment.
        var clock: () -> Double = { Progress.seconds }
        var show: (String) -> Void = { Console.say($0) }
    }

    /// - Parameter total: the bytes of all inputs, where they are known.
    init(asked: Bool, total: Int?, surroundings: Surroundings = Surroundings()) {
        self.total = total
        self.surroundings = surroundings
        isAsked = asked
        start = surroundings.clock()
        last = start
    }

    /// Counts what was done, and says so if it is time.
    func add(bytes newBytes: Int, documents newDocuments: Int) {
        bytes += newBytes
        documents += newDocuments
        guard isAsked || surroundings.isTerminal && surroundings.isOutputFile else { return }
        let now = surroundings.clock()
        if now - last < (surroundings.isTerminal ? 0.5 : 10) { return }
        last = now
        let text = text(at: now).running
        surroundings.show(surroundings.isTerminal ? "\r\(text)\u{1B}[K" : "\(text)\n")
        isShown = surroundings.isTerminal
    }

    /// Takes the line from the terminal, so that something else can be written.
    func clear() {
        if isShown { surroundings.show("\r\u{1B}[K") }
        isShown = false
    }

    /// Says what was done, if it was asked for.
    func finish() {
        clear()
        if isAsked { surroundings.show("\(text(at: surroundings.clock()).done)\n") }
    }

    private func text(at now: Double) -> ProgressText {
        ProgressText(bytes: bytes, documents: documents, total: total, seconds: now - start)
    }

    private static var seconds: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private static func isFile(_ descriptor: Int32) -> Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
}

/// Progress in words.
struct ProgressText {
    var bytes: Int
    var documents: Int
    var total: Int?
    var seconds: Double

    /// `1.2 GB of 2.0 GB, 71000 documents, 3500 documents/s, 60.1 MB/s, 0:13 left`.
    var running: String {
        let size = total.map { " of \(Self.size(Double($0)))" } ?? ""
        let left = remaining.map { ", \(Self.clock($0)) left" } ?? ""
        return "\(Self.size(Double(bytes)))\(size), \(rates)\(left)"
    }

    /// `2.0 GB, 120000 documents, 3500 documents/s, 60.1 MB/s, 0:34`.
    var done: String { "\(Self.size(Double(bytes))), \(rates), \(Self.clock(seconds))" }

    private var rates: String {
        let time = max(seconds, 1e-6)
        return "\(documents) documents, \(Int(Double(documents) / time)) documents/s, "
            + "\(Self.size(Double(bytes) / time))/s"
    }

    private var remaining: Double? {
        guard let total, bytes > 0, seconds > 0 else { return nil }
        return Double(max(0, total - bytes)) * seconds / Double(bytes)
    }

    static func size(_ bytes: Double) -> String {
        let units = ["kB", "MB", "GB", "TB"]
        var value = bytes / 1000
        var unit = 0
        while value >= 999.95, unit + 1 < units.count {
            value /= 1000
            unit += 1
        }
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) \(units[unit])"
    }

    /// `0:07`, `12:34`, `1:02:03`.
    static func clock(_ seconds: Double) -> String {
        let total = Int(min(seconds, 1e9).rounded())
        func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let (hours, minutes) = (total / 3600, total / 60 % 60)
        let head = hours > 0 ? "\(hours):\(padded(minutes))" : "\(minutes)"
        return "\(head):\(padded(total % 60))"
    }
}
