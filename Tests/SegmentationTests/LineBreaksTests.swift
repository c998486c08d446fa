import CScan
import SeededRandom
import Testing

@testable import Segmentation

/// Soft line breaks against the rules of ``LineBreaks`` written down once more, over scalars.
@Suite("Line breaks: what joins lines is what the rules say")
struct LineBreaksTests {
    private struct Line {
        /// Without white space at the end.
        var scalars: [Unicode.Scalar]
        /// With it.
        var whole: [Unicode.Scalar]
        var separator: [Unicode.Scalar]

        var words: [[Unicode.Scalar]] {
            scalars.split(whereSeparator: LineBreaksTests.isSpace).map(Array.init)
        }
        var isMarked: Bool {
            let start = whole.drop(while: LineBreaksTests.isSpace)
            let isApart = start.dropFirst().first == " "
            return start.first == "•" || isApart && (start.first == "*" || start.first == "-")
        }
    }

    /// The line ends themselves are not among them.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII ? scalar == " " || scalar == "\t" : scalar.properties.isWhitespace
    }

    private func lines(_ text: [Unicode.Scalar]) -> [Line] {
        var lines: [Line] = []
        var rest = text[...]
        while true {
            let content = rest.prefix { $0 != "\n" && $0 != "\r" }
            rest = rest.dropFirst(content.count)
            let isPair = rest.starts(with: ["\r", "\n"])
            let separator = rest.prefix(isPair ? 2 : 1)
            rest = rest.dropFirst(separator.count)
            var scalars = Array(content)
            while let last = scalars.last, Self.isSpace(last) { scalars.removeLast() }
            lines.append(Line(scalars: scalars, whole: Array(content), separator: Array(separator)))
            if separator.isEmpty { return lines }
        }
    }

    /// Which line breaks are soft.
    private func softBreaks(_ lines: [Line]) -> [Bool] {
        let measure = lines.filter { $0.words.count > 1 }.map(\.scalars.count).max() ?? 0
        let pairs = zip(lines, lines.dropFirst())
        func full(_ measure: Int, _ most: Int) -> [Bool] {
            pairs.map { line, next in
                40...120 ~= most && !line.scalars.isEmpty && !next.scalars.isEmpty
                    && line.scalars.count + 1 + next.words[0].count > measure
            }
        }
        let breaks = pairs.filter { !$0.scalars.isEmpty && !$1.scalars.isEmpty }.count
        let fullCount = full(measure - measure / 8, measure).filter { $0 }.count
        let isWrapped = fullCount >= 2 && fullCount * 2 >= breaks
        return zip(pairs, full(measure - measure / 4, measure)).map { pair, isFull in
            let (line, next) = pair
            guard let last = line.scalars.last, !next.scalars.isEmpty, !next.isMarked else {
                return false
            }
            let goesOn =
                next.words[0][0].properties.isLowercase && !".!?…:".unicodeScalars.contains(last)
            return goesOn || isWrapped && isFull
        }
    }

    private func check(_ text: String) {
        let lines = lines(Array(text.unicodeScalars))
        let soft = softBreaks(lines) + [false]
        // Every scalar that ends a line is one byte.
        let expected = zip(text.split(on: lines.map(\.separator.count)), soft).map { part, isSoft in
            part.content + (isSoft ? part.separator.map { _ in 0x20 } : part.separator)
        }
        var breaks = LineBreaks()
        Array(text.utf8).withUnsafeBufferPointer { utf8 in
            breaks.withJoinedLines(of: utf8, LineIndex(plainly: utf8)) { joined in
                #expect(Array(joined) == expected.flatMap { $0 }, "\(text.debugDescription)")
            }
        }
    }

    @Test("in random texts", arguments: 0..<40)
    func random(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        for round in 0..<50 {
            check(Self.text(&generator, width: [0, 12, 41, 60, 121][round % 5]))
        }
    }

    /// Lines of random words, as many to a line as fit, or about so.
    private static func text(_ generator: inout SplitMix64, width: Int) -> String {
        let words = [
            "a", "The", "of", "treaty", "Geneva.", "naïve", "«Élysée»", "été:", "end…", "Why?",
            "internationally-known",
            "•", "* ", "- ", "-x", "東京", "\u{A0}", "\t", "  ", "", "Extraordinary-plenipotentiary",
        ]
        let separators = [
            "\n", "\n", "\n", "\n", "\n", "\r\n", "\r", "\n\n", "\n \n", " \n", "\n\t",
        ]
        var text = ""
        var line = ""
        for _ in 0..<Int.random(in: 0...60, using: &generator) {
            let word = words.randomElement(using: &generator)!
            let isShort = Int.random(in: 0..<30, using: &generator) == 0
            if line.unicodeScalars.count + 1 + word.unicodeScalars.count > width || isShort {
                text += line + separators.randomElement(using: &generator)!
                line = word
            } else {
                line += " " + word
            }
        }
        return text + line
    }

    @Test("where the next word fits by a hair", arguments: 35...125)
    func hair(width: Int) {
        for first in ["Word", "Äöü", "Wörd-of-twenty-letter", "W"] {
            for shorter in 0...first.count + 2 where width > shorter + 2 {
                let full = "X " + String(repeating: "y", count: width - 2)
                let line = "X " + String(repeating: "é", count: width - 2 - shorter)
                check([full, first, line, first + " z", line, first].joined(separator: "\n"))
            }
        }
    }

    @Test("the masks index lines as a loop over the bytes does", arguments: 0..<30)
    func index(seed: UInt64) {
        var generator = SplitMix64(seed: seed)
        let bytes: [UInt8] = [0x0A, 0x0D, 0x20, 0xE9]
        let text = (0..<Int.random(in: 0...20_000, using: &generator)).map { _ in
            Int.random(in: 0..<200, using: &generator) == 0
                ? bytes.randomElement(using: &generator)! : 0x62
        }
        let plain = text.withUnsafeBufferPointer { LineIndex(plainly: $0) }
        var index = LineIndex()
        let blocks = text.count / 64 + 1
        let padded = text + [UInt8](repeating: 0, count: blocks * 64 - text.count)
        for first in stride(from: 0, to: blocks, by: LineIndex.batch) {
            let count = min(LineIndex.batch, blocks - first)
            var masks = [CScanMasks](repeating: CScanMasks(), count: count)
            cscan_classify(Array(padded[(first * 64)...]), count, &masks)
            index.add(masks, count)
        }
        #expect(index.ends == plain.ends)
        #expect(plain.ends.allSatisfy { text[Int($0)] == 0x0A || text[Int($0)] == 0x0D })
        for _ in 0..<1_000 where text.count > 1 {
            let start = Int.random(in: 0..<text.count - 1, using: &generator)
            let end = min(text.count, start + Int.random(in: 1...300, using: &generator))
            #expect(index.isASCII(start..<end) == plain.isASCII(start..<end))
            #expect(!index.isASCII(start..<end) || text[start..<end].allSatisfy { $0 < 0x80 })
        }
    }

    @Test("white space is what Unicode says")
    func whiteSpace() {
        for value in 0...0x10FFFF as ClosedRange<UInt32> {
            guard let scalar = Unicode.Scalar(value) else { continue }
            if scalar.isWhiteSpace != scalar.properties.isWhitespace {
                Issue.record("U+\(String(value, radix: 16))")
            }
        }
    }

    @Test(
        "at the ends of a text",
        arguments: ["", "\n", "a\n", "\na", "a\r", "\r\n", "a\nb", " ", "\n \n"])
    func ends(text: String) { check(text) }
}

extension String {
    /// The bytes of lines and their separators, of which the lengths are given.
    fileprivate func split(on separators: [Int]) -> [(content: [UInt8], separator: [UInt8])] {
        var rest = Array(utf8)[...]
        return separators.map { count in
            let content = rest.prefix { $0 != 0x0A && $0 != 0x0D }
            rest = rest.dropFirst(content.count)
            defer { rest = rest.dropFirst(count) }
            return (Array(content), Array(rest.prefix(count)))
        }
    }
}
