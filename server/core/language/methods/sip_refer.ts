/** `sip_refer`. Facts: the published SWML schema; the text form is from SignalWire's editor of 2023. */
import { anything, engine, form, map, method, optional, positional, required, sets, text, union, url } from "../build.ts";

const target = text({ format: "sip-uri", notBlank: true });

export const sipRefer = method("sip_refer", {
	aka: ["refer", "sip_transfer", "sipRefer", "sip_redirect", "blind_transfer", "sip_refer_transfer"],
	forms: {
		calling: form({
			summary: "Sends a SIP REFER to a SIP call: asks the other end to call another SIP address instead.",
			docs: "calling/sip-refer",
			flow: "next",
			moves: true,
			beforeAnswer: "needs-answer",
			shorthand: { param: "to_uri", style: "legacy" },
			note: "Works on SIP calls only.",
			sets: [
				sets("sip_refer_to", "The SIP URI that the other end is asked to call.", { type: "text" }),
				sets("sip_refer_result", "How the referral ended: `success` or `failed`, by the SDK's reference.", { type: "text" }),
				sets("return_value", "The same as `sip_refer_result`.", { type: "text" }),
				sets("sip_refer_response_code", "The SIP status code of the answer to the REFER request.", { type: "any" }),
				sets("sip_refer_to_response_code", "The SIP status code of the answer to the other end's new call.", { type: "any" }),
			],
			type: union(
				target,
				positional(target, { min: 1 }),
				map(
					{
						to_uri: required(target, "The SIP URI to refer the call to, as `sip:user@host`.", {
							aka: ["uri", "refer_to", "sip_uri", "dest", "url"],
						}),
						status_url: optional(url(), "The URL that receives events about the referral, as POST requests.", {
							aka: ["status_callback", "status_callback_url", "callback_url", "webhook_url"],
						}),
						username: optional(text(), "The user name for SIP authentication.", { aka: ["user", "sip_auth_username"] }),
						password: optional(text(), "The password for SIP authentication.", { aka: ["pass", "sip_auth_password"] }),
						to: engine(text()),
						result: optional(anything, "What to do after the referral, as SignalWire's editor of 2023 had it.", { unlisted: true, tier: "older" }),
					},
					{ name: "sip_refer" },
				),
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - sip_refer:
        to_uri: sip:reception@sip.example.com
        status_url: https://example.com/refer-events
    - cond:
        - when: sip_refer_result == 'success'
          then:
            - hangup: {}
        - else:
            - play:
                url: "say:Sorry, the reception does not answer."
    - hangup: {}
`,
		}),
	},
});
