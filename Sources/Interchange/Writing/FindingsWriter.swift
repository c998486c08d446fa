import Dragoman

/// A writer that can do without a document: it writes what was found at once.
package protocol FindingsWriter: DocumentWriter {
    /// Appends what ``DocumentWriter/write(_:utf8:to:)`` would write of the document made of `findings`.
    func write(
        _ findings: Findings, of parsed: ParsedDocument, _ warnings: [Warning],
        to output: inout ByteBuffer)
}

extension DocumentWriter {
    /// Extracts from a document that was read and appends what is written of it to `output`.
    public func write(
        _ parsed: ParsedDocument, from extractor: Extractor, to output: inout ByteBuffer
    ) {
        let options = extractor.options
        guard let writer = self as? any FindingsWriter, !options.explain, !options.confidence else {
            write(extractor.extract(parsed), of: parsed, to: &output)
            return
        }
        extractor.findings(in: parsed.utf8, date: parsed.date) { findings, warnings in
            writer.write(
                findings, of: parsed,
                parsed.warnings.isEmpty ? warnings : parsed.warnings + warnings, to: &output)
        }
    }
}
