import CICU
import SeededRandom
import Testing

@testable import Segmentation

@Suite("Sentences")
struct SentenceTests {
    let segmenter = try! Segmenter()

    private func sentences(_ text: String) -> [String] {
        var buffer = TokenBuffer()
        segmenter.segment(text, into: &buffer)
        let ends = buffer.sentenceStarts.dropFirst() + [UInt32(buffer.tokens.count)]
        return zip(buffer.sentenceStarts, ends).map { buffer.text(of: Int($0)..<Int($1)) }
    }

    /// `|` stands where a sentence must end.
    private func check(_ marked: String) {
        let expected = marked.split(separator: "|").map { part in
            String(part.drop(while: \.isWhitespace))
        }
        let text = marked.filter { $0 != "|" }
        #expect(sentences(text).map(trimmed) == expected.map(trimmed))
    }

    private func trimmed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    @Test(
        "abbreviations do not end sentences that go on",
        arguments: [
            "Mr. Kono met Mrs. Ito. | They talked.",
            "Gen. Lee wrote to Gov. Hill, Sen. Ray and Rep. Dow. | Nobody answered.",
            "Prof. Dr. Weiss and Lt. Col. Ames spoke at St. Mary's. | Rain fell.",
            "The U.S. Navy and U.N. Secretary agreed. | Talks went on.",
            "He went back to the U.S. | The others stayed.",
            "She left the U.K. | “We will return,” she said.",
            "The office in Washington, D.C. | It was closed.",
            "They met on Oct. 19, Tuesday. | Nobody came.",
            "It happened in Oct. | Rain fell.",
            "On Sat. 3 May the treaty lapsed.",
            "J. Smith, A. B. Jones and George W. Bush arrived. | So did others.",
            "That was plan B. | The next one failed.",
            "Acme Inc. President Ann Hall resigned. | Acme Corp. | The firm said nothing.",
            "Smith & Co. Ltd. Chairman Bell agreed.",
            "See Art. 5, No. 12 and Nos. 3 and 4, vol. IV. | Then sign.",
            "The answer is no. | Russia said so.",
            "It is Japan vs. Brazil, i.e. Friday, e.g. Monday, cf. Article 2.",
            "It costs approx. 12 Marks, c. 1900 Marks and so on, etc. | Nobody paid.",
            "John Doe Jr. Elected, they said. | Then Sammy Davis Jr. | He sang.",
            "At 5 p.m. Monday they met. | Until 6 p.m. | The doors were shut.",
            "He has a Ph.D. Nobody asked.",
            "In Phoenix, Ariz. Governor Hale spoke.",
        ])
    func abbreviations(_ marked: String) { check(marked) }

    @Test(
        "a dateline and the agency it credits stay together",
        arguments: [
            "TOKYO, February 12. /TASS/. | Japan's government met.",
            "OSLO, May 3. /NTB/ Talks began. | They ended.",
            "The minister declined to comment. /REUTERS/. | The talks go on.",
            "He said so. | /Not upper/ is no agency.",
        ])
    func datelines(_ marked: String) { check(marked) }

    @Test(
        "ICU's own rules otherwise",
        arguments: [
            "Is it so? | Yes! | It is... | Good.",
            "He said: “Go.” | She went (at last). | Then nothing.",
            "It rose 3.5 percent to 1.2 million.",
            "大使は到着した。 | また来る。",
            "मंत्री पहुँचे। | वे लौटे।",
            "هل سيعود؟ | لا.",
        ])
    func plain(_ marked: String) { check(marked) }

    @Test(
        "line breaks",
        arguments: [
            // A blank line always ends a sentence, also after an abbreviation.
            "An unfinished line\n\n|and the next paragraph",
            "The editor is Mr.\n\n|Smith is the publisher.",
            "Two paragraphs\u{2029}|Without a blank line",
            // Headlines and lists.
            "Ministers meet in Oslo\n|Talks about the border began today.",
            "Share this\n|Print this\n|Send this",
            "Needed:\n|- apples\n|- pears\n|• plums",
            // The next line goes on with a small letter.
            "The talks between the two\ngovernments failed. | Nobody knew why.",
            "The talks between the two\r\ngovernments failed.",
            "it was late.\n|nobody knew why",
            // Hard-wrapped prose: each line is as full as can be.
            """
            The committee of the northern towns, which had been called by Governor
            Hill, met on Tuesday in the old hall beside the river. | On the same day
            Mr. Brown wrote to Dr. Green that the bridge would have to be closed by
            Friday. | Nobody answered.
            """,
            // Hard-wrapped and ragged: words would have fitted that went to the next line.
            """
            The committee of the northern towns, which had been called by
            Governor Hill, met on Tuesday in the old hall of the United
            Nations beside the river. | On the same day the mayor wrote to
            Dr. Green that the bridge would be closed, and the United
            Nations agreed.
            """,
            """
            Bridge to be closed
            |The committee of the northern towns, which had been called by Governor
            Hill, met on Tuesday in the old hall beside the river. | On the same day
            Mr. Brown wrote to Dr. Green that the bridge would have to be closed.
            """,
        ])
    func lineBreaks(_ marked: String) { check(marked) }

    @Test("sentences start only where ICU's do", arguments: 1...10)
    func subset(seed: Int) throws {
        var generator = SplitMix64(seed: UInt64(seed))
        var buffer = TokenBuffer()
        for _ in 0..<100 {
            let text = randomText(&generator)
            segmenter.segment(text, into: &buffer)
            let icu = try icuBoundaries(CICU_SENTENCES, Array(text.utf8)).map(\.end)
            let allowed = Set(
                ([0] + icu).compactMap { end in buffer.tokens.firstIndex { $0.start >= end } })
            let starts = buffer.sentenceStarts.map(Int.init)
            #expect(allowed.isSuperset(of: starts), "\(text.debugDescription)")
            #expect(starts == buffer.tokens.indices.filter { isStart(buffer, $0) })
            #expect(starts.first == (buffer.tokens.isEmpty ? nil : 0))
            let paragraphs = buffer.tokens.indices.filter {
                buffer.tokens[$0].flags.contains(.paragraphStart)
            }
            #expect(Set(starts).isSuperset(of: paragraphs), "\(text.debugDescription)")
        }
    }

    private func isStart(_ buffer: TokenBuffer, _ index: Int) -> Bool {
        buffer.tokens[index].flags.contains(.sentenceStart)
    }
}
