/**
 * Where our description deliberately says something else than the facts it was written from, and why.
 * Read by `npm run drift`, which fails when an entry explains nothing any more. Never read by the language server.
 */
import type { Deviation } from "../../../scripts/drift/explain.ts";

export const deviations: readonly Deviation[] = [];
