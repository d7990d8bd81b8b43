// The .vsix under test: the one that `npm run package` makes, or the one that SWML_VSIX names.
import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, statSync } from "node:fs";
import { join, resolve } from "node:path";

const project = resolve(import.meta.dirname, "../..");
const largest = 1024 * 1024;

/** Packages the extension and gives the file's path; fails when it is too large to ship. */
export function packageExtension() {
	if (process.env.SWML_VSIX) return resolve(process.env.SWML_VSIX);
	const { name, version } = JSON.parse(readFileSync(join(project, "package.json"), "utf8"));
	const vsix = join(project, `${name}-${version}.vsix`);
	rmSync(vsix, { force: true });
	execFileSync("npm", ["run", "--silent", "package"], { cwd: project, stdio: ["ignore", "ignore", "inherit"], shell: process.platform === "win32" });
	const { size } = statSync(vsix);
	if (size >= largest) throw new Error(`${vsix} has ${size} bytes; it must stay under ${largest}`);
	return vsix;
}
