/** `swml explain` and `swml rules`. */
import { expect, test } from "vitest";
import { rules } from "../../server/core/rules/index.ts";
import { rulePage } from "../../server/core/rules/page.ts";
import { swml } from "./run.ts";

test("explain: what, why, examples, and how to set it", async () => {
	const rule = rules.find(({ id }) => id === "simplified-form");
	expect(await swml(["explain", "simplified-form"])).toEqual({
		code: 0,
		out: `simplified-form (hint)

${rule?.says}

Why
  ${rule?.why}

Wrong

${rule?.bad[0]?.trim().replace(/^/gm, "    ")}

Right

${rule?.good[0]?.trim().replace(/^/gm, "    ")}

Set its severity
  --rule simplified-form=off on the command line, or in .swmlrc.yaml:

    rules:
      simplified-form: off

Silence it on one line of YAML, from the line above

    # swml-ignore simplified-form

More
  ${rulePage("simplified-form")}
`,
		err: "",
	});
});

test("explain: every rule, in lines of at most 100 columns outside of examples and addresses", async () => {
	for (const { id, prevents } of rules) {
		const { code, out, err } = await swml(["explain", id]);
		expect({ id, code, err, prevents: out.includes(`At run time\n  ${prevents}\n`) }).toEqual({ id, code: 0, err: "", prevents: prevents !== undefined });
		expect(out.split("\n").filter((line) => line.length > 100 && !line.startsWith("    ") && !line.includes("://"))).toEqual([]);
	}
});

test("rules: all of them, in alphabetical order", async () => {
	const { code, out, err } = await swml(["rules"]);
	expect({ code, err }).toEqual({ code: 0, err: "" });
	const rows = out.trimEnd().split("\n");
	expect(rows.map((row) => row.split(/ {2,}/))).toEqual(rules.map(({ id, level, says }) => [id, level, says]).sort(([a = ""], [b = ""]) => (a < b ? -1 : 1)));
});
