-- reportlint in Neovim (0.7 or later): findings while one types, through `reportlint lsp`.
--
--   require("reportlint").setup()                                   -- all defaults
--   require("reportlint").setup({ settings = { lang = "en" } })
--
-- Options: cmd, filetypes, settings (docs/how-to/editors.md), on_attach(client, bufnr).

local M = {}

local defaults = {
  cmd = { "reportlint", "lsp" },
  filetypes = { "markdown", "text" },
  settings = {},
  root_markers = { "reportlint.toml", ".reportlint.toml", "pyproject.toml", ".git" },
  on_attach = nil,
}

local options = defaults
local client_of_root = {}

local function root_of(bufnr)
  local name = vim.api.nvim_buf_get_name(bufnr)
  local folder = name ~= "" and vim.fn.fnamemodify(name, ":p:h") or vim.fn.getcwd()
  local at = folder
  while at and at ~= "" do
    for _, marker in ipairs(options.root_markers) do
      if vim.fn.empty(vim.fn.glob(at .. "/" .. marker)) == 0 then
        return at
      end
    end
    local above = vim.fn.fnamemodify(at, ":h")
    if above == at then
      break
    end
    at = above
  end
  return folder
end

local function client_at(bufnr)
  local get = vim.lsp.get_clients or vim.lsp.get_active_clients
  for _, client in ipairs(get({ bufnr = bufnr })) do
    if client.name == "reportlint" and (client.attached_buffers or {})[bufnr] ~= nil then
      return client
    end
  end
  return vim.lsp.get_client_by_id(client_of_root[root_of(bufnr)] or -1)
end

-- Run a command of the server on the current buffer; `done(result)` gets its answer.
local function execute(command, arguments, done)
  local bufnr = vim.api.nvim_get_current_buf()
  local client = client_at(bufnr)
  if not client then
    vim.notify("reportlint: không chạy ở tệp này (:ReportlintStart)", vim.log.levels.WARN)
    return
  end
  local params = { command = command, arguments = arguments }
  client.request("workspace/executeCommand", params, function(err, result)
    if err then
      vim.notify("reportlint: " .. err.message, vim.log.levels.ERROR)
    elseif done then
      done(result)
    end
  end, bufnr)
end

function M.attach(bufnr)
  bufnr = bufnr and bufnr ~= 0 and bufnr or vim.api.nvim_get_current_buf()
  local root = root_of(bufnr)
  local id = client_of_root[root]
  if not id or not vim.lsp.get_client_by_id(id) then
    id = vim.lsp.start_client({
      name = "reportlint",
      cmd = options.cmd,
      root_dir = root,
      init_options = options.settings,
      settings = { reportlint = options.settings },
      on_attach = options.on_attach,
      get_language_id = function(_, filetype)
        return filetype == "text" and "plaintext" or filetype
      end,
    })
    client_of_root[root] = id
  end
  if id then
    vim.lsp.buf_attach_client(bufnr, id)
  end
end

function M.fix_all()
  execute("reportlint.fixAll", { vim.uri_from_bufnr(0) }, function(result)
    vim.notify(("reportlint: đã sửa %d chỗ"):format(result.edits))
  end)
end

-- Explain the rule of the finding under the cursor, or the one named.
function M.rule(code)
  if not code or code == "" then
    local line = vim.api.nvim_win_get_cursor(0)[1] - 1
    local found = vim.tbl_filter(function(d) return d.source == "reportlint" end, vim.diagnostic.get(0, { lnum = line }))
    code = found[1] and (found[1].code or vim.tbl_get(found[1], "user_data", "lsp", "code"))
  end
  if not code then
    return vim.notify("reportlint: dòng này không có gì phải sửa")
  end
  execute("reportlint.rulePage", { code }, function(result)
    vim.lsp.util.open_floating_preview(vim.split(result.markdown, "\n"), "markdown", { border = "single", focusable = true })
  end)
end

-- All documents cited, each mention one line of the quickfix list.
function M.cites()
  execute("reportlint.cites", { vim.uri_from_bufnr(0) }, function(result)
    local items = {}
    for _, cited in ipairs(result) do
      for _, mention in ipairs(cited.mentions) do
        table.insert(items, {
          filename = vim.uri_to_fname(mention.uri),
          lnum = mention.range.start.line + 1,
          col = mention.range.start.character + 1,
          text = ("%s (%d lần)"):format(cited.document, #cited.mentions),
        })
      end
    end
    vim.fn.setqflist({}, " ", { title = "Văn bản viện dẫn", items = items })
    vim.cmd("copen")
  end)
end

function M.setup(given)
  options = vim.tbl_deep_extend("force", defaults, given or {})
  local group = vim.api.nvim_create_augroup("reportlint", { clear = true })
  vim.api.nvim_create_autocmd("FileType", {
    group = group,
    pattern = options.filetypes,
    callback = function(event) M.attach(event.buf) end,
  })
  local command = vim.api.nvim_create_user_command
  command("ReportlintStart", function() M.attach(0) end, { desc = "Kiểm tra tệp đang mở" })
  command("ReportlintFixAll", M.fix_all, { desc = "Sửa mọi chỗ sửa được tự động an toàn" })
  command("ReportlintCites", M.cites, { desc = "Liệt kê văn bản viện dẫn" })
  command("ReportlintRule", function(call) M.rule(call.args) end, { nargs = "?", desc = "Giải thích quy tắc" })
end

return M
