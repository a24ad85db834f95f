/** `README.md` of a new walkthrough project. */
export function projectReadme({ project, version, id, chapters }: { readonly project: string; readonly version: string; readonly id: string; readonly chapters: readonly string[] }): string {
  return `# A walk through ${project}

Annotated Go source of ${project} ${version}, in English and Chinese, made with Waymark.

\`\`\`sh
npm ci
npm start
\`\`\`

That gets the source, builds the site and serves it to this machine.

## Write

- \`npm run dev\` shows the pages as you write them.
- \`npm run check\` tells, with file and line, what does not fit the source; \`npm run check -- --accept\` records that you have
  looked at what it calls new or changed.
- \`npm run build\` makes the site in \`dist/\`, for any web server.
- VS Code recommends an extension of this folder; it completes names and anchors in chapters. Any other editor starts
  \`node scripts/run.mjs editor serve\` as a language server for Markdown.

| what | where |
| --- | --- |
| repository, version, packages, path, list of chapters | \`walkthrough.config.ts\` |
| the first chapter | ${chapters.map((file) => `\`${file}\``).join(', ')} |
| what the chapters are bound to; \`check -- --accept\` writes it | \`content/locks/${id}.lock.json\` |
| words of the site itself | \`content/i18n/\` |

A chapter is Markdown. Code comes in with \`::::go{symbol="…"}\`, and a note inside it is bound to a piece of that code:

\`\`\`md
::::go{symbol="main.main"}
:::note{at="run()"}
Why this call is here.
:::
::::
\`\`\`

\`src/\`, \`scripts/\` and \`public/\` are Waymark itself, under the Apache License 2.0 (\`LICENSE\`).
`
}
