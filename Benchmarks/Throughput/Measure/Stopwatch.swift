import CReferences
import Glibc

/// What one run took.
struct Sample {
    /// Nanoseconds on the wall.
    var wall = 0
    /// Nanoseconds of processor time, in user and system mode.
    var processor = 0
    /// Instructions in user mode, where the machine counts them.
    var instructions: Int?
}

/// Adds up what the timed parts of a run take.
struct Stopwatch {
    private(set) var sample = Sample()
    /// Of this thread; negative where there is none.
    private static let counter = reference_instructions_open()

    /// Times a part of the run that stays on this thread.
    mutating func time<Result>(_ body: () throws -> Result) rethrows -> Result {
        let instructions = Self.instructions()
        let processor = Self.now(CLOCK_THREAD_CPUTIME_ID)
        let wall = Self.now(CLOCK_MONOTONIC)
        let result = try body()
        sample.wall += Self.now(CLOCK_MONOTONIC) - wall
        sample.processor += Self.now(CLOCK_THREAD_CPUTIME_ID) - processor
        if let instructions, let later = Self.instructions() {
            sample.instructions = (sample.instructions ?? 0) + later - instructions
        }
        return result
    }

    /// Adds what another process took.
    mutating func add(_ other: Sample) {
        sample.wall += other.wall
        sample.processor += other.processor
    }

    /// What a clock shows, in nanoseconds.
    static func now(_ clock: clockid_t) -> Int {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
    }

    private static func instructions() -> Int? {
        counter < 0 ? nil : Int(reference_instructions_read(counter))
    }
}
