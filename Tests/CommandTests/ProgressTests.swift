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
