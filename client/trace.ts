/** Makes the setting `swml.trace.server` enough to see a trace: the client library alone also wants the channel's log level changed by hand. */

import { type Disposable, EventEmitter, LogLevel, type LogOutputChannel, workspace } from "vscode";

/** A channel for the trace that writes into `output` while the setting asks for it. */
export function traceChannel(output: LogOutputChannel): Disposable & { readonly channel: LogOutputChannel } {
	const level = () => (workspace.getConfiguration("swml").get("trace.server", "off") === "off" ? LogLevel.Off : LogLevel.Trace);
	const changed = new EventEmitter<LogLevel>();
	const channel: LogOutputChannel = Object.create(output, {
		logLevel: { get: level },
		onDidChangeLogLevel: { value: changed.event },
		trace: { value: (message: string) => output.info(message) },
	});
	const listening = workspace.onDidChangeConfiguration((change) => {
		if (change.affectsConfiguration("swml.trace.server")) changed.fire(level());
	});
	return {
		channel,
		dispose: () => {
			listening.dispose();
			changed.dispose();
		},
	};
}
