import Testing

@testable import Dragoman

@Suite struct `Offices of people` {
    private static let extractor = Result { try Extractor() }

    /// `of title (tenure)` of each office of the first person.
    private func roles(_ text: String) throws -> [String] {
        let people = try Self.extractor.get().extract(text).entities.filter { $0.label == .person }
        return try #require(people.first).roles.map { role in
            [role.of, role.title, role.tenure.map { "(\($0))" }].compactMap { $0 }
                .joined(separator: " ")
        }
    }

    @Test(arguments: [
        ("Japanese Foreign Minister Taro Kono left.", "JP Foreign Minister"),
        ("Japan's foreign minister Taro Kono left.", "JP foreign minister"),
        ("Taro Kono, the Japanese foreign minister, left.", "JP foreign minister"),
        ("Emmanuel Macron, president of France, spoke.", "FR president"),
        ("Tim Cook, chief executive of Apple, spoke.", "Apple chief executive"),
        ("Apple chief executive Tim Cook spoke.", "Apple chief executive"),
        ("Apple's chief executive Tim Cook spoke.", "Apple chief executive"),
        ("Moussa Faki, chairman of the African Union, spoke.", "African Union chairman"),
        ("The former Japanese Prime Minister Shinzo Abe left.", "JP Prime Minister (former)"),
        ("Japan's former prime minister Shinzo Abe left.", "JP prime minister (former)"),
        ("Former Prime Minister Shinzo Abe left.", "Prime Minister (former)"),
        ("Shinzo Abe, a former Japanese prime minister, left.", "JP prime minister (former)"),
        ("Shinzo Abe, the then prime minister of Japan, left.", "JP prime minister (then)"),
        ("Acting President Juan Orlando spoke.", "President (acting)"),
        ("President-elect Donald Trump spoke.", "President-elect (elect)"),
    ])
    func `office, of what, and the time in it`(_ text: String, _ role: String) throws {
        #expect(try roles(text) == [role])
    }

    @Test(arguments: [
        "Emmanuel Macron spoke of presidents.", "He told Emmanuel Macron, a friend of France, so.",
    ])
    func `no office`(_ text: String) throws {
        #expect(try roles(text).isEmpty)
    }
}
