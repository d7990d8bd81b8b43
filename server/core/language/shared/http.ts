/** Types about HTTP requests that SignalWire makes, shared by many methods. */
import { oneOf } from "../build.ts";

/** How a webhook is sent. */
export const getOrPost = oneOf({
	GET: "Send it as a GET request.",
	POST: "Send it as a POST request.",
});
