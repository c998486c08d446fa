import Foundation

/// Headless Chromium with one page, driven by the DevTools protocol through pipes.
final class Browser {
    /// Chromium, where it is installed.
    static let path: String? = ["chromium", "chromium-browser", "google-chrome"].map {
        "/usr/bin/\($0)"
    }.first { FileManager.default.isExecutableFile(atPath: $0) }

    static let absence = "needs Chromium: apt-get install chromium"

    struct Failure: Error {
        let description: String
    }

    /// What the browser told unasked: method and parameters.
    private(set) var events: [(method: String, params: [String: Any])] = []
    private let process = Process()
    private let folder: URL
    private let commands: Int32
    private let answers: Int32
    private var session: String?
    private var count = 0
    private var unread = Data()

    init() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).browser")
        self.folder = folder
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        // Chromium reads commands from descriptor 3 and answers on 4; whoever opens a FIFO both ways is not kept waiting.
        let pipes = ["commands", "answers"].map { folder.appending(path: $0).path }
        for pipe in pipes where mkfifo(pipe, 0o600) != 0 {
            throw Failure(description: "no pipe")
        }
        commands = Foundation.open(pipes[0], O_RDWR)
        answers = Foundation.open(pipes[1], O_RDWR)
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [
            "-c", "exec \"$0\" \"$@\" 3<'\(pipes[0])' 4>'\(pipes[1])'", Self.path ?? "chromium",
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--no-first-run", "--user-data-dir=\(folder.path)/profile", "--remote-debugging-pipe",
        ]
        process.environment = ["PATH": "/usr/bin:/bin", "HOME": folder.path]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        let target = try call("Target.createTarget", ["url": "about:blank"])["targetId"]
        let attached = try call(
            "Target.attachToTarget", ["targetId": target ?? "", "flatten": true])
        session = attached["sessionId"] as? String
        for domain in ["Page", "Network", "Log", "Runtime", "Accessibility"] {
            try call("\(domain).enable")
        }
    }

    deinit {
        session = nil
        if (try? call("Browser.close")) == nil { process.terminate() }
        process.waitUntilExit()
        close(commands)
        close(answers)
        // Its helpers may still be writing when it has ended.
        for _ in 0..<50 where (try? FileManager.default.removeItem(at: folder)) == nil {
            usleep(20_000)
            if !FileManager.default.fileExists(atPath: folder.path) { break }
        }
    }

    /// Opens a page and waits until it has loaded.
    func show(_ html: String) throws {
        let file = folder.appending(path: "page.html")
        try Data(html.utf8).write(to: file)
        try call("Page.navigate", ["url": file.absoluteString])
        while !events.contains(where: { $0.method == "Page.loadEventFired" }) { try read() }
    }

    /// The value of an expression in the page.
    func value<Value>(_ expression: String, as type: Value.Type = Value.self) throws -> Value {
        let answer = try call(
            "Runtime.evaluate", ["expression": expression, "returnByValue": true])
        let result = answer["result"] as? [String: Any]
        guard let value = result?["value"] as? Value else {
            throw Failure(description: "\(expression): \(answer)")
        }
        return value
    }

    /// Presses and releases a key.
    func press(_ key: String) throws {
        let code = key == "Tab" ? 9 : 13
        for type in ["keyDown", "keyUp"] {
            var params: [String: Any] = [
                "type": type, "key": key, "code": key, "windowsVirtualKeyCode": code,
            ]
            if key == "Enter" { params["text"] = "\r" }
            try call("Input.dispatchKeyEvent", params)
        }
    }

    func resize(width: Int, height: Int) throws {
        try call(
            "Emulation.setDeviceMetricsOverride",
            ["width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600])
    }

    func prefer(colorScheme: String, media: String = "screen") throws {
        try call(
            "Emulation.setEmulatedMedia",
            [
                "media": media,
                "features": [["name": "prefers-color-scheme", "value": colorScheme]],
            ])
    }

    /// Sends a command and gives its answer.
    @discardableResult
    func call(_ method: String, _ params: [String: Any] = [:]) throws -> [String: Any] {
        count += 1
        var message: [String: Any] = ["id": count, "method": method, "params": params]
        message["sessionId"] = session
        let data = try JSONSerialization.data(withJSONObject: message) + [0]
        let written = data.withUnsafeBytes { write(commands, $0.baseAddress, $0.count) }
        guard written == data.count else { throw Failure(description: "\(method) was not sent") }
        while true {
            let answer = try read()
            guard answer["id"] as? Int == count else { continue }
            guard let result = answer["result"] as? [String: Any] else {
                throw Failure(description: "\(method): \(answer)")
            }
            return result
        }
    }

    /// Waits for the next message; what is no answer is an event.
    @discardableResult
    private func read() throws -> [String: Any] {
        while true {
            if let end = unread.firstIndex(of: 0) {
                let message = try JSONSerialization.jsonObject(with: unread[..<end])
                unread = Data(unread[(end + 1)...])
                let object = message as? [String: Any] ?? [:]
                if let method = object["method"] as? String {
                    events.append((method, object["params"] as? [String: Any] ?? [:]))
                }
                return object
            }
            var wait = pollfd(fd: answers, events: Int16(POLLIN), revents: 0)
            guard poll(&wait, 1, 60_000) == 1 else {
                throw Failure(description: "Chromium says nothing")
            }
            var bytes = [UInt8](repeating: 0, count: 1 << 16)
            let length = Foundation.read(answers, &bytes, bytes.count)
            if length > 0 { unread.append(contentsOf: bytes[..<length]) }
        }
    }
}
