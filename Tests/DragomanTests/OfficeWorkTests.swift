import Chronology
import Glibc
import Testing

@testable import Dragoman

/// A text may name everybody in a stranger's lexicon with an office. Ten times as many must not take much more than ten
/// times as long: what hashes cost cannot be counted.
@Suite(.serialized) struct `Work for office-holders` {
    /// Terms of so many people.
    private func terms(
        _ count: Int, _ office: String, _ years: ClosedRange<Int>
    ) -> [[YearInference.Term]] {
        (0..<count).map { number in
            [
                YearInference.Term(
                    person: "Taro \(number)", office: office, country: "JP",
                    from: Day(year: years.lowerBound, month: 1, day: 1)!,
                    to: Day(year: years.upperBound, month: 12, day: 31)!)
            ]
        }
    }

    /// Seconds of this thread's own, which other tests beside it do not change.
    private func time(_ body: () -> Void) -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        return (0..<2).map { _ in
            let start = now()
            body()
            return now() - start
        }.min()!
    }

    /// Compares what `body` takes for a few people and for ten times as many.
    private func compare(_ body: (Int) -> Void) {
        let short = time { body(500) }
        let long = time { body(5000) }
        // Quadratic time would be a factor of 100; small times are noise.
        #expect(long < short * 40 + 0.05, "\(short) and \(long)")
    }

    @Test func `Each list of terms counts once`() {
        compare { count in
            let terms = terms(count, "Foreign Minister", 1950...1955)
            var lists = TermLists()
            for list in terms + terms + [[]] { lists.add(list) }
            #expect(lists.lists == terms)
        }
    }

    @Test func `Who was in office when is said once`() {
        compare { count in
            var inference = YearInference(month: 3, day: 5)
            inference.evidence = terms(count, "Foreign Minister", 1940...1960).map(
                YearEvidence.office)
            inference.named = terms(count, "Prime Minister", 1950...1950)
            let outcome = inference.outcome()
            #expect(outcome.years == [1950])
            #expect(outcome.why.count == 2 * count)
        }
    }
}
