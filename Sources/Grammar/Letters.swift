import Lexicon
import Segmentation

/// The letters in which a matcher reads a text: forms of tokens that pass the same tests are one letter.
///
/// A letter has a number from 1 and a row of bits, one a test of ``TokenTests``, and masks of the rules that may
/// start at it, go on with it or be anchored in it. Which letter a form is, is worked out once.
/// Unsafe for speed: tokens are of the text that is being read, numbers of letters come from ``letter(_:_:_:)``.
final class Letters {
    /// In what is kept of a form and a token beside the number of the letter.
    enum Flag {
        // ``StartBits`` reads the first five of many tokens at once.
        /// A rule may start here that is tried wherever it may start.
        static let starts: UInt32 = 1 << 31
        /// A rule may start here that is tried only near its anchor.
        static let startsNearAnchor: UInt32 = 1 << 30
        /// A rule is anchored here.
        static let isAnchor: UInt32 = 1 << 29
        /// The token has a digit.
        static let hasDigit: UInt32 = 1 << 28
        /// The form was met before; of the letters that a text has, all are.
        static let isMet: UInt32 = 1 << 27
        /// A hit of more than one token starts here.
        static let startsPhrase: UInt32 = 1 << 26
        /// The token is one of such a hit.
        static let isInPhrase: UInt32 = 1 << 25
        static let number: UInt32 = 1 << 25 - 1
    }

    private let tests: TokenTests
    private let starting: StartMasks
    let maskWidth: Int
    let contextWidth: Int
    let rowWidth: Int
    /// By letter; the first of each is that of no token at all.
    let rows = Growing<UInt64>()
    let starts = Growing<UInt64>()
    let seconds = Growing<UInt64>()
    let thirds = Growing<UInt64>()
    let lefts = Growing<UInt64>()
    let within = Growing<UInt64>()
    let anchors = Growing<UInt64>()
    /// Of ``contextWidth`` words, not ``maskWidth``.
    let contexts = Growing<UInt64>()
    private let flags = Growing<UInt32>()
    private var count = 0
    /// Open addressing by the bits of a row; 0 is an empty place.
    private let index = Growing<UInt32>()
    private let row: Scratch<UInt64>
    /// The masks of a letter and their widths.
    private let masks: [(Growing<UInt64>, width: Int)]
    /// All masks of a new letter, side by side.
    private let joined: Scratch<UInt64>

    /// By form; 0 for one that was not met yet.
    let byForm = Growing<UInt32>()
    private var generation = 0

    init(_ tests: TokenTests, _ starting: StartMasks) {
        self.tests = tests
        self.starting = starting
        rowWidth = tests.width
        maskWidth = starting.width
        contextWidth = starting.contextWidth
        row = Scratch(repeating: 0, count: rowWidth)
        joined = Scratch(repeating: 0, count: starting.joined.width)
        masks =
            [starts, seconds, thirds, lefts, within, anchors]
            .map { [width = starting.width] in ($0, width) }
            + [(contexts, starting.contextWidth)]
        index.grow(to: 1 << 10, filledWith: 0)
        addMasks()
        // Nothing starts, or is anchored, where there is no token.
        starts.elements.update(repeating: 0)
        anchors.elements.update(repeating: 0)
    }

    /// Makes ready for the forms of a text.
    func prepare(for text: TokenBuffer) {
        if text.generation != generation {
            byForm.elements.update(repeating: 0)
            generation = text.generation
        }
        byForm.grow(to: text.formCount, filledWith: 0)
    }

    /// The letter and the flags of a form that was not met yet, by a token of it.
    @inline(never)
    func learn(
        _ token: Token, _ hits: HitView.Run, _ utf8: UnsafeBufferPointer<UInt8>,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> UInt32 {
        fillRow(token, hits, utf8, bytes)
        let letter = letterOfRow() | (token.flags.contains(.hasDigit) ? Flag.hasDigit : 0)
        byForm.elements[Int(token.form)] = letter
        return letter
    }

    private func fillRow(
        _ token: Token, _ hits: HitView.Run, _ utf8: UnsafeBufferPointer<UInt8>,
        _ bytes: UnsafeBufferPointer<UInt8>
    ) {
        let row = row.elements
        let category = TokenCategory(token).index * rowWidth
        _ = row.update(fromContentsOf: tests.categoryRows.elements[category..<category + rowWidth])
        func pass(_ test: Int) { row[test >> 6] |= 1 << UInt64(test & 63) }
        for hit in hits where hit.end == hit.start + 1 {
            let classes = hit.classes.intersection(tests.classes)
            classes.visit { tests.byClass.forEach(Int($0.rawValue), pass) }
        }
        let spelling = TokenBytes(bytes: .init(rebasing: utf8[token.range]))
        let text = tests.texts.number(of: token.hash)
        if text != 0 {
            tests.byText.forEach(text, pass)
            tests.exactByText.forEach(text) { entry in
                let exact = tests.exact.elements[entry]
                if spelling.equals(.init(rebasing: bytes[exact.text.range])) {
                    pass(Int(exact.test))
                }
            }
        }
        func passAffixes(of spelling: TokenBytes) {
            guard let first = spelling.bytes.first, let last = spelling.bytes.last else { return }
            func passAffix(_ entry: Int) {
                let affix = tests.ofAffixes.elements[entry]
                let text = UnsafeBufferPointer(rebasing: bytes[affix.text.range])
                if spelling.has(text, atEnd: affix.operation == .suffix) { pass(Int(affix.test)) }
            }
            let (start, end) = (Folding.asciiFold(first), Folding.asciiFold(last))
            tests.affixesByByte.forEach(TokenTests.affixKey(start, atEnd: false), passAffix)
            tests.affixesByByte.forEach(TokenTests.affixKey(end, atEnd: true), passAffix)
            tests.affixesByByte.forEach(TokenTests.affixKey(nil, atEnd: true), passAffix)
        }
        if token.flags.contains(.nonASCII) {
            // Once for all of them: the token may be as long as the text.
            var folded: [UInt8] = []
            Folding.fold(spelling.bytes) { folded.append($0) }
            folded.withUnsafeBufferPointer { passAffixes(of: TokenBytes(bytes: $0)) }
        } else {
            passAffixes(of: spelling)
        }
        guard token.flags.contains(.hasDigit) else { return }
        let number = token.number(in: utf8)
        for test in tests.ofDigits.elements where spelling.passes(test, number: number) {
            pass(Int(test.test))
        }
    }

    /// The letter whose row is in ``row``.
    private func letterOfRow() -> UInt32 {
        let row = row.elements
        var hash: UInt64 = 0
        for word in row { hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 29 }
        let mask = index.elements.count - 1
        var place = Int(truncatingIfNeeded: hash >> 20) & mask
        search: while index.elements[place] != 0 {
            let number = Int(index.elements[place])
            let other = number * rowWidth
            for word in 0..<rowWidth where rows.elements[other + word] != row[word] {
                place = (place + 1) & mask
                continue search
            }
            return flags.elements[number]
        }
        index.elements[place] = UInt32(count)
        let letter = addMasks()
        if count * 2 > index.elements.count { rehash() }
        return letter
    }

    /// Puts the letters in a larger index.
    private func rehash() {
        index.grow(to: index.elements.count * 2, filledWith: 0)
        index.elements.update(repeating: 0)
        let mask = index.elements.count - 1
        for number in 1..<count {
            var hash: UInt64 = 0
            for word in 0..<rowWidth {
                hash =
                    (hash ^ rows.elements[number * rowWidth + word]) &* 0x9E37_79B9_7F4A_7C15
                    ^ hash >> 29
            }
            var place = Int(truncatingIfNeeded: hash >> 20) & mask
            while index.elements[place] != 0 { place = (place + 1) & mask }
            index.elements[place] = UInt32(number)
        }
    }

    /// Makes a letter of ``row``.
    @discardableResult
    private func addMasks() -> UInt32 {
        let number = count
        count += 1
        rows.grow(to: count * rowWidth, filledWith: 0)
        for word in 0..<rowWidth { rows.elements[number * rowWidth + word] = row.elements[word] }
        guard let row = UnsafePointer(row.elements.baseAddress) else { return 0 }
        let all = joined.elements.baseAddress!
        starting.joined.fill(all, by: row, words: rowWidth)
        var first = all
        for (memory, width) in masks {
            memory.grow(to: count * width, filledWith: 0)
            // There may be no rules.
            guard let masks = memory.elements.baseAddress else { continue }
            (masks + number * width).update(from: first, count: width)
            first += width
        }
        let (start, anchor) = (all, all + 5 * maskWidth)
        flags.grow(to: count, filledWith: 0)
        flags.elements[number] =
            UInt32(number) | Flag.isMet | starting.flags(ofStarts: start)
        if (0..<maskWidth).contains(where: { anchor[$0] != 0 }) {
            flags.elements[number] |= Flag.isAnchor
        }
        return flags.elements[number]
    }
}
