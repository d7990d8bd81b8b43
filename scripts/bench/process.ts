/** What is measured without the protocol, and the documents it is measured on. */

import type { Format } from "../../server/core/syntax/node.ts";
import { type Printable, printValue } from "../../server/core/syntax/print.ts";

export { openDocument, remember } from "../../server/core/document.ts";
export { complete } from "../../server/core/features/complete.ts";
export { hover } from "../../server/core/features/hover.ts";
export { check } from "../../server/core/rules/check.ts";

/** A document of about `size` characters: menus, conferences and transfers, with a mistake here and there. */
export function print(size: number, format: Format): string {
	const sections: { [name: string]: Printable } = { main: [{ answer: {} }, { execute: { dest: "menu_0" } }] };
	const layout = { format, style: "block", indent: "", unit: "  " } as const;
	const per = printValue({ menu_0: menu(0) }, layout).length;
	for (let n = 0; n * per < size; n++) sections[`menu_${n}`] = menu(n);
	return `${printValue({ version: "1.0.0", sections }, layout)}\n`;
}

function menu(n: number): Printable {
	return [
		{ label: `again_${n}` },
		{ play: { urls: [`say:Welcome to menu ${n}`, "silence:1.5", "https://example.com/audio/welcome.mp3"] } },
		{ prompt: { play: "say:Press 1 for sales, 2 for support, or 3 to join the conference", max_digits: 1, terminators: "#", digit_timeout: 3 } },
		{
			switch: {
				variable: "prompt_value",
				case: {
					"1": [{ connect: { from: "+15551230001", to: "+15551230002", timeout: 20, answer_on_bridge: true } }],
					"2": [
						{
							join_conference: {
								name: `support-${n}`,
								beep: n % 10 === 0 ? "onenter" : "onEnter",
								record: "record-from-start",
								max_participants: n % 10 === 5 ? 300 : 20,
								status_callback: "https://example.com/conference-events",
								status_callback_event: "start join leave end",
							},
						},
					],
					"3": [{ goto: { label: `again_${n}`, max: 3, when: "vars.tries < 3" } }],
				},
				default: [{ play: { url: "say:Goodbye" } }, { hangup: {} }],
			},
		},
	];
}
