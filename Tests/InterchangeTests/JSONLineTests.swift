import Dragoman
import SeededRandom
import Testing

@testable import Interchange

@Suite("Lines of JSON scanned in place")
struct JSONLineTests {
    /// What the scanner gives; `nil` where it leaves the line to the careful reader.
    static func scan(_ line: [UInt8], _ fields: InputFields = .init()) -> InputDocument? {
        line.withUnsafeBufferPointer { bytes in
            var scratch = ByteBuffer()
            var scanner = JSONLine(bytes)
            return scanner.document(JSONLine.Names(fields), &scratch).map {
                InputDocument(
                    id: $0.id, date: $0.date, text: String(decoding: $0.utf8, as: UTF8.self))
            }
        }
    }

    static func careful(_ line: [UInt8], _ fields: InputFields = .init()) -> InputDocument? {
        try? CarefulReader.document(line, fields)
    }

    @Test(
        "What is scanned is what the careful reader reads",
        arguments: [
            #"{"text":"x"}"#, #"  { "id" : "a" , "text" : "x" , "date" : null }  "#,
            #"{"text":"","id":1,"date":2019}"#, #"{"text":"a\nb\t\"\\\/\b\f\r","id":"a\/b"}"#,
            #"{"text":"\u00e9\u65e5\ud83d\ude00é日😀"}"#,
            #"{"text":"x","text":"y","id":1,"id":null}"#,
            #"{"other":{"text":"no","a":[1,-2.5e+3,true,false,null,{}],"b":[]},"text":"x"}"#,
            #"{"\u0074ext":"x"}"#, #"{"ключ":"é","text":"x"}"#, #"{"te\u0078t":"x","a\"b":1}"#,
            #"{"text":"x","other":"\ud83d\ude00 \u00e9 \\ é"}"#, #"{"id":-0.5e-7,"text":"x"}"#,
            #"{"text":"y","deep":[[[[[[[[{"a":[{"b":"]"}]}]]]]]]]]}"#,
        ])
    func good(line: String) throws {
        let scanned = try #require(Self.scan(Array(line.utf8)))
        #expect(scanned == Self.careful(Array(line.utf8)))
    }

    @Test(
        "What is doubtful is left to the careful reader",
        arguments: [
            "{}", "[]", "x", #"{"text":1}"#, #"{"text":"x"} y"#, #"{"text":"x","id":true}"#,
            #"{"text":"x","id":[1]}"#, #"{"text":"x",}"#, #"{"text":"\ud800"}"#,
            #"{"text":"x","a":"\udc00"}"#, #"{"text":"x","a":01}"#, #"{"text":"x","a":nul}"#,
            #"{"text":"x""#, #"{"text":"x"#, #"{"text":"x\"#, #"{"text":"x\u12"#, #"{"text""#, "{",
            #"{"text":"x","a":[1,]}"#, #"{"text":"x","a":{"b"}}"#, #"{"text":"a\#u{1}b"}"#,
            #"{"text":"x","a":"\x"}"#, "\u{FEFF}{\"text\":\"x\"}", #"{"id":"x"}"#,
            #"{"text":"x","text":null}"#, #"{"text":"x","a":-}"#, #"{"text":"x","a":1e}"#,
        ])
    func doubtful(line: String) {
        #expect(Self.scan(Array(line.utf8)) == nil)
    }

    @Test("As deep as the careful reader goes, and no deeper")
    func depth() {
        func line(_ depth: Int) -> [UInt8] {
            Array(
                ("{\"text\":\"x\",\"a\":" + String(repeating: "[", count: depth)
                    + String(repeating: "]", count: depth) + "}").utf8)
        }
        let limit = JSONReader.maximumDepth - 1
        #expect(Self.scan(line(limit)) != nil && Self.careful(line(limit)) != nil)
        #expect(Self.scan(line(limit + 1)) == nil && Self.careful(line(limit + 1)) == nil)
        #expect(Self.scan(line(100_000)) == nil)
    }

    @Test("Names of members are equal as strings are")
    func names() {
        var fields = InputFields()
        fields.text = "caf\u{E9}"
        fields.id = "K"
        for line in ["{\"cafe\u{301}\":\"x\",\"\u{212A}\":\"k\"}", "{\"caf\u{E9}\":\"x\",\"K\":1}"]
        {
            let bytes = Array(line.utf8)
            #expect(Self.scan(bytes, fields) != nil)
            #expect(Self.scan(bytes, fields) == Self.careful(bytes, fields))
        }
        fields.id = fields.text
        let bytes = Array("{\"caf\u{E9}\":\"x\"}".utf8)
        #expect(Self.scan(bytes, fields) == Self.careful(bytes, fields))
    }

    @Test("With bytes changed, what is scanned is still what is read", arguments: 0..<3000)
    func mutations(seed: UInt64) {
        var line = Array(
            #"{"id":"é1","x":{"a":[1,-2.5e+3,"x\né"],"b":[true,null]},"text":"a\ud83d\ude00é\tb","date":20}"#
                .utf8)
        var random = SplitMix64(seed: seed)
        let changes = Array(#"{}[]",:\tfnu0d89.eE+- "#.utf8) + [0x00, 0x0A, 0x7F, 0x80, 0xC3, 0xFF]
        for _ in 0...random.next() % 3 {
            let place = Int(random.next() % UInt64(line.count))
            let change = changes[Int(random.next() % UInt64(changes.count))]
            switch random.next() % 3 {
            case 0: line[place] = change
            case 1: line.insert(change, at: place)
            default: line.remove(at: place)
            }
        }
        guard let scanned = Self.scan(line) else { return }
        #expect(scanned == Self.careful(line), "\(String(decoding: line, as: UTF8.self))")
    }
}
