import Lexicon
import Segmentation

/// One text prepared for fitting: what the model would see of it.
package struct NameExample {
    /// A window of the text and the features of its tokens.
    package struct Window {
        package var tokens: Range<Int>
        /// By token, ``NameFeature/id``.
        package var features: [[NameFeatureID]]
    }

    package let text: TokenBuffer
    package let windows: [Window]

    /// The tokens that cover exactly the bytes of `range`.
    package func tokens(covering range: Range<Int>) -> Range<Int>? {
        guard let first = text.tokens.firstIndex(where: { Int($0.start) == range.lowerBound }),
            let last = text.tokens[first...].firstIndex(where: { Int($0.end) == range.upperBound })
        else { return nil }
        return first..<last + 1
    }

    /// Whether tokens are a letter and no more.
    package func isInitial(_ tokens: Range<Int>) -> Bool {
        text.tokens.withUnsafeBufferPointer { NameTag.isInitial($0, tokens) }
    }

    /// By window and token, the features that the other occurrences of the forms give when the windows are tagged so;
    /// `nil` for a window in which they speak against no tag.
    ///
    /// - Parameter ofAll: whether to give them for all windows.
    package func facts(_ tags: [[UInt8]], ofAll: Bool = false) -> [[[NameFeatureID]]?] {
        text.tokens.withUnsafeBufferPointer { tokens in
            text.utf8.withUnsafeBufferPointer { utf8 in
                facts(tags, DocumentTeacher(tokens: tokens, utf8: utf8), ofAll)
            }
        }
    }

    private func facts(
        _ tags: [[UInt8]], _ teacher: DocumentTeacher, _ ofAll: Bool
    ) -> [[[NameFeatureID]]?] {
        var forms = DocumentForms()
        for (window, tags) in zip(windows, tags) { teacher.learn(window.tokens, tags, &forms) }
        return zip(windows, tags).map { window, tags in
            guard ofAll || teacher.isDoubtful(window.tokens, tags, forms) else { return nil }
            var result = [[NameFeatureID]](repeating: [], count: window.tokens.count)
            teacher.teach(window.tokens, tags, forms) { token, mark in
                for offset in -1...1 where window.tokens.contains(token - offset) {
                    result[token - offset - window.tokens.lowerBound].append(
                        NameFeatureID(NameFeature.mark(mark, at: offset)))
                }
            }
            return result
        }
    }
}

/// Names of hashed features, by their ids.
package struct NameFeatureNames {
    /// The feature that every token has.
    package static let bias = NameFeature.bias.id

    /// Whether a feature holds a piece of the text, and is no fact of the lexicon or the writing.
    package static func isPiece(_ feature: NameFeatureID) -> Bool { feature >> 63 != 0 }

    package private(set) var names: [NameFeatureID: String] = [:]

    package init() {
        for (number, name) in NameFeature.denseNames.enumerated() {
            names[NameFeatureID(number)] = name
        }
    }

    mutating func add(_ token: String) {
        let bytes = Array(token.utf8)
        func add(_ template: NameFeature.Template, _ value: String) {
            for offset in NameFeature.offsets {
                let id = NameFeature.hashed(template, at: offset, template.hash(value)).id
                if names[id] == nil { names[id] = NameFeature.name(template, at: offset, value) }
            }
        }
        let lower = token.lowercased()
        add(.word, lower)
        add(.shape, FormReader.shape(bytes))
        guard bytes.allSatisfy({ $0 < 0x80 }) else { return }
        add(.suffix2, String(lower.suffix(2)))
        add(.suffix3, String(lower.suffix(3)))
        add(.suffix4, String(lower.suffix(4)))
        add(.prefix3, String(lower.prefix(3)))
    }
}

extension Extractor {
    /// The names of a text, as numbers of tokens and kind, and by how much each beats its next best reading.
    package func nameMargins(
        _ text: String, date: String?
    ) -> [(tokens: Range<Int>, label: Int, margin: Int)] {
        var text = text
        return text.withUTF8 {
            extraction(of: $0, date: date) { extraction in
                let names = extraction.findNames(dates: extraction.dates().found)
                return zip(names, extraction.names.margins()).map { ($0.tokens, $0.label, $1) }
            }
        }
    }

    /// Prepares a text for fitting, as an extraction would see it, and notes the names of its features.
    package func nameExample(
        _ text: String, date: String?, naming names: inout NameFeatureNames
    ) -> NameExample {
        let knowledge = pipeline.names
        var text = text
        return text.withUTF8 {
            extraction(of: $0, date: date) { extraction in
                let (buffer, hits) = (extraction.tokens, extraction.hits)
                for index in buffer.tokens.indices { names.add(buffer.text(at: index)) }
                let dates = extraction.dates().found.map(\.tokens)
                let windows = MarkedText.with(buffer, hits, dates: dates) { marked in
                    let memory = NameVectors(
                        reader: knowledge.reader, lexicon: lexicon, model: knowledge.model)
                    memory.prepare(for: buffer)
                    let search = NameWindows()
                    search.find(marked, memory)
                    let lister = NameFeatureLister(
                        text: marked, knowledge: knowledge, isSport: search.isSport,
                        windows: search.windows.elements)
                    return search.windows.elements.map {
                        NameExample.Window(
                            tokens: $0.tokens, features: lister.features($0).map { $0.map(\.id) })
                    }
                }
                return NameExample(text: buffer.keepingText(), windows: windows)
            }
        }
    }
}
