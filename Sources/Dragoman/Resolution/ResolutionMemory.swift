/// What one worker keeps for resolution from document to document.
final class ResolutionMemory {
    var entities = EntityResolver()
    var roles = RoleFinder()
    let treaties = TreatyMemory()
    let assembler = DocumentAssembler()
    let desk = Findings.Desk()
}
