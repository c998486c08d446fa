import Dragoman
import SeededRandom
import Testing

@testable import Interchange

/// What the reader makes of a page.
struct ReadPage {
    var text: String
    var date: String?
    var title: String?
    var language: String?
    /// The parts of the text that are marked.
    var boilerplate: String
    var warnings: [Warning]
    var work: Int

    init(_ bytes: [UInt8], _ encoding: InputEncoding = .standard) {
        var reader = PageReader()
        self = bytes.withUnsafeBufferPointer { bytes in
            let document = reader.document(bytes, id: nil, encoding)
            let source = document.source!
            var marked: [UInt8] = []
            for index in document.utf8.indices where source.isBoilerplate(index..<index + 1) {
                marked.append(document.utf8[index])
            }
            return ReadPage(
                text: String(decoding: document.utf8, as: UTF8.self), date: document.date,
                title: source.title, language: source.language,
                boilerplate: String(decoding: marked, as: UTF8.self),
                warnings: document.warnings, work: 0)
        }
        work = reader.work
    }

    init(_ html: String) { self.init(Array(html.utf8)) }

    private init(
        text: String, date: String?, title: String?, language: String?, boilerplate: String,
        warnings: [Warning], work: Int
    ) {
        self.text = text
        self.date = date
        self.title = title
        self.language = language
        self.boilerplate = boilerplate
        self.warnings = warnings
        self.work = work
    }
}

@Suite("Pages of HTML")
struct HTMLReaderTests {
    @Test(
        "The text is what a reader sees",
        arguments: [
            ("a  b\n\t c", "a b c"), ("<p>a<p>b", "a\n\nb"), ("a<br>b<br><br>c", "a\nb\n\nc"),
            ("<b>a</b>b <i> c</i>", "ab c"), ("<pre>\n a\n  b</pre>c", " a\n  b\n\nc"),
            ("<ul><li>a<li>b</ul>c", "a\n\nb\n\nc"),
            ("<table><tr><td>a<td>b<tr><td>c</table>", "a\n\nb\n\nc"), ("<p> a </p> b", "a\n\nb"),
            ("a<!-- b --!>c<!-->d<!--->e<?f>g</ h>i</>j<![CDATA[k]]>", "acdegij"),
            ("<svg><![CDATA[k<b>]]></svg>", "k<b>"), ("a < b <3 c</", "a < b <3 c</"),
            ("a<b c='>' d=\">\" e=>f", "af"),
            ("a<script>b<!--<script>c</script>d</script>e-->f", "ae-->f"),
            ("a<script>b</scriptx>c</script >d", "ad"),
            ("<style>a</style>b<template><p>c</template>d", "b\n\nd"),
            ("<title>a<b>&amp;</title>c", "a<b>&\n\nc"), ("<textarea>\na<p></textarea>b", "a<p>b"),
            ("Ku\u{AD}no, Ku&shy;no", "Kuno, Kuno"), ("a\0b", "ab"), ("é日😀&eacute;", "é日😀é"),
            ("a&nbsp;b\u{A0}c", "a\u{A0}b\u{A0}c"), ("a&#32;&#10;b", "a b"), ("", ""),
            (" <p> ", ""),
            ("<noscript>a</noscript>", "a"), ("<xmp>a<b>&amp;</xmp>c", "a<b>&amp;\n\nc"),
            ("a<plaintext>b</plaintext>&amp;", "a\n\nb</plaintext>&amp;"), ("a</p>b", "a\n\nb"),
            ("a</section>b", "ab"), ("<form>a</form>b</form>c", "a\n\nbc"),
            ("<p>a<svg>b<p>c", "ab\n\nc"),
        ])
    func text(html: String, expected: String) { #expect(ReadPage(html).text == expected) }

    @Test(
        "Character references are what they stand for",
        arguments: [
            ("&lt;&gt;&amp;&quot;", "<>&\""), ("&amp", "&"), ("&ampx", "&x"), ("&notit;", "¬it;"),
            ("&notin;", "∉"), ("&bogus;", "&bogus;"), ("&", "&"), ("&;", "&;"), ("&#", "&#"),
            ("&#x", "&#x"), ("&#x;", "&#x;"), ("&#65", "A"), ("&#x41;B", "AB"), ("&#x1F600;", "😀"),
            ("&#128;&#x92;", "€’"), ("&#0;&#xD800;&#x110000;", "\u{FFFD}\u{FFFD}\u{FFFD}"),
            ("&#99999999999999999999;", "\u{FFFD}"), ("&NotEqualTilde;", "≂̸"), ("&fjlig;", "fj"),
            ("&CounterClockwiseContourIntegral;", "∳"), ("&EACUTE;", "&EACUTE;"),
        ])
    func references(html: String, expected: String) { #expect(ReadPage(html).text == expected) }

    @Test("A reference in an attribute needs a semicolon where a name may go on")
    func attributes() {
        func value(_ text: String) -> String {
            Array(text.utf8).withUnsafeBufferPointer { $0.attribute($0.indices) }
        }
        #expect(value("a&copy=b&copyx&copy;&copy") == "a&copy=b&copyx©©")
    }

    @Test(
        "What stands around what a page says is marked, and nothing is lost",
        arguments: [
            ("<nav>a</nav>b", "a"), ("<header>a<h1>b</h1></header>c", "a"),
            ("<article><header>a</header>b</article><footer>c</footer>", "c"),
            ("<aside>a</aside><article><aside>b</aside></article>", "a"),
            ("<main><aside>a</aside><header>b</header></main>", "a"),
            ("<div class='post-share'>a</div>b", "a"), ("<div class=shareBar>a</div>b", "a"),
            ("<share-bar>a</share-bar>b", "a"), ("<div id=site-nav>a<div>b</div>c</div>d", "abc"),
            ("<div class='has-sidebar'>a</div>", ""), ("<body class='sidebar'>a", ""),
            ("<div class=menu><main>a</main>b</div>", "b"),
            ("<div role=navigation>a</div><p hidden>b</p><p style='Display : None'>c", "abc"),
            ("<button>a</button><select><option>b</select>c", "ab"),
            ("<p>a<span class=ad>b</span>c", "b"),
            ("<span class=ad>a<span>b</span>c</span>d", "abc"),
            ("<p class=share>a<div>b</div>", "a"),
            ("<ul class=menu><li>a<ul><li>b</ul><li>c</ul>d", "abc"), ("<nav><div>a</nav>b", "a"),
            ("<nav><table><tr><td></nav>a</table></nav>b", "a"), ("<noscript>a</noscript>b", "a"),
            ("<div class=address>a</div><div class=Adair>b</div>", ""),
            ("<b><nav>a</b>b</nav>c", "ab"),
        ])
    func boilerplate(html: String, expected: String) {
        let page = ReadPage(html)
        #expect(page.boilerplate.filter { !$0.isWhitespace } == expected)
        #expect(page.text.contains(expected.first ?? "a"))
    }

    @Test("A page says its title and language")
    func facts() {
        let page = ReadPage(
            "<html lang=de><title> M&uuml;nchen\n heute </title><svg><title>x</title></svg><title>y</title>"
        )
        #expect(page.title == "München heute" && page.language == "de")
        #expect(ReadPage("<p>x").title == nil)
    }

    @Test(
        "A page says when it was published, and the surest place counts",
        arguments: [
            (
                "<meta property='article:published_time' content='2019-02-12T10:00:00+09:00'>",
                "2019-02-12"
            ),
            ("<meta name=DC.date content=2019-02><meta name=x content=2018>", "2019-02"),
            ("<meta name=citation_date content='2019/02/12'>", "2019-02-12"),
            ("<meta itemprop=datePublished content=' 20190212 '>", "20190212"),
            ("<time datetime='2019-02-12'>x</time>", "2019-02-12"),
            ("<time datetime=10:30>x</time><time datetime=PT2H>", nil),
            ("<time datetime=1945>x", nil),
            (
                "<nav><time datetime=2018-01-01></time></nav><time datetime=2019-02-12>",
                "2019-02-12"
            ),
            (
                "<time datetime=2018-01-01></time><time class=entry-date datetime=2019-02-12>",
                "2019-02-12"
            ),
            ("<meta name=date content=2018><time itemprop=datePublished datetime=2019>", "2019"),
            (
                "<meta property=article:published_time content=yesterday><meta name=date content=2019>",
                "2019"
            ),
            (
                #"<meta name=date content=2018><script type="application/ld+json; charset=utf-8">{"@graph":[{"x":1},{"datePublished":"2019-02-12"}]}</script>"#,
                "2019-02-12"
            ), (#"<script type=application/ld+json>{"datePublished":</script>x"#, nil),
            (#"<script>{"datePublished":"2019"}</script>x"#, nil),
        ])
    func dates(html: String, expected: String?) { #expect(ReadPage(html).date == expected) }

    @Test(
        "What a page ends in the middle of is told",
        arguments: ["<!-- x", "<a href='x", "<script>x", "<p a"])
    func cutOff(end: String) {
        let page = ReadPage("ab" + end)
        #expect(page.text == "ab")
        #expect(
            page.warnings.map(\.message) == ["the page ends inside of the markup that starts here"])
        #expect(page.warnings[0].byteOffset >= 2)
    }

    @Test("Every character of the text knows where it stands in the source", arguments: 0..<40)
    func offsets(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let pieces = [
            "Taro ", "é", "日本", "😀", "&amp;", "&eacute", "&#x41;", "&NotEqualTilde;", "<p>", "</p>",
            "<b>", "</b>",
            " \n ", "<br>", "<!-- x -->", "<nav>", "</nav>", "&nbsp;", "&bogus;",
            "<script>x</script>", "\u{AD}",
            "<td>", "<pre>", "</pre>", "<a title='&amp;'>",
        ]
        let html = (0..<200).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }.joined()
        var reader = PageReader()
        let bytes = Array(html.utf8)
        bytes.withUnsafeBufferPointer { bytes in
            let document = reader.document(bytes, id: nil, .standard)
            var text = String(decoding: document.utf8, as: UTF8.self)[...]
            var byte = 0
            var last = 0
            while let scalar = text.unicodeScalars.popFirst() {
                let length = scalar.utf8.count
                let range = document.source!.range(of: byte..<byte + length)
                byte += length
                #expect(range.lowerBound >= last && range.upperBound <= bytes.count)
                let spelled = String(decoding: bytes[range], as: UTF8.self)
                last = range.lowerBound
                if scalar == "\n" || scalar == " " { continue }
                let decoded = Array(spelled.utf8).withUnsafeBufferPointer {
                    $0.attribute($0.indices)
                }
                // A reference may stand for two.
                #expect(decoded.unicodeScalars.contains(scalar), "\(spelled)")
            }
        }
    }
}
