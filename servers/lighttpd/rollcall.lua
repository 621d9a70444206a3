-- Drops the headers in which a client could claim to be somebody, or somewhere, else, before anything reads them. Programs
-- cannot tell Remote-User from Remote_User or Remote.User, so names with other signs than letters, digits and dashes go.
local claims = {
  "^authorization$", "^forwarded$", "^proxy$", "^remote%-", "^rollcall%-", "^x%-forwarded", "^x%-original%-", "^x%-real%-ip$"
}
local header, claimed = lighty.r.req_header, {}
for name in pairs(header) do
  local lower = name:lower()
  local odd = lower:find("[^%w%-]")
  for _, claim in ipairs(claims) do odd = odd or lower:find(claim) end
  if odd then claimed[#claimed + 1] = name end
end
for _, name in ipairs(claimed) do header[name] = "" end
