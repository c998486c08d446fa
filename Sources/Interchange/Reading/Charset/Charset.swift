import CICU

/// A charset that ICU converts, known by any of its names.
public struct Charset: Sendable, Equatable {
    /// Its name for MIME or IANA where it has one: `windows-1252`, `Shift_JIS`.
    public let name: String

    public static let utf8 = Charset(name: "UTF-8")

    private init(name: String) { self.name = name }

    /// The charset of a name in any case.
    ///
    /// Names mean what they mean to browsers (Encoding Standard, §4.2): `latin1` and `us-ascii` are `windows-1252`, which
    /// has the same characters and more, and `gb2312` is `gb18030`.
    ///
    /// - Returns: `nil` for what is no charset's name.
    public init?(label: String) {
        let label = label.trimming { $0 == 0x20 || 0x09...0x0D ~= $0 }.lowercased()
        guard label.utf8.count < 64, !label.utf8.contains(0) else { return nil }
        let known = Self.larger[label] ?? label
        let bare = known.hasPrefix("x-") ? String(known.dropFirst(2)) : known
        guard let name = cicu_charset_name(known) ?? cicu_charset_name(bare) else { return nil }
        self.name = String(cString: name)
    }

    /// What browsers read for names of charsets that are part of another.
    private static let larger = [
        "iso-8859-1": "windows-1252", "iso8859-1": "windows-1252", "iso_8859-1": "windows-1252",
        "latin1": "windows-1252", "l1": "windows-1252", "ascii": "windows-1252",
        "us-ascii": "windows-1252", "iso-8859-9": "windows-1254", "latin5": "windows-1254",
        "iso-8859-11": "windows-874", "tis-620": "windows-874", "iso-8859-8-i": "iso-8859-8",
        "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "chinese": "gb18030",
        "euc-kr": "windows-949", "korean": "windows-949", "ks_c_5601-1987": "windows-949",
        "big5": "big5-hkscs", "x-mac-roman": "macintosh",
    ]
}

/// How the bytes of an input are to be read. A byte order mark says more than any of these.
public enum InputEncoding: Sendable, Equatable {
    /// As a page says itself, or else as UTF-8.
    case standard
    /// As UTF-8 if they are, and else as ICU guesses.
    case detected
    case charset(Charset)

    /// The value of a name, or `auto`.
    public init?(label: String) {
        if label.lowercased() == "auto" {
            self = .detected
        } else if let charset = Charset(label: label) {
            self = .charset(charset)
        } else {
            return nil
        }
    }

    /// Whether what guesses charsets can be loaded.
    public static var canDetect: Bool { cicu_can_detect() }
}

extension StringProtocol {
    /// Without the bytes at both ends that `isSpace` accepts, which are ASCII.
    func trimming(_ isSpace: (UInt8) -> Bool) -> String {
        let bytes = utf8.drop(while: isSpace)
        let length = bytes.reversed().drop(while: isSpace).count
        return String(decoding: bytes.prefix(length), as: UTF8.self)
    }
}
