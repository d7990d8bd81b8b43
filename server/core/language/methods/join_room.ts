/** `join_room`. Facts: the published SWML schema and documentation; the short form is the 2023 editor's. */
import { form, map, method, positional, required, sets, text, union } from "../build.ts";

const roomName = text({ format: "room-name", notBlank: true });

export const joinRoom = method("join_room", {
	aka: ["room", "video_room", "join_video_room", "joinRoom", "enter_room", "video", "video_call", "video_conference"],
	forms: {
		calling: form({
			summary: "Joins the call to a RELAY room, so that it takes part in the room's audio. A room that does not exist is created.",
			docs: "calling/join-room",
			flow: "next",
			moves: true,
			beforeAnswer: "needs-answer",
			shorthand: { param: "name", style: "legacy" },
			sets: [
				sets("join_room_result", "Whether the call got into the room. Documentation says `joined`, an SDK says `success`.", {
					values: ["joined", "success", "failed"],
				}),
			],
			type: union(
				roomName,
				positional(roomName, { min: 1 }),
				map(
					{
						name: required(roomName, "The room's name: letters, digits, `_` and `-`.", { example: "my-room", aka: ["room", "room_name", "id"] }),
					},
					{ name: "join_room" },
				),
			),
			example: `
version: 1.0.0
sections:
  main:
    - answer: {}
    - play:
        url: "say:You are joining the daily meeting."
    - join_room:
        name: daily-meeting
`,
		}),
	},
});
