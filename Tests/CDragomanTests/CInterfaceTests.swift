import Testing

@Suite("The C interface, from a program written in C")
struct CInterfaceTests {
    private static let program = Result { try CProgram("consumer.c") }

    /// What `consumer.c` prints for `options`: values by name, in their order.
    static func run(_ options: String?) throws -> (values: [String: [String]], code: Int32) {
        try program.get().run(options.map { [$0] } ?? [])
    }

    @Test("Text goes in and JSON comes out, from many threads too")
    func extracts() throws {
        let (values, code) = try Self.run(nil)
        #expect(code == 0)
        #expect(values["length"] == ["1"])
        let json = try #require(values["json"]?.first)
        #expect(json.hasPrefix(#"{"schema":"dragoman/1","id":"a\"b","offsets":"codepoint","#))
        #expect(json.contains(#""text":"Munich","label":"PLACE""#))
        #expect(values["empty"]?.first?.contains(#""mentions":[],"entities":[]"#) == true)
    }

    @Test("What is no UTF-8 and what is no date are warnings")
    func warns() throws {
        let bytes = try #require(try Self.run(nil).values["bytes"]?.first)
        #expect(bytes.contains(#""length":{"codepoint":3,"utf16":3,"utf8":5}"#))
        #expect(bytes.contains(#"{"byteOffset":0,"message":"1 byte is not valid UTF-8"#))
        #expect(bytes.contains("“2019-02-30” is no date"))
    }

    @Test("Mistakes of the caller give NULL and a message")
    func mistakes() throws {
        let (values, _) = try Self.run(nil)
        #expect(values["null"] == ["NULL"] && values["long"] == ["NULL"])
        #expect(values["lost"] == ["NULL"])
        #expect(
            values["error"] == [
                "the extractor is NULL", "a text of more than 2147483646 bytes",
            ])
        #expect(values["code"] == ["EINVAL", "EFBIG"])
    }

    @Test("Options are read from JSON")
    func options() throws {
        let options = #"{"labels":["date"],"offsets":"utf16","date":"2019","explain":true}"#
        let json = try #require(try Self.run(options).values["json"]?.first)
        #expect(json.contains(#""offsets":"utf16""#))
        #expect(json.contains(#""label":"DATE""#) && !json.contains(#""label":"PLACE""#))
    }

    @Test(
        "Options that are none are refused",
        arguments: [
            ("", "EINVAL", "a value is missing at byte 1"),
            ("[]", "EINVAL", "options: not a JSON object"),
            (#"{"dates":"2019"}"#, "EINVAL", "options: unknown member “dates”"),
            (#"{"date":"2019-02-30"}"#, "EINVAL", "“2019-02-30” is no date"),
            (#"{"date":2019}"#, "EINVAL", "options: “date” must be a string"),
            (#"{"languages":["english"]}"#, "EINVAL", "options: “english” is no language"),
            (#"{"labels":["ANIMAL"]}"#, "EINVAL", "options: unknown label “ANIMAL”"),
            (#"{"offsets":"inch"}"#, "EINVAL", "options: “offsets” must be one of codepoint"),
            (#"{"lexicons":["/nowhere.tsv"]}"#, "EIO", "/nowhere.tsv: No such file or directory"),
            (#"{"rules":[1]}"#, "EINVAL", "options: “rules” must be an array of strings"),
        ])
    func refused(options: String, code name: String, message: String) throws {
        let (values, code) = try Self.run(options)
        #expect(code == 1)
        #expect(values["code"] == [name])
        #expect(values["error"]?.first?.hasPrefix(message) == true, "\(values)")
    }

    @Test(
        "Nothing is lost and nothing is touched that is not ours",
        .enabled(if: CProgram.hasValgrind, "valgrind is not installed"),
        .enabled(if: CProgram.sanitizer == nil, "the sanitizer says the same"))
    func leaks() throws {
        let checked = try Self.program.get().runUnderValgrind()
        #expect(checked.code == 0, "\(checked.text)")
    }
}
