/// What a `Content-Type` says: `text/html; charset="utf-8"`.
struct MediaType {
    /// Type and subtype in small letters; empty if there is none.
    let name: String
    let charset: String?

    init(_ value: String) {
        let parts = value.split(separator: ";", omittingEmptySubsequences: false)
        name = (parts.first ?? "").trimming(\.isHTMLSpace).lowercased()
        charset =
            parts.dropFirst().lazy.compactMap { part -> String? in
                let pair = part.split(separator: "=", maxSplits: 1)
                guard pair.count == 2, pair[0].trimming(\.isHTMLSpace).lowercased() == "charset"
                else { return nil }
                return pair[1].trimming { $0.isHTMLSpace || $0 == 0x22 || $0 == 0x27 }
            }.first
    }
}
