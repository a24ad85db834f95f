/** The book's own styles: few, because the reader's device knows best. */
export const BOOK_STYLES = `body { line-height: 1.5; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 0.75em; line-height: 1.4; border-inline-start: 0.2em solid; padding-inline-start: 0.6em; tab-size: 2; }
code { font-family: monospace; }
p code { overflow-wrap: anywhere; }
blockquote { border-inline-start: 0.1em solid; margin-inline: 0; padding-inline-start: 0.8em; }
table { border-collapse: collapse; }
th, td { border: 1px solid; padding: 0.2em 0.4em; text-align: start; vertical-align: top; }
`
