import Lexicon
import Segmentation

/// All tests of one token that the code of a program makes, each numbered once.
///
/// Whether a token passes them depends on its spelled form and on the hits of one token there, so that the answers
/// are worked out once a form, as a row of bits: see ``Letters``.
struct TokenTests: Sendable {
    /// How many tests there are.
    let count: Int
    /// Words of a row of bits, one a test.
    var width: Int { (count + 63) / 64 }
    /// By category, then by word: the tests that it passes.
    let categoryRows: Pinned<UInt64>
    /// By class: the tests that a hit of the class passes.
    let byClass: FlatLists
    /// All classes that are asked for.
    let classes: ClassSet
    /// By the number of a text: the tests that it passes, whatever its case.
    let byText: FlatLists
    let texts: TextNumbers
    /// By the number of a text: entries of ``exact``.
    let exactByText: FlatLists
    let exact: Pinned<ExactTest>
    /// The tests that read the bytes of a token with a digit, and of any token.
    let ofDigits: Pinned<Spelled>
    let ofAffixes: Pinned<Spelled>
    /// Entries of ``ofAffixes`` by what the token starts or ends with: see ``affixKey(_:atEnd:)``.
    let affixesByByte: FlatLists

    /// A test of how a text is written.
    struct ExactTest {
        var test: UInt32
        var text: Tables.Slice
    }

    /// A test that reads the bytes or the number of a token.
    struct Spelled {
        var test: UInt32
        var operation: Instruction.Operation
        // Nothing in an image is left to chance.
        let unused: UInt8 = 0
        let unusedToo: UInt16 = 0
        var a: UInt32
        var b: UInt32
        /// Bytes of the affix.
        var text = Tables.Slice()
    }

    init(_ tests: [Instruction], _ tables: Tables, _ classSets: [ClassSet]) {
        count = tests.count
        let width = (tests.count + 63) / 64
        var categoryRows = Array(repeating: UInt64(0), count: TokenCategory.count * width)
        var classPairs: [(key: UInt32, value: UInt32)] = []
        var classes = ClassSet()
        var digits: [Spelled] = []
        var affixes: [Spelled] = []
        var texts = TextNumbers.Builder(
            capacity: tables.hashes.count + tables.exact.count + tests.count)
        var textPairs: [(key: UInt32, value: UInt32)] = []
        var exact: [ExactTest] = []
        var exactPairs: [(key: UInt32, value: UInt32)] = []
        for (number, test) in tests.enumerated() {
            let (word, bit) = (number / 64, UInt64(1) << UInt64(number % 64))
            let spelled = Spelled(
                test: UInt32(number), operation: test.operation, a: test.a, b: test.b)
            switch test.operation {
            case .category:
                for category in 0..<TokenCategory.count where test.wide >> UInt64(category) & 1 != 0
                {
                    categoryRows[category * width + word] |= bit
                }
            case .text: textPairs.append((texts.add(test.wide), UInt32(number)))
            case .textSet:
                for hash in tables.hashes[tables.sets[Int(test.a)].range] {
                    textPairs.append((texts.add(hash), UInt32(number)))
                }
            case .exact:
                for entry in tables.exact[tables.exactLists[Int(test.a)].range] {
                    exactPairs.append((texts.add(entry.hash), UInt32(exact.count)))
                    exact.append(
                        ExactTest(test: UInt32(number), text: tables.strings[Int(entry.text)]))
                }
            case .hit:
                let set = classSets[Int(test.a)]
                classes.formUnion(set)
                classPairs += set.members.map { (UInt32($0.rawValue), UInt32(number)) }
            case .prefix, .suffix:
                var affix = spelled
                affix.text = tables.strings[Int(test.a)]
                affixes.append(affix)
            default: digits.append(spelled)
            }
        }
        self.categoryRows = Pinned(categoryRows)
        byClass = FlatLists(classPairs, keys: ClassSet.capacity)
        self.classes = classes
        byText = FlatLists(textPairs, keys: texts.count)
        exactByText = FlatLists(exactPairs, keys: texts.count)
        self.exact = Pinned(exact)
        self.texts = texts.numbers
        ofDigits = Pinned(digits)
        ofAffixes = Pinned(affixes)
        affixesByByte = FlatLists(
            affixes.enumerated().map { entry, affix in
                let text = tables.bytes[affix.text.range]
                let isSuffix = affix.operation == .suffix
                let byte = isSuffix ? text.last : text.first
                return (UInt32(Self.affixKey(byte, atEnd: isSuffix)), UInt32(entry))
            }, keys: Self.affixKey(nil, atEnd: true) + 1)
    }

    /// The key of the affixes that start, or end, with a byte, or have none.
    @inline(__always)
    static func affixKey(_ byte: UInt8?, atEnd: Bool) -> Int {
        byte.map { Int($0) + (atEnd ? 256 : 0) } ?? 512
    }

    init(_ reader: inout LinkedReader) {
        count = reader.number()
        categoryRows = reader.table()
        byClass = FlatLists(&reader)
        classes = (reader.table() as Pinned<ClassSet>).elements[0]
        byText = FlatLists(&reader)
        texts = TextNumbers(&reader)
        exactByText = FlatLists(&reader)
        exact = reader.table()
        ofDigits = reader.table()
        ofAffixes = reader.table()
        affixesByByte = FlatLists(&reader)
    }

    func write(_ writer: inout LinkedWriter) {
        writer.put(number: count)
        writer.put(categoryRows)
        byClass.write(&writer)
        writer.put(Pinned([classes]))
        byText.write(&writer)
        texts.write(&writer)
        exactByText.write(&writer)
        writer.put(exact)
        writer.put(ofDigits)
        writer.put(ofAffixes)
        affixesByByte.write(&writer)
    }
}

extension Instruction {
    /// The tests of one token in code, each once, and the number of the test of each instruction (0 for others).
    static func numberTests(_ code: [Instruction]...) -> (tests: [Instruction], numbers: [UInt32]) {
        var known = KnownTests()
        var numbers: [UInt32] = []
        numbers.reserveCapacity(code.reduce(0) { $0 + $1.count })
        for part in code {
            for step in part {
                numbers.append(step.operation.takesTokens ? known.number(of: step) : 0)
            }
        }
        return (known.tests, numbers)
    }
}

/// Tests, each once.
private struct KnownTests {
    private(set) var tests: [Instruction] = []
    /// Open addressing: numbers of ``tests`` from 1; 0 is an empty place.
    private var index = Array(repeating: UInt32(0), count: 1 << 11)

    mutating func number(of step: Instruction) -> UInt32 {
        var place = place(of: step)
        while index[place] != 0 {
            let test = tests[Int(index[place]) - 1]
            if test.operation == step.operation, test.wide == step.wide { return index[place] - 1 }
            place = (place + 1) & (index.count - 1)
        }
        tests.append(Instruction(operation: step.operation, wide: step.wide))
        index[place] = UInt32(tests.count)
        if tests.count * 2 > index.count { grow() }
        return UInt32(tests.count) - 1
    }

    private func place(of step: Instruction) -> Int {
        let key = (step.wide ^ UInt64(step.operation.rawValue) << 56) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: key >> 32) & (index.count - 1)
    }

    private mutating func grow() {
        index = Array(repeating: 0, count: index.count * 2)
        for (number, test) in tests.enumerated() {
            var place = place(of: test)
            while index[place] != 0 { place = (place + 1) & (index.count - 1) }
            index[place] = UInt32(number + 1)
        }
    }
}
