/** What stands in the page that Astro makes, until a copy of it becomes a page about something. */
export const codeTokens = { title: 'wm-code-title-here', description: 'wm-code-description-here', body: 'wm-code-body-here' } as const
