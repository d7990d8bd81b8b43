/** What the package says of itself: its version, and where its pages are. */
import manifest from "../../package.json";

// Widened: the manifest may name a repository or not.
const { version: ours, repository }: { readonly version: string; readonly repository?: { readonly url: string } } = manifest;

export const version = ours;

/** The page of a rule, as an address for a browser; undefined while the manifest names no repository. */
export function rulePage(id: string, url = repository?.url): string | undefined {
	return url && `${url.replace(/^git\+/, "").replace(/\.git$/, "")}/blob/HEAD/docs/rules/${id}.md`;
}
