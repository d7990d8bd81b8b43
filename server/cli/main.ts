/** `swml`: from its arguments to one of its commands. Never here: what a command does. */
import { nearest } from "../core/base/nearest.ts";
import { runCheck } from "./check.ts";
import { explain, listRules } from "./explain.ts";
import { runFmt } from "./fmt.ts";
import { checkHelp, explainHelp, fmtHelp, help, rulesHelp } from "./help.ts";
import { exit, type Io } from "./io.ts";
import { isComplaint, readArguments, readCheckOptions, readFmtOptions } from "./options.ts";
import { version } from "./package.ts";
import { printable } from "./printable.ts";

const commands = ["check", "fmt", "explain", "rules", "help", "version"];

/** Runs the command line; the number is the exit code. Never throws. */
export async function main(args: readonly string[], io: Io): Promise<number> {
	try {
		return await run(args, io);
	} catch (error) {
		io.stderr.write(`swml: something is wrong with swml itself: ${printable(error instanceof Error ? error.message : String(error))}\n`);
		return exit.fault;
	}
}

async function run([command, ...rest]: readonly string[], io: Io): Promise<number> {
	switch (command) {
		case undefined:
		case "help":
		case "--help":
		case "-h":
			return say(io, help);
		case "version":
		case "--version":
		case "-V":
			return say(io, `${version}\n`);
		case "check": {
			const options = readCheckOptions(rest);
			if (isComplaint(options)) return complain(io, options.complaint, "swml check --help");
			return options === "help" ? say(io, checkHelp) : runCheck(options, io);
		}
		case "fmt": {
			const options = readFmtOptions(rest);
			if (isComplaint(options)) return complain(io, options.complaint, "swml fmt --help");
			return options === "help" ? say(io, fmtHelp) : runFmt(options, io);
		}
		case "explain": {
			const given = readArguments(rest, { help: { short: "h" } });
			if (isComplaint(given)) return complain(io, given.complaint, "swml explain --help");
			if (given.flags.has("help")) return say(io, explainHelp);
			const [id] = given.names;
			if (id === undefined || given.names.length > 1) return complain(io, "`swml explain` takes the id of one rule", "swml rules");
			const found = explain(id);
			return isComplaint(found) ? complain(io, found.complaint, "swml rules") : say(io, found);
		}
		case "rules": {
			const given = readArguments(rest, { help: { short: "h" } });
			if (isComplaint(given)) return complain(io, given.complaint, "swml rules --help");
			if (given.flags.has("help")) return say(io, rulesHelp);
			if (given.names.length > 0) return complain(io, `\`swml rules\` takes no \`${given.names[0]}\``, `swml explain ${given.names[0]}`);
			return say(io, listRules());
		}
		default:
			return complain(io, unknown(command), "swml --help");
	}
}

function unknown(command: string): string {
	const meant = nearest(command, commands);
	if (command.startsWith("-")) return `option \`${command}\` without a command; write the command first, as in \`swml check ${command}\``;
	return `unknown command \`${command}\`; did you mean \`${meant ? `swml ${meant}` : `swml check ${command}`}\`?`;
}

function say(io: Io, text: string): number {
	io.stdout.write(text);
	return exit.clean;
}

function complain(io: Io, complaint: string, see: string): number {
	io.stderr.write(`swml: ${printable(complaint)}\nSee \`${printable(see)}\`.\n`);
	return exit.usage;
}
