/** Looks of a report that stands by itself: the reader's fonts, both colour schemes, nothing fetched. */
export const PAGE_STYLE = `
:root { --paper: #fdfdfb; --ink: #23262b; --soft: #5a6069; --rule: #d9dbd6; --code: #f3f4f0; --new: #e3f1e4; --old: #fbe7e4; }
@media (prefers-color-scheme: dark) { :root { --paper: #17191d; --ink: #e4e6ea; --soft: #a2a8b2; --rule: #383c44; --code: #1f2228; --new: #1d3524; --old: #43231f; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { margin-top: 2.5rem; font-size: 1.25rem; } h3 { margin: 2rem 0 0.5rem; font-size: 1rem; }
table { border-collapse: collapse; } th, td { padding: 0.25rem 1rem 0.25rem 0; text-align: left; vertical-align: top; border-top: 1px solid var(--rule); }
.count { text-align: right; font-variant-numeric: tabular-nums; }
section > ul { list-style: none; padding: 0; margin: 0; } section > ul > li { padding: 0.75rem 0; border-top: 1px solid var(--rule); }
li p { margin: 0.15rem 0; } .line, .place { color: var(--soft); } .place { font-size: 0.9rem; }
code, pre { font-family: ui-monospace, 'SF Mono', Menlo, Consolas, monospace; font-size: 0.875rem; }
pre { margin: 0.5rem 0; padding: 0.5rem 0.75rem; overflow-x: auto; background: var(--code); tab-size: 4; overflow-wrap: normal; }
pre span { display: inline-block; min-width: 100%; } .new { background: var(--new); } .old { background: var(--old); } .both { color: var(--soft); }
.mark { display: inline-block; min-width: 4.75rem; font-weight: 600; } summary { cursor: pointer; }
a { color: inherit; }
`
