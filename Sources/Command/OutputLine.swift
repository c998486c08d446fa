import Glibc
import Interchange

/// What came out of one batch.
final class Piece: @unchecked Sendable {
    var output = ByteBuffer(capacity: Batch.size * 2)
    /// What is to be said on standard error, and after how many bytes of output.
    var complaints: [(offset: Int, message: String)] = []
    var documents = 0
    /// Bytes of input that it was made from.
    var inputBytes = 0

    fileprivate func reset() {
        output.removeAll(keepingAtMost: Batch.size * 8)
        complaints.removeAll()
        documents = 0
        inputBytes = 0
    }
}

/// Pieces waiting until all before them are written: the bounded queue between workers and standard output.
///
/// Pieces are written whole and in order by whichever worker brings the one that was waited for.
final class OutputLine: @unchecked Sendable {
    // All but the progress is guarded by the monitor; the progress and standard output are the writing worker's.
    private let monitor = Monitor()
    private var waiting: [Piece?]
    private var next = 0
    private var isWriting = false
    private var blanks: [Piece] = []
    private var isComplete = true
    private let progress: Progress

    /// - Parameter places: how many pieces may be ahead of the one that is waited for.
    init(places: Int, progress: Progress) {
        waiting = Array(repeating: nil, count: places)
        self.progress = progress
    }

    /// An empty piece.
    func blank() -> Piece {
        monitor.lock()
        defer { monitor.unlock() }
        return blanks.popLast() ?? Piece()
    }

    /// Puts a piece in line as the one with a number, and writes what can be written.
    func put(_ piece: Piece, at number: Int) {
        monitor.lock()
        defer { monitor.unlock() }
        while number >= next + waiting.count { monitor.wait() }
        waiting[number % waiting.count] = piece
        if isWriting { return }
        isWriting = true
        while let piece = waiting[next % waiting.count] {
            waiting[next % waiting.count] = nil
            monitor.unlock()
            write(piece)
            monitor.lock()
            if !piece.complaints.isEmpty { isComplete = false }
            piece.reset()
            blanks.append(piece)
            next += 1
            monitor.signalAll()
        }
        isWriting = false
    }

    /// Ends the progress; `false` if there were complaints.
    func finish() -> Bool {
        progress.finish()
        return isComplete
    }

    /// Ends the process at once, and not when the workers are done: one may be waiting for input that never comes.
    func end(_ error: any Error) -> Never {
        progress.clear()
        Console.complain(error)
        exit(ExitCode.of(error))
    }

    private func write(_ piece: Piece) {
        do {
            var written = 0
            for (offset, message) in piece.complaints {
                try Console.write(piece.output.range(written..<offset))
                written = offset
                progress.clear()
                Console.complain(message)
            }
            try Console.write(piece.output.range(written..<piece.output.count))
        } catch { end(error) }
        progress.add(bytes: piece.inputBytes, documents: piece.documents)
    }
}
