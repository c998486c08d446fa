import Testing

@testable import Interchange

/// Steps are counted, not time: bytes that were looked at, and elements that were opened and closed.
@Suite("Hostile pages take steps in proportion to their length")
struct HTMLWorkTests {
    /// A page of about so many bytes, made of a start, a part that comes again and again, and an end.
    static func page(_ start: String, _ part: String, _ end: String, length: Int) -> [UInt8] {
        Array((start + String(repeating: part, count: length / part.utf8.count) + end).utf8)
    }

    @Test(
        "Whatever comes a million times",
        arguments: [
            ("", "<div>", ""), ("", "<div>", "</p>"), ("", "<div></p>", ""), ("", "<ul><li>", ""),
            ("", "<b>", "</i>"), ("<b>", "<div></b>", ""), ("", "<", ""), ("", "</", ""),
            ("", "<!", ""),
            ("", "<!--", ""), ("<!--", "-", ""), ("<!--", "->", ""), ("<!--", "--!", ""),
            ("", "&", ""),
            ("", "&#", ""), ("&#", "1", ""), ("&", "a", ""),
            ("", "&CounterClockwiseContourIntegra", ""),
            ("<script>", "</scrip", ""), ("<script><!--", "<script", ""), ("<script><!--", "-", ""),
            ("<script>", "<!--<script></script>", ""), ("<title>", "</titl", ""),
            ("<a b='", "x", ""),
            ("<a b='", "x", "'>"), ("<a ", "b ", ">"), ("<a ", "b=c ", ">"),
            ("<a ", "class=c ", ">"),
            ("<a class='", "c ", "'>"), ("<a class='", "aB", "'>"), ("<p class='", "share", "'>"),
            ("<div style='", " d", "'>"), ("<", "a", ">"), ("<", "a", ""), ("", "<p>", ""),
            ("", "<span class=ad>", ""), ("<span class=ad>", "<span>", ""), ("", "<table><td>", ""),
            ("", "<table>", "</table>"), ("<table>", "<tr><td></table>", ""), ("", "<h1>", ""),
            ("", "<svg>", ""), ("", "<svg><p>", ""), ("", "<button>", ""),
            ("", "<select><option>", ""),
            ("", "<dd><dl>", ""), ("", "<a-b class=ad>", ""), ("", "</x>", ""), ("", "\u{AD}", ""),
            ("", "\0", ""), ("", " ", "x"), ("", "<br>", "x"), ("<svg>", "<![CDATA[", ""),
            ("<pre>", "\n", "x"), ("", "<nav></nav>", ""),
            ("", "<meta content=2019 name=date>", ""),
            ("<script type=application/ld+json>", "[", ""),
            ("<script type=application/ld+json>", "{\"a\":[", ""),
        ])
    func linear(start: String, part: String, end: String) {
        let (short, long) = (
            ReadPage(Self.page(start, part, end, length: 10_000)).work,
            ReadPage(Self.page(start, part, end, length: 100_000)).work
        )
        #expect(long <= 100_000 * 8, "\(long) steps")
        #expect(long <= short * 11 + 1000, "\(short), then \(long)")
    }

    @Test("A million elements in one another, and an attribute of 100 MB")
    func large() {
        let deep = ReadPage(Self.page("", "<div>", "Taro Kono", length: 5_000_000))
        #expect(deep.text == "Taro Kono" && deep.work < 5_000_000 * 8)
        let wide = ReadPage(Self.page("<a title='", "x", "'>Taro Kono", length: 100_000_000))
        #expect(wide.text == "Taro Kono" && wide.work < 100_000_000 * 3)
    }
}
