import Glibc
import Lexicon

/// What the builder needs of the file system.
package enum Files {
    /// The paths of all regular files below a folder, sorted byte by byte, so that the order of listings does not matter.
    package static func list(below folder: String) throws(LexiconError) -> [String] {
        guard let stream = opendir(folder) else {
            throw .file(path: folder, reason: String(cString: strerror(errno)))
        }
        defer { closedir(stream) }
        var paths: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name.hasPrefix(".") { continue }
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            if isFolder(path) {
                paths += try list(below: path)
            } else {
                paths.append(path)
            }
        }
        return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    package static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// The text of a file, which must be UTF-8.
    package static func text(at path: String) throws(LexiconError) -> String {
        let bytes = try bytes(at: path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .file(path: path, reason: "not UTF-8")
        }
        return text
    }

    /// The bytes of a file.
    package static func bytes(at path: String) throws(LexiconError) -> [UInt8] {
        func failure() -> LexiconError {
            .file(path: path, reason: String(cString: strerror(errno)))
        }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure() }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count < 0 {
                if errno == EINTR { continue }
                throw failure()
            }
            if count == 0 { return bytes }
            bytes += chunk[..<count]
        }
    }

    /// Writes a file whole: into a new one beside it, which then takes its name. What is there and no file, as a device or
    /// a named pipe, stays and is written into.
    package static func write(_ bytes: [UInt8], to path: String) throws(LexiconError) {
        func failure() -> LexiconError {
            .file(path: path, reason: String(cString: strerror(errno)))
        }
        var status = stat()
        let stays = stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
        let partial = stays ? path : path + ".partial"
        let flags = stays ? O_WRONLY : O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW
        let descriptor = open(partial, flags | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw failure() }
        var isDone = false
        defer { if !isDone, !stays { unlink(partial) } }
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress! + written, bytes.count - written)
            }
            if count < 0 && errno != EINTR {
                defer { close(descriptor) }
                throw failure()
            }
            written += max(count, 0)
        }
        guard close(descriptor) == 0, stays || rename(partial, path) == 0 else { throw failure() }
        isDone = true
    }
}
