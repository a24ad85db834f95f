/** What pages that show somebody's code say about whose it is. */
export interface LicenseNote {
  readonly name: string
  readonly holder: string
}

/** Names of licences by words that stand in their text; the first that fits counts. */
const KINDS: readonly (readonly [name: string, words: RegExp])[] = [
  ['Apache License 2.0', /Apache License\s+Version 2\.0/],
  ['Mozilla Public License 2.0', /Mozilla Public License,? version 2\.0/i],
  ['GNU Affero General Public License 3.0', /GNU AFFERO GENERAL PUBLIC LICENSE\s+Version 3/],
  ['GNU Lesser General Public License', /GNU LESSER GENERAL PUBLIC LICENSE/],
  ['GNU General Public License 3.0', /GNU GENERAL PUBLIC LICENSE\s+Version 3/],
  ['GNU General Public License 2.0', /GNU GENERAL PUBLIC LICENSE\s+Version 2/],
  ['MIT License', /Permission is hereby granted, free of charge/],
  ['ISC License', /Permission to use, copy, modify, and(\/or)? distribute this software/],
  ['BSD 3-Clause License', /Neither the name of/],
  ['BSD 2-Clause License', /Redistributions of source code must retain/],
]

/** Files in which projects keep their licence, likeliest first. */
export const LICENSE_FILES: readonly string[] = ['LICENSE', 'LICENSE.txt', 'LICENSE.md', 'LICENCE', 'COPYING', 'license', '../LICENSE']

/** Reads a licence's text as far as naming it goes; what it does not tell is named as something to look up. */
export function readLicense(text: string | undefined, project: string): LicenseNote {
  const name = KINDS.find(([, words]) => words.test(text ?? ''))?.[0] ?? 'the licence of its repository'
  // Only with a year: the text of the Apache licence speaks of copyright too, and holds a form to fill in, with brackets where the holder would stand.
  const holder = /^\W*Copyright (?:\(c\) |© )?\d{4}(?:[-–, ]+(?:\d{4}|present))*,? (?:by )?([^\n[{<]{3,80})$/im.exec(text ?? '')?.[1]
  return { name, holder: holder?.replace(/[.,]?\s*All rights reserved\.?/i, '').trim() || `the authors of ${project}` }
}
