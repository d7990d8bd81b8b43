/** The door of the command line. Never here: anything but handing over to `main`. */
import { main } from "./cli/main.ts";

for (const stream of [process.stdout, process.stderr]) {
	// A reader who has seen enough (`| head`) closes the pipe.
	stream.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? (process.exitCode ?? 0) : 3));
}

const { stdin, stdout, stderr, env } = process;
main(process.argv.slice(2), { cwd: process.cwd(), stdin, stdout, stderr, env, isTTY: stdout.isTTY === true }).then((code) => {
	process.exitCode = code;
});
