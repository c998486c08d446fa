import Segmentation

/// What was found in one text, in numbers: what a ``Document`` is made of, and what a writer may write without one.
///
/// It lies in the buffers of a worker, and holds only where it is handed out: the worker's next text is written over
/// it.
package struct Findings {
    /// A mention.
    package struct Mention: BitwiseCopyable {
        /// In bytes of the text.
        package var start: UInt32
        package var end: UInt32
        var firstToken: UInt32
        var endToken: UInt32
        /// Number of its entity; -1 for a temporal expression.
        package var entity: Int32
        /// Number of the mention that it stands inside; -1 for none.
        package var inside: Int32
        /// Number of the name, the temporal expression or the treaty among those that were found.
        package var source: Int32
        package var label: Label

        var tokens: Range<Int> { Int(firstToken)..<Int(endToken) }
    }

    /// A thing that mentions stand for.
    package struct Entity: BitwiseCopyable {
        package var label: Label
        /// Where what is known of it stands.
        var source: Source
        /// Its number there.
        var number: Int32
        /// Where its mentions stand in ``Findings/members``.
        var firstMember: UInt32
        var memberCount: UInt32
        /// The first of its offices in ``Findings/roles``; -1 for none.
        var firstRole: Int32 = -1
    }

    enum Source: UInt8 {
        /// ``NameMemory``: it is known by the name's spelling.
        case memory
        /// ``EntityGroups``: the document says otherwise.
        case document
        case treaty
    }

    /// An office of an entity and the next one of the same.
    struct Role {
        var role: Dragoman.Role
        var next: Int32 = -1
    }

    /// The text, cut into tokens and sentences.
    let text: TokenBuffer
    package let language: Language
    package let anchor: Anchor?
    /// In the order of the text; of two that start together, the longer first.
    package let mentions: UnsafeBufferPointer<Mention>
    /// In the order of their first mention.
    package let entities: UnsafeBufferPointer<Entity>
    /// Numbers of mentions, entity after entity.
    let members: UnsafeBufferPointer<Int32>
    let roles: UnsafeBufferPointer<Role>
    let dates: UnsafeBufferPointer<FoundDate>
    let treaties: UnsafeBufferPointer<FoundTreaty>
    let treatyEntities: UnsafeBufferPointer<FoundTreatyEntity>
    /// What is known of names, by their spelling and as the document says.
    let known: UnsafeBufferPointer<NameFacts>
    let corrections: UnsafeBufferPointer<NameFacts>
    /// Per name, what the model added up, if that was asked for.
    package let explanations: [Int: [Evidence]]
    /// Per name, if that was asked for.
    package let confidences: [Double?]
    /// What ``Entity/spelling`` counts in: the numbers of another generation mean something else.
    package let generation: Int
    package let desk: Desk

    /// Where a writer keeps what it wants to find again with the next text of the worker.
    package final class Desk {
        package var memory: AnyObject?
    }
}

extension Findings {
    package func members(of entity: Entity) -> UnsafeBufferPointer<Int32> {
        let first = Int(entity.firstMember)
        return UnsafeBufferPointer(rebasing: members[first..<first + Int(entity.memberCount)])
    }

    /// The temporal expression of a mention.
    package func date(of mention: Mention) -> UnsafePointer<FoundDate> {
        dates.baseAddress! + Int(mention.source)
    }

    /// The treaty of a mention.
    package func treaty(of mention: Mention) -> UnsafePointer<FoundTreaty> {
        treaties.baseAddress! + Int(mention.source)
    }

    /// What is known of an entity that is no treaty.
    package func facts(of entity: Entity) -> UnsafePointer<NameFacts> {
        (entity.source == .memory ? known : corrections).baseAddress! + Int(entity.number)
    }

    /// The treaty of an entity, if it is one.
    package func treaty(of entity: Entity) -> UnsafePointer<FoundTreatyEntity>? {
        entity.source == .treaty ? treatyEntities.baseAddress! + Int(entity.number) : nil
    }

    package func roles(of entity: Entity) -> [Dragoman.Role] {
        var found: [Dragoman.Role] = []
        var next = entity.firstRole
        while next >= 0 {
            found.append(roles[Int(next)].role)
            next = roles[Int(next)].next
        }
        return found
    }
}

extension Findings.Entity {
    /// The number under which all that is written of the entity but its mentions can be kept, for the texts of one
    /// ``Findings/generation``; nil where the document has a say in it.
    package var spelling: Int? { source == .memory && firstRole < 0 ? Int(number) : nil }
}
