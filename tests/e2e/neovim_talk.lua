-- Run by test_neovim.py: opens the report, waits for findings, applies fixes, and writes what it saw as JSON.
local job = vim.json.decode(table.concat(vim.fn.readfile(vim.env.REPORTLINT_JOB), "\n"))

local function wait(what, condition)
  if not vim.wait(20000, condition, 20) then
    vim.fn.writefile({ vim.json.encode({ error = "waited in vain for " .. what }) }, job.answer)
    vim.cmd("qall!")
  end
end

local function found()
  local diagnostics = vim.diagnostic.get(0)
  table.sort(diagnostics, function(a, b) return a.lnum < b.lnum end)
  return diagnostics
end

local function codes()
  return vim.tbl_map(function(d) return d.code or d.user_data.lsp.code end, found())
end

local function columns()
  return vim.tbl_map(function(d) return { d.lnum, d.col, d.end_col } end, found())
end

require("reportlint").setup({ cmd = job.server, settings = { select = job.select, debounce = 10 } })
vim.cmd("edit " .. vim.fn.fnameescape(job.file))
vim.bo.filetype = "markdown"
wait("findings", function() return #vim.diagnostic.get(0) == 3 end)
local answer = { codes = codes(), columns = columns() }

local position = { line = 8, character = 27 }
local params = {
  textDocument = { uri = vim.uri_from_bufnr(0) },
  range = { start = position, ["end"] = position },
  context = { diagnostics = {} },
}
local function first(responses)
  for _, response in pairs(responses) do
    return response.result
  end
end
answer.actions = vim.tbl_map(function(a) return a.title end, first(vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 10000)))
local there = { textDocument = params.textDocument, position = position }
answer.hover = first(vim.lsp.buf_request_sync(0, "textDocument/hover", there, 10000)).contents.value
answer.symbols = vim.tbl_map(function(s) return s.name end, first(vim.lsp.buf_request_sync(0, "textDocument/documentSymbol", there, 10000)))

vim.cmd("ReportlintFixAll")
wait("the fixes", function() return #vim.diagnostic.get(0) == 1 end)
answer.after = codes()
vim.cmd("ReportlintCites")
wait("the list of documents", function() return #vim.fn.getqflist() == 3 end)
answer.quickfix = vim.tbl_map(function(q) return { q.lnum, q.col } end, vim.fn.getqflist())
vim.cmd("cclose")
vim.cmd("write")
vim.fn.writefile({ vim.json.encode(answer) }, job.answer)
vim.cmd("qall!")
