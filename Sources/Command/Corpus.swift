import Dragoman
import Glibc
import Interchange

/// One run over all inputs, with one worker or several.
///
/// A worker takes a batch of lines, extracts from it, and puts what came out in its place in line; whoever finds the
/// next piece in line finished writes it. No thread but the workers is there, a second one only once there is a
/// second batch: so reading and writing overlap with extracting wherever there are two workers, and one worker does
/// not pay for the others.
final class Corpus: @unchecked Sendable {
    private let extract: Extract
    /// Used by whoever holds `reading`, as are the next two.
    private let reader: BatchReader
    private var batchCount = 0
    private var threads: [WorkerThread] = []
    private let reading = Monitor()
    private let line: OutputLine

    init(_ extract: Extract) {
        self.extract = extract
        reader = BatchReader(extract.paths, extract.input, open: Inputs.open)
        line = OutputLine(
            places: extract.jobs * 4,
            progress: Progress(asked: extract.progress, total: Inputs.size(extract.paths)))
    }

    /// Extracts from every input in turn.
    ///
    /// - Returns: the exit code.
    func run() throws -> Int32 {
        let writesFiles = extract.folder != nil
        if !writesFiles { try Console.write(extract.writer.header) }
        work()
        reading.lock()
        let threads = threads
        reading.unlock()
        for thread in threads { thread.join() }
        let isComplete = line.finish()
        if !writesFiles { try Console.write(extract.writer.footer) }
        return isComplete ? ExitCode.done : ExitCode.badInput
    }

    private func work() {
        let batch = Batch()
        var parser = DocumentParser(extract.input)
        while let number = take(batch) {
            let piece = line.blank()
            parser.read(batch)
            while let item = parser.next() {
                switch item {
                case .document(let parsed):
                    do {
                        try extract.write(parsed, to: &piece.output)
                        piece.documents += 1
                    } catch { piece.complaints.append((piece.output.count, error.description)) }
                case .failure(let error):
                    piece.complaints.append((piece.output.count, error.description))
                }
            }
            piece.inputBytes = batch.inputBytes
            line.put(piece, at: number)
        }
    }

    /// Reads the next batch and gives its number; `nil` after the last.
    private func take(_ batch: Batch) -> Int? {
        reading.lock()
        defer { reading.unlock() }
        guard reader.next(into: batch) else { return nil }
        defer { batchCount += 1 }
        if threads.count + 1 < extract.jobs, !reader.isAtEnd,
            let thread = WorkerThread({ self.work() })
        {
            threads.append(thread)
        }
        return batchCount
    }
}
