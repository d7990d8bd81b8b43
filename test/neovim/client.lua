-- Neovim as a client of the language server: problems, hover, completion, a fix. Works in Neovim 0.7, which knows no pull diagnostics.
-- Reads what to do from SWML_PROBE (JSON, see run.mjs) and ends with a line "N passed, N failed".

local probe = vim.json.decode(vim.env.SWML_PROBE)
local passed, failed = 0, 0

local function check(name, holds, otherwise)
	if holds then
		passed = passed + 1
	else
		failed = failed + 1
		io.stdout:write("  failed: " .. name .. ": " .. vim.inspect(otherwise) .. "\n")
	end
end

local function equal(name, actual, expected)
	check(name, vim.deep_equal(actual, expected), { actual = actual, expected = expected })
end

local function text(buffer)
	return table.concat(vim.api.nvim_buf_get_lines(buffer, 0, -1, false), "\n") .. "\n"
end

-- Problems as lines "severity rule text", in order of their place.
local function problems(buffer)
	local found = vim.diagnostic.get(buffer)
	table.sort(found, function(a, b)
		return a.lnum < b.lnum
	end)
	return vim.tbl_map(function(each)
		local line = vim.api.nvim_buf_get_lines(buffer, each.lnum, each.lnum + 1, false)[1]
		local severity = vim.diagnostic.severity[each.severity]:lower()
		return severity .. " " .. each.user_data.lsp.code .. " " .. line:sub(each.col + 1, each.end_col)
	end, found)
end

-- The position just behind the first `word` in the buffer.
local function behind(buffer, word)
	for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
		local _, last = line:find(word, 1, true)
		if last then
			return { line = number - 1, character = last }
		end
	end
	error("the buffer has no " .. word)
end

local function run()
	vim.cmd("edit " .. vim.fn.fnameescape(probe.file))
	local buffer = vim.api.nvim_get_current_buf()
	vim.bo[buffer].filetype = probe.filetype
	local id = vim.lsp.start_client({ name = "swml", cmd = probe.command, root_dir = vim.fn.fnamemodify(probe.file, ":h") })
	local client
	check("the server starts", vim.wait(15000, function()
		client = vim.lsp.get_client_by_id(id)
		return client ~= nil and client.initialized
	end, 20), "not initialized")
	vim.lsp.buf_attach_client(buffer, id)

	local document = vim.lsp.util.make_text_document_params(buffer)
	local function request(method, params)
		local answer = (vim.lsp.buf_request_sync(buffer, method, params, 10000) or {})[id] or {}
		check(method .. " succeeds", answer.err == nil, answer.err)
		return answer.result
	end
	local function expect_problems(name, expected)
		vim.wait(15000, function()
			return vim.deep_equal(problems(buffer), expected)
		end, 20)
		equal(name, problems(buffer), expected)
	end

	expect_problems("problems", probe.problems)

	local hover = request("textDocument/hover", { textDocument = document, position = behind(buffer, "beep") })
	check("hover", hover and vim.inspect(hover.contents):find("onEnter", 1, true), hover)

	local completion = request("textDocument/completion", { textDocument = document, position = behind(buffer, probe.before) })
	local labels = vim.tbl_map(function(item)
		return (item.label:gsub('"', ""))
	end, completion and (completion.items or completion) or {})
	table.sort(labels)
	equal("completion", labels, probe.completions)

	local line = behind(buffer, "onenter").line
	local here = vim.lsp.diagnostic.get_line_diagnostics(buffer, line)
	local actions = request("textDocument/codeAction", { textDocument = document, range = here[1].range, context = { diagnostics = here, only = { "quickfix" } } })
	local fix = actions and actions[1]
	check("a fix is offered", fix and fix.edit, actions)
	vim.lsp.util.apply_workspace_edit(fix.edit, client.offset_encoding)
	equal("the fix mends the text", text(buffer), probe.fixed)
	expect_problems("the problem is gone", probe.left)

	client.stop()
	check("the server stops", vim.wait(5000, function()
		return client.is_stopped()
	end, 20), "still running")
end

local ok, trouble = xpcall(run, debug.traceback)
check("nothing throws", ok, trouble)
io.stdout:write(string.format("%d passed, %d failed\n", passed, failed))
io.stdout:flush()
vim.cmd(failed == 0 and "qall!" or "cquit! 1")
