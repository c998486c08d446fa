import Testing

@testable import Command

@Suite("Progress in words")
struct ProgressTests {
    @Test("How much, how fast, how long")
    func words() {
        let text = ProgressText(
            bytes: 1_250_000_000, documents: 71_000, total: 2_000_000_000, seconds: 20)
        #expect(
            text.running
                == "1.3 GB of 2.0 GB, 71000 documents, 3550 documents/s, 62.5 MB/s, 0:12 left")
        #expect(text.done == "1.3 GB, 71000 documents, 3550 documents/s, 62.5 MB/s, 0:20")
        let pipe = ProgressText(bytes: 500, documents: 1, total: nil, seconds: 1)
        #expect(pipe.running == "0.5 kB, 1 documents, 1 documents/s, 0.5 kB/s")
    }

    /// What is shown of batches of a megabyte and two documents, one every 0.3 seconds.
    static func shown(asked: Bool, terminal: Bool, file: Bool, batches: Int) -> [String] {
        var now = 100.0
        var shown: [String] = []
        let progress = Progress(
            asked: asked, total: 10_000_000,
            surroundings: Progress.Surroundings(
                isTerminal: terminal, isOutputFile: file, clock: { now },
                show: { shown.append($0) }))
        for _ in 0..<batches {
            now += 0.3
            progress.add(bytes: 1_000_000, documents: 2)
        }
        progress.finish()
        return shown
    }

    @Test("A line is written over on a terminal, and taken away at the end")
    func terminal() {
        let first = "\r2.0 MB of 10.0 MB, 4 documents, 6 documents/s, 3.3 MB/s, 0:02 left\u{1B}[K"
        let second = "\r4.0 MB of 10.0 MB, 8 documents, 6 documents/s, 3.3 MB/s, 0:02 left\u{1B}[K"
        let gone = "\r\u{1B}[K"
        #expect(
            Self.shown(asked: false, terminal: true, file: true, batches: 5)
                == [first, second, gone])
        #expect(
            Self.shown(asked: true, terminal: true, file: false, batches: 4)
                == [first, second, gone, "4.0 MB, 8 documents, 6 documents/s, 3.3 MB/s, 0:01\n"])
    }

    @Test("Elsewhere there is a line now and then, if it was asked for")
    func log() {
        #expect(
            Self.shown(asked: true, terminal: false, file: false, batches: 40) == [
                "34.0 MB of 10.0 MB, 68 documents, 6 documents/s, 3.3 MB/s, 0:00 left\n",
                "40.0 MB, 80 documents, 6 documents/s, 3.3 MB/s, 0:12\n",
            ])
        for (terminal, file) in [(false, true), (true, false), (false, false)] {
            #expect(Self.shown(asked: false, terminal: terminal, file: file, batches: 40) == [])
        }
    }

    @Test("Nothing read, and no time gone, are told too")
    func edges() {
        let text = ProgressText(bytes: 0, documents: 0, total: 0, seconds: 0)
        #expect(text.running == "0.0 kB of 0.0 kB, 0 documents, 0 documents/s, 0.0 kB/s")
    }

    @Test(
        "Sizes and times",
        arguments: [
            (999_949, 59.4, "999.9 kB", "0:59"), (999_950, 59.6, "1.0 MB", "1:00"),
            (5, 3723, "0.0 kB", "1:02:03"),
        ])
    func units(bytes: Double, seconds: Double, size: String, clock: String) {
        #expect(ProgressText.size(bytes) == size)
        #expect(ProgressText.clock(seconds) == clock)
    }
}
