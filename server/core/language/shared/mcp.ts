/** MCP servers, whose tools an AI agent may call like SWAIG functions. */
import { boolean, list, map, mapOf, optional, reads, required, text, url } from "../build.ts";

const server = map(
	{
		url: required(url(), "The server's URL.", { aka: ["uri", "endpoint", "server_url"] }),
		headers: optional(
			mapOf(text(), { name: "headers" }),
			"HTTP headers sent with every request to the server. Tokens go here, as `Authorization` for example.",
			{
				note: "Values may hold variables, such as `Bearer ${global_data.token}`.",
			},
		),
		resources: optional(reads("text", boolean()), "Whether the server's resources are fetched into `global_data`. The server must offer resources for this.", {
			default: false,
		}),
		resource_vars: optional(mapOf(text(), { name: "resource_vars" }), "Values that fill the templates of the server's resources, by name.", {
			needs: [{ param: "resources", is: [true], because: "`resources` is not `true`, so no resources are fetched" }],
		}),
	},
	{ name: "MCP server" },
);

/** Servers whose tools are found when the session starts and then act like functions. */
export const mcpServers = list(server);
