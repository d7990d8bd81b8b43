/** `set`. Facts: the published SWML schema and documentation. */
import { anything, form, mapOf, method } from "../build.ts";

export const set = method("set", {
	aka: ["assign", "set_variable", "set_variables", "set_var", "set_vars", "let", "var", "variable", "set_global", "define", "store"],
	forms: {
		calling: form({
			summary: "Sets variables: an object of names with their values, which may be of any kind.",
			docs: "calling/set",
			flow: "next",
			beforeAnswer: "safe",
			note: "Names are set in the order they are written; later ones may use earlier ones. `vars.` before a name changes nothing.",
			type: mapOf(anything, {
				name: "set",
				restDefines: "variable",
				restKeys: [
					{ value: "say_voice", summary: "The voice for `say:` items where `play` and `prompt` name none." },
					{ value: "say_language", summary: "The language for `say:` items where `play` and `prompt` name none." },
					{ value: "say_gender", summary: "The gender of the voice for `say:` items where `play` and `prompt` name none." },
				],
			}),
			example: `
version: 1.0.0
sections:
  main:
    - set:
        tickets: 2
        price: 15
        total: \${tickets * price}
        say_voice: amazon.Joanna
    - answer: {}
    - play:
        url: "say:\${tickets} tickets are \${total} dollars."
    - hangup: {}
`,
		}),
	},
});
