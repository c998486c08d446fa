import Segmentation

@testable import Lexicon

/// A lexicon of rows `name<TAB>aliases<TAB>class<TAB>case<TAB>weight<TAB>iso`.
func lexicon(_ rows: String...) throws -> Lexicon {
    try Lexicon([try LexiconImage(image(rows))])
}

func image(_ rows: [String]) throws -> [UInt8] {
    let text = """
        # test
        # source: this test
        # license: Apache-2.0
        # date: 2026-11-23
        name\taliases\tclass\tcase\tweight\tiso3166

        """
    var compiler = try LexiconCompiler()
    try compiler.add(LexiconSource(text: text + rows.joined(separator: "\n"), file: "test.tsv"))
    return try compiler.image()
}

/// What the lexicon finds in a text: `text:class`, longest first from each token.
func found(_ text: String, in lexicon: Lexicon) throws -> [String] {
    var buffer = TokenBuffer()
    try Segmenter().segment(text, into: &buffer)
    var hits = HitBuffer()
    lexicon.findHits(in: buffer, into: &hits)
    return hits.all().flatMap { hit in
        hit.classes.members.map {
            "\(buffer.text(of: hit.tokens)):\(lexicon.classNames[Int($0.rawValue)])"
        }
    }
}
