/** What the package says of itself. */
import manifest from "../../package.json";

export const version: string = manifest.version;
