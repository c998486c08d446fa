/// The entities of the mentions.
extension DocumentAssembler {
    /// Lists the mentions of each entity, and says where what is known of it stands.
    func list(_ groups: EntityGroups) {
        var total: UInt32 = 0
        for entity in 0..<entities.count {
            let found = entities.start + entity
            let group = Int(found.pointee.number)
            if group >= groups.count {
                found.pointee.source = .treaty
                found.pointee.number = Int32(group - groups.count)
            } else if groups.groups[group].correction >= 0 {
                found.pointee.source = .document
                found.pointee.number = Int32(groups.groups[group].correction)
            } else {
                found.pointee.number = Int32(groups.groups[group].facts)
            }
            found.pointee.firstMember = total
            total &+= found.pointee.memberCount
            found.pointee.memberCount = 0
        }
        members.removeAll()
        let places = members.append(count: Int(total))
        for mention in 0..<mentions.count {
            let entity = mentions[mention].entity
            if entity < 0 { continue }
            let found = entities.start + Int(entity)
            places[Int(found.pointee.firstMember &+ found.pointee.memberCount)] = Int32(mention)
            found.pointee.memberCount &+= 1
        }
    }

    func addRoles(_ found: [FoundRole], _ groups: EntityGroups) {
        for role in found {
            let group = Int(groups.ofName[role.person])
            guard group >= 0, entityOfGroup[group] >= 0 else { continue }
            let entity = Int(entityOfGroup[group])
            var last: Int32 = -1
            var next = entities[entity].firstRole
            var isKnown = false
            while next >= 0, !isKnown {
                let known = roles[Int(next)].role
                isKnown =
                    known.title == role.title && known.of == role.of
                    && known.tenure == role.tenure
                last = next
                next = roles[Int(next)].next
            }
            if isKnown { continue }
            if last < 0 {
                entities.start[entity].firstRole = Int32(roles.count)
            } else {
                roles[Int(last)].next = Int32(roles.count)
            }
            let mention = Int(mentionOfName[role.person])
            roles.append(
                Findings.Role(
                    role: Role(
                        title: role.title, of: role.of, tenure: role.tenure,
                        evidence: mention < 0 ? [] : [mention])))
        }
    }

    /// Fills in what the records of treaties were read from, as indices of mentions.
    func addEvidence(_ groupCount: Int) {
        let mentions = mentions.elements
        for number in treaties.indices {
            let entity = entityOfGroup[groupCount + number]
            guard entity >= 0, !treaties[number].evidence.isEmpty else { continue }
            var evidence: [Int] = []
            for tokens in treaties[number].evidence {
                var index = mentions.partitioningIndex { $0.firstToken >= tokens.upperBound }
                while index > 0 {
                    index -= 1
                    steps += 1
                    if mentions[index].tokens.overlaps(tokens) {
                        if mentions[index].entity != entity { evidence.append(index) }
                    } else if mentions[index].inside < 0 {
                        break
                    }
                }
            }
            evidence.sort()
            treaties[number].record.evidence = evidence.indices
                .filter { $0 == 0 || evidence[$0] != evidence[$0 - 1] }.map { evidence[$0] }
        }
    }
}
