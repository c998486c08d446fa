import Foundation
import Testing

@testable import Interchange

@Suite("What a page says it says, and does not do")
struct HTMLWriterTests {
    private static func content(_ text: String) -> String {
        var html = HTMLWriter()
        html.text(text)
        return String(decoding: html.finish().array, as: UTF8.self)
    }

    private static func attribute(_ text: String) -> String {
        var html = HTMLWriter()
        html.attribute("title", text)
        return String(decoding: html.finish().array, as: UTF8.self)
    }

    private static func box(_ code: String) -> String { "<span class=\"code\">U+\(code)</span>" }

    @Test(
        "As the content of an element",
        arguments: [
            ("", ""), ("Kono, 1960", "Kono, 1960"), ("Åse 東京 😀", "Åse 東京 😀"),
            ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
            ("</p><!-- ]]> &amp;", "&lt;/p&gt;&lt;!-- ]]&gt; &amp;amp;"),
            ("\"O'Brien\"", "&quot;O&#39;Brien&quot;"), ("a\tb\nc", "a\tb\nc"),
            ("a\r\nb\rc\r", "a&#13;\nb\(box("000D"))c\(box("000D"))"),
            ("\0\u{1B}[31m\u{7F}", "\(box("0000"))\(box("001B"))[31m\(box("007F"))"),
            ("\u{85}\u{9B}\u{A0}", "\(box("0085"))\(box("009B"))\u{A0}"),
            ("a\u{202E}b\u{202C}", "a\(box("202E"))b\(box("202C"))"),
            ("\u{202A}\u{202B}\u{202D}", ["202A", "202B", "202D"].map(box).joined()),
            ("\u{2066}\u{2069}\u{2065}", "\(box("2066"))\(box("2069"))\u{2065}"),
            ("\u{200E}שלום\u{200F}\u{61C}", "\u{200E}שלום\u{200F}\u{61C}"),
            (
                "\u{FFF9}\u{FFFD}\u{FFFE}\u{FFFF}",
                "\(box("FFF9"))\u{FFFD}\(box("FFFE"))\(box("FFFF"))"
            ),
        ])
    func content(text: String, expected: String) { #expect(Self.content(text) == expected) }

    @Test(
        "As the value of an attribute",
        arguments: [
            ("\" onload='alert(1)' x=\"", "&quot; onload=&#39;alert(1)&#39; x=&quot;"),
            ("a\tb\nc\r\nd", "a[U+0009]b[U+000A]c[U+000D][U+000A]d"),
            ("<\u{202E}\0>", "&lt;[U+202E][U+0000]&gt;"), ("\\ ` = &", "\\ ` = &amp;"),
        ])
    func attribute(text: String, expected: String) {
        #expect(Self.attribute(text) == " title=\"\(expected)\"")
    }

    @Test("Every character by itself is escaped as in company")
    func everyCharacter() {
        for value in UInt32(0)...0xFFFF {
            guard let scalar = Unicode.Scalar(value), value != 0x0D else { continue }
            let alone = Self.content(String(Character(scalar)))
            #expect(
                Self.content("é\(scalar)é").unicodeScalars.elementsEqual(
                    "é\(alone)é".unicodeScalars))
            let isKept = alone.unicodeScalars.elementsEqual([scalar])
            let isBoxed = alone == Self.box(String(format: "%04X", value))
            #expect(isKept || isBoxed || "&<>\"'".unicodeScalars.contains(scalar))
        }
    }
}
