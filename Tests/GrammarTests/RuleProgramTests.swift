import Lexicon
import SeededRandom
import Segmentation
import Testing

@testable import Grammar

/// A program survives being written, and bytes that are none are refused.
@Suite struct RuleProgramTests {
    private let rules = """
        macro DAY = num(1,31) | ordinal(1,31)
        rule date
          example "[May 12], [May 1st]"
          counter "5"
          pattern month:<month> day:DAY (","? 'AD' | suffix("s") | prefix("x"))?
          left not "page"
          right (end | not "/")
          mark DATE
          set form=month-day
        rule title
          example "[Minister] of"
          counter "a"
          pattern <title> "of"{0,2} name:cap?
          evidence PERSON 0.1
          priority 3
        """

    private func program() throws -> RuleProgram {
        try RuleCompiler(segmenter: Segmenter()).compile([RuleSource(file: "f", text: rules)])
    }

    @Test func survivesBeingWritten() throws {
        let program = try program()
        let bytes = program.write()
        let copy = try RuleProgram(bytes: bytes)
        #expect(copy.write() == bytes)
        #expect(copy.rules.map(\.id) == ["date", "title"])
        #expect(copy.rules[0].examples == program.rules[0].examples)
        #expect(copy.rules[1].evidence == 0.1)
        #expect(copy.rules[1].priority == 3)
        let workshop = try Workshop()
        let text = "On May 12 AD Foreign Minister Kono met Minister of on May 3rd/May 4."
        let found = [program, copy].map {
            workshop.spans(LinkedRules($0, lexicon: workshop.lexicon), in: text)
        }
        #expect(found[0] == found[1])
        #expect(found[0].count == 5)
    }

    @Test func trustedBytesGiveTheSame() throws {
        let bytes = try program().write()
        let copy = try bytes.withUnsafeBytes { try RuleProgram(bytes: $0, trusted: true) }
        #expect(copy.write() == bytes)
        #expect(throws: ProgramError.self) {
            try bytes.dropLast().withUnsafeBytes { try RuleProgram(bytes: $0, trusted: true) }
        }
    }

    @Test func anEmptyProgramIsOne() throws {
        let program = try RuleCompiler(segmenter: Segmenter()).compile([])
        let copy = try RuleProgram(bytes: program.write())
        #expect(copy.count == 0)
        let workshop = try Workshop()
        #expect(workshop.spans(LinkedRules(copy, lexicon: workshop.lexicon), in: "A b") == [])
    }

    @Test func foreignBytesAreRefused() {
        #expect(throws: ProgramError.foreign) { try RuleProgram(bytes: []) }
        #expect(throws: ProgramError.foreign) { try RuleProgram(bytes: Array("PK\u{3}\u{4}".utf8)) }
    }

    @Test func anotherVersionIsRefused() throws {
        var bytes = try program().write()
        bytes[4] += 1
        #expect(throws: ProgramError.version(RuleProgram.formatVersion + 1)) {
            try RuleProgram(bytes: bytes)
        }
    }

    @Test func truncatedBytesAreRefused() throws {
        let bytes = try program().write()
        for count in 0..<bytes.count {
            #expect(throws: ProgramError.self) { try RuleProgram(bytes: Array(bytes[..<count])) }
        }
        #expect(throws: ProgramError.self) { try RuleProgram(bytes: bytes + [0]) }
    }

    @Test func aFlippedBitInAnyByteIsNoticed() throws {
        let bytes = try program().write()
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 1 << (index % 8)
            #expect(throws: ProgramError.self) { try RuleProgram(bytes: damaged) }
        }
    }

    /// The id of a rule stands at each mention, so that its length is bounded.
    @Test func anIDLongerThanAnySourceCouldHaveIsRefused() throws {
        let id = String(repeating: "a", count: 200)
        let source = rules.replacing("rule date", with: "rule \(id)")
        let bytes = try RuleCompiler(segmenter: Segmenter())
            .compile([RuleSource(file: "f", text: source)]).write()
        func forged(_ place: Int, _ length: UInt8) throws -> RuleProgram {
            var bytes = bytes
            bytes[place] = length
            RuleProgram.sign(&bytes)
            return try RuleProgram(bytes: bytes)
        }
        // Where the length of the id is: what makes it a byte shorter.
        let place = bytes.indices.dropLast(3).first { place in
            bytes[place...].starts(with: [200, 0, 0, 0])
                && (try? forged(place, 199))?.rules[0].id.utf8.count == 199
        }
        #expect(throws: ProgramError.self) { try forged(#require(place), 201) }
    }

    /// Bytes whose checksum was made to agree either are refused or give a program that runs.
    @Test func forgedBytesNeverCrash() throws {
        let bytes = try program().write()
        let workshop = try Workshop()
        var random = SplitMix64(seed: 11)
        var accepted = 0
        for _ in 0..<600 {
            var forged = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let index = Int.random(in: 20..<bytes.count, using: &random)
                forged[index] =
                    Bool.random(using: &random)
                    ? UInt8.random(in: 0...255, using: &random)
                    : UInt8.random(in: 0...8, using: &random)
            }
            RuleProgram.sign(&forged)
            guard let program = try? RuleProgram(bytes: forged) else { continue }
            accepted += 1
            for rule in program.rules {
                _ = (rule.id, rule.label, rule.file, rule.constants, rule.captures)
                _ = (rule.examples, rule.counters)
            }
            let rules = LinkedRules(program, lexicon: workshop.lexicon)
            _ = workshop.spans(rules, in: "On May 12 AD Foreign Minister of Kono. May 3rd xs")
        }
        #expect(accepted > 20)
    }
}
