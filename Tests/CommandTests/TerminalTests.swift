import Foundation
import Testing

@Suite("On a terminal")
struct TerminalTests {
    private static let text = "Taro Kono met Sergey Lavrov."

    @Test("Without arguments the command says what it waits for, and Ctrl-D ends the text")
    func waits() throws {
        let terminal = try Terminal(Tool.path, [])
        try terminal.wait(for: "dragoman: reading text from the terminal; end with Ctrl-D")
        try terminal.type("Taro Kono met Sergey Lavrov.\n\u{4}")
        #expect(try terminal.wait(for: "{\"schema\":").contains("Sergey Lavrov"))
        #expect(try terminal.end() == 0)
    }

    @Test(
        "The text is in colour on a terminal, unless somebody says otherwise",
        arguments: [
            ([], [:], true), (["--color=never"], [:], false), ([], ["NO_COLOR": "1"], false),
            ([], ["NO_COLOR": ""], true), (["--color=always"], ["NO_COLOR": "1"], true),
            ([], ["TERM": "dumb"], false), (["--color", "auto"], [:], true),
        ] as [([String], [String: String], Bool)])
    func color(options: [String], environment: [String: String], isColored: Bool) throws {
        let file = try Scratch(Self.text + "\n")
        let terminal = try Terminal(
            Tool.path, ["--output", "text", file.path] + options, environment: environment)
        #expect(try terminal.end() == 0)
        #expect(terminal.shown.contains("\u{1B}[1;34mTaro Kono\u{1B}[0m met ") == isColored)
        #expect(terminal.shown.contains("[PERSON Taro Kono] met ") != isColored)
    }

    @Test("In a pipe or file it has brackets, unless somebody says otherwise")
    func brackets() throws {
        let plain = try Tool.run("--output", "text", input: Self.text)
        #expect(plain.out == "[PERSON Taro Kono] met [PERSON Sergey Lavrov].\n")
        let colored = try Tool.run("--output=text", "--color=always", input: Self.text)
        #expect(colored.out.contains("\u{1B}[1;34mTaro Kono\u{1B}[0m met "))
    }

    @Test("Texts have headings where one would not tell them apart")
    func headings() throws {
        let lines = #"{"id":"a","text":"Oslo"}"# + "\n" + #"{"id":"b","text":"x"}"#
        let corpus = try Tool.run("--input=jsonl", "--output=text", input: lines)
        #expect(corpus.out == "==> a <==\n[PLACE Oslo]\n\n==> b <==\nx\n\n")
        let (a, b) = (try Scratch("x"), try Scratch("y"))
        let files = try Tool.run(["--output=text", a.path, b.path])
        #expect(files.out == "==> \(a.path) <==\nx\n\n==> \(b.path) <==\ny\n\n")
        #expect(try Tool.run(["--output=text", a.path]).out == "x\n")
        #expect(try Tool.run("--output=text", "--input=lines", input: "x\ny").out == "x\ny\n")
    }
}
