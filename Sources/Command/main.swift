import CSystem
import Glibc

csystem_prepare()
do {
    exit(try DragomanCommand.run(Environment.arguments))
} catch {
    Console.complain(error)
    exit(ExitCode.of(error))
}
