import Testing

@testable import Dragoman

@Suite struct `Treaties in sentences` {
    private func score(_ file: String) throws -> TreatyScore {
        let extractor = try Extractor()
        var score = TreatyScore()
        for sentence in try TreatySentence.read(file) {
            score.add(sentence, extractor.extract(sentence.text))
        }
        return score
    }

    @Test func `mentions and records`() throws {
        let score = try score("sentences.txt")
        let mistakes = score.mistakes.joined(separator: "\n")
        #expect(score.expected >= 150)
        #expect(score.mentionF1 >= 0.95, "\(score.mentionF1)\n\(mistakes)")
        #expect(score.fieldAccuracy >= 0.9, "\(score.fieldAccuracy)\n\(mistakes)")
    }

    @Test func `traps`() throws {
        let score = try score("traps.txt")
        #expect(score.found <= 2, "\(score.mistakes.joined(separator: "\n"))")
    }
}
