import Dragoman

/// A page to read: each document's text with its mentions marked, what is known of the things that they stand for, and
/// the timeline.
///
/// One file, light or dark as the reader's system is, that asks for nothing else: no script, no font, no picture, and a
/// Content-Security-Policy that allows none. Everything from the text is escaped (``HTMLWriter``). The markup is XML too.
/// Mentions lead to their entity or their place in the timeline, and those lead back; nothing is told by colour alone.
///
/// Offsets play no part; mentions that stand inside others are marked where the document has them.
public struct HTMLDocumentWriter: DocumentWriter {
    /// The names by which states are called.
    public let states: StateNames

    public init(states: StateNames) { self.states = states }

    public var header: StaticString { HTMLFrame.head }

    public var footer: StaticString { HTMLFrame.foot }

    public func write(
        _ document: Document, utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer
    ) {
        write(document, of: ParsedDocument(utf8: utf8), to: &output)
    }

    public func write(
        _ document: Document, of parsed: ParsedDocument, to output: inout ByteBuffer
    ) {
        var html = HTMLWriter(buffer: output)
        HTMLArticle(document, at: parsed.place, utf8: parsed.utf8, states: states).write(&html)
        output = html.finish()
    }
}
