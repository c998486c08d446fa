import Lexicon
import Segmentation
import Testing

@testable import Grammar

/// Rules that an image has linked are those that linking gives, and are taken only where they are of the same program, classes
/// and build.
@Suite struct LinkedSectionTests {
    private static let text = """
        rule date
          example "[May 3]"
          counter "x"
          pattern <month> (num(1,31) | ordinal(1,31) | "one" | 'Two')
          right not "zebra"
          mark DATE

        rule place
          example "[Japan]"
          counter "x"
          pattern (suffix("ish") | prefix("mid") | <place>) cap{0,2}
          mark PLACE

        """

    private static let sentences = [
        "On May 3 and May 3rd Japan met the Irish Kono of midtown in South Korea, May Two, May one.",
        "May two, May 4 zebra",
        "a b c, Foreign Minister of State in Seoul", "",
    ]

    /// An image with rules and, if it is asked for, what linking gives of them.
    private func image(
        _ text: String, facts: String = Workshop.facts, isLinked: Bool = true
    ) throws -> [UInt8] {
        var compiler = try LexiconCompiler()
        try compiler.add(LexiconSource(text: facts, file: "facts.tsv"))
        let program = try RuleCompiler(segmenter: Segmenter()).compile([
            RuleSource(file: "test.rules", text: text)
        ]).write()
        var sections: [ImageSection: [UInt8]] = [.rules: program]
        if isLinked {
            sections[.linkedRules] = try LinkedRules.section(
                program, classNames: compiler.classNames)
        }
        return try compiler.image(sections: sections)
    }

    /// Memory where the image in an executable would be.
    private final class Memory: Sendable {
        nonisolated(unsafe) let bytes: UnsafeMutableRawBufferPointer

        init(_ array: [UInt8]) {
            bytes = .allocate(byteCount: array.count, alignment: 64)
            bytes.copyBytes(from: array)
        }

        deinit { bytes.deallocate() }
    }

    private func open(_ bytes: [UInt8], trusted: Bool = true) throws -> LexiconImage {
        let memory = Memory(bytes)
        return try LexiconImage(
            bytes: UnsafeRawBufferPointer(memory.bytes), owner: memory, trusted: trusted)
    }

    /// A copy of the rules of an image, which lives until they are copied.
    private func rules(of image: LexiconImage) -> [UInt8] {
        withExtendedLifetime(image) { Array(image[.rules]) }
    }

    @Test func whatAnImageHasIsWhatLinkingGives() throws {
        let image = try open(image(Self.text))
        let program = try RuleProgram(bytes: rules(of: image))
        #expect(LinkedSection.reader(image, program) != nil)
        let lexicon = try Lexicon([image])
        let workshop = try Workshop()
        let read = LinkedRules(program, lexicon: lexicon)
        let linked = LinkedRules(program) { lexicon.classes(matching: $0) }
        for sentence in Self.sentences {
            #expect(workshop.spans(read, in: sentence) == workshop.spans(linked, in: sentence))
        }
        #expect(workshop.spans(read, in: Self.sentences[0]).count > 5)
        #expect(read.unknownClasses == linked.unknownClasses)
    }

    @Test func theSameRulesGiveTheSameBytes() throws {
        #expect(try image(Self.text) == image(Self.text))
    }

    @Test func classesThatNoPhraseHasAreKnown() throws {
        let text = Self.text.replacing("<month>", with: "<nothing>")
        let image = try open(image(text))
        let program = try RuleProgram(bytes: rules(of: image))
        let rules = try LinkedRules(program, lexicon: Lexicon([image]))
        #expect(rules.unknownClasses == [.init(name: "nothing", rules: ["date"])])
    }

    @Test func anotherProgramIsLinkedAnew() throws {
        let image = try open(image(Self.text))
        let other = try open(self.image(Self.text.replacing("num(1,31)", with: "num(1,30)")))
        let program = try RuleProgram(bytes: rules(of: other))
        #expect(LinkedSection.reader(image, program) == nil)
        #expect(try workshopSpans(program, [image], in: "May 31 May 3") == ["May 3"])
    }

    @Test func otherClassesAreLinkedAnew() throws {
        let linked = try LinkedRules.section(
            rules(of: open(image(Self.text))), classNames: ["month", "place"])
        var compiler = try LexiconCompiler()
        try compiler.add(LexiconSource(text: Workshop.facts, file: "facts.tsv"))
        let rules = try rules(of: open(image(Self.text)))
        let image = try open(compiler.image(sections: [.rules: rules, .linkedRules: linked]))
        #expect(try LinkedSection.reader(image, RuleProgram(bytes: rules)) == nil)
    }

    @Test func whatCameFromElsewhereIsLinkedAnew() throws {
        let image = try open(image(Self.text), trusted: false)
        let program = try RuleProgram(bytes: rules(of: image))
        #expect(LinkedSection.reader(image, program) == nil)
        let other = try open(self.image(Self.text, isLinked: false))
        #expect(LinkedSection.reader(other, program) == nil)
    }

    /// A user's lexicon may add phrases to classes, and classes below others.
    @Test func severalImagesAreLinkedAnew() throws {
        let image = try open(image(Self.text))
        let program = try RuleProgram(bytes: rules(of: image))
        let facts = Workshop.facts.split(separator: "\n").prefix(5) + ["Brumaire\tmonth.old\tname"]
        var compiler = try LexiconCompiler()
        try compiler.add(LexiconSource(text: facts.joined(separator: "\n"), file: "user.tsv"))
        let user = try LexiconImage(compiler.image())
        #expect(try workshopSpans(program, [image, user], in: "Brumaire 3") == ["Brumaire 3"])
        #expect(try workshopSpans(program, [image], in: "Brumaire 3") == [])
    }

    private func workshopSpans(
        _ program: RuleProgram, _ images: [LexiconImage], in text: String
    ) throws -> [String] {
        let lexicon = try Lexicon(images)
        var workshop = try Workshop()
        workshop.lexicon = lexicon
        return workshop.spans(LinkedRules(program, lexicon: lexicon), in: text)
    }
}
