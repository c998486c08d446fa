import CSystem

/// The processors that this process may use.
enum Processors {
    /// Workers if nobody says how many: more than eight, as with `sort`, only on request, since each takes memory.
    static var standardJobs: Int { min(Int(csystem_processors()), 8) }
}
