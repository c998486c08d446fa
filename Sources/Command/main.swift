import CSystem
import Glibc

csystem_prepare()
do {
    exit(try DragomanCommand.run(Array(CommandLine.arguments.dropFirst())))
} catch {
    Console.complain(error)
    exit(ExitCode.of(error))
}
