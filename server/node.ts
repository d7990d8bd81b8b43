/** The language server in Node: over stdio unless the client asks for IPC or a socket. A few lines; everything else is behind them. */
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { version } from "../package.json";
import { configForUri, configPattern, forget } from "./config.ts";
import { serve } from "./lsp/serve.ts";

const usage = `swml-language-server ${version}

The SWML language server. An editor starts it:

  swml-language-server --stdio        messages over standard input and output (the default)
  swml-language-server --node-ipc     messages over Node's IPC
  swml-language-server --socket=PORT  messages over a socket

  --version   print the version
  --help      print this

To check files on the command line, use \`swml check\`.
`;

const args = process.argv.slice(2);
if (args.includes("--version")) console.log(version);
else if (args.includes("--help")) process.stdout.write(usage);
else {
	if (!args.some((arg) => arg === "--stdio" || arg === "--node-ipc" || arg.startsWith("--socket") || arg.startsWith("--pipe"))) process.argv.push("--stdio");
	serve(createConnection(ProposedFeatures.all), {
		version,
		configFiles: { settingsFor: configForUri, forget, pattern: configPattern },
	});
}
