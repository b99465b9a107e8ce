/** The club's colours, on a page that must do without the site. */
export const docsStyle = `
:root {
  color-scheme: light dark;
  --surface: #f6f1e4; --card: #fffcf4; --ink: #211d15; --quiet: #5b5444;
  --accent: #17493a; --line: #dcd2ba; --mark: #ece4d0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --surface: #101a15; --card: #18241e; --ink: #f1ebdb; --quiet: #b3b5a5;
    --accent: #dcb765; --line: #2b3b33; --mark: #22312a;
  }
}
* { box-sizing: border-box; }
html { background: var(--surface); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; overflow-wrap: break-word; }
h1, h2, h3 { font-family: Georgia, serif; line-height: 1.2; margin: 2rem 0 .75rem; }
h1 { font-size: 2.25rem; margin-top: .5rem; }
h4 { margin: 1rem 0 .25rem; font-size: .875rem; color: var(--quiet); }
a { color: var(--accent); }
nav ul { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; padding: 0; list-style: none; }
nav a { display: inline-block; padding: .25rem 0; }
code, pre { font: .875rem/1.5 ui-monospace, 'DejaVu Sans Mono', monospace; }
pre {
  margin: 0; padding: .75rem 1rem; overflow-x: auto; white-space: pre-wrap;
  background: var(--mark); border-radius: 7px;
}
pre i { color: var(--quiet); }
details, article {
  background: var(--card); border: 1px solid var(--line); border-radius: 10px;
  margin-bottom: .5rem; padding: 0 1rem;
}
details[open], article { padding-bottom: 1rem; }
article h3 { margin-top: 1rem; font: 600 1rem/1.5 ui-monospace, monospace; }
summary { padding: .7rem 0; cursor: pointer; }
summary span { display: block; color: var(--quiet); }
.method { font-weight: 700; color: var(--accent); }
.path { font-weight: 600; }
.who, .quiet { color: var(--quiet); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
article:target { outline: 2px solid var(--accent); }
`;
