/** A snippet as VS Code reads it. */
interface Snippet {
  readonly scope: string
  readonly prefix: string
  readonly body: readonly string[]
  readonly description: string
}

const snippet = (prefix: string, description: string, ...body: string[]): Snippet => ({ scope: 'markdown', prefix, body, description })

/** What authors type most, by name. `$1` and so on are where the cursor goes. */
export const snippets: Readonly<Record<string, Snippet>> = {
  'Waymark: excerpt': snippet('go', 'A declaration, with a note', '::::go{symbol="${1:app.Complete}"}', ':::note{at="${2:a piece of its code}"}', '${3:What the code cannot say.}', ':::', '::::'),
  'Waymark: excerpt of a part': snippet('goshow', 'The values of some keys of a declaration', '::::go{symbol="${1:app.NewCommand}" show="${2:RunE}"}', '$0', '::::'),
  'Waymark: excerpt of some statements': snippet('gofrom', 'A run of statements', '::::go{symbol="${1:app.Run}" from="${2:first piece}" to="${3:last piece}"}', '$0', '::::'),
  'Waymark: note': snippet('note', 'A note inside an excerpt', ':::note{at="${1:a piece of code}"}', '${2:What the code cannot say.}', ':::'),
  'Waymark: note among several': snippet('notenth', 'A note at one of several equal pieces', ':::note{at="${1:return err}" nth="${2:1}"}', '${3:What the code cannot say.}', ':::'),
  'Waymark: symbol': snippet('sym', 'A name that leads to its declaration', ':sym[${1:app.Complete}]'),
  'Waymark: flag': snippet('flag', 'A flag that leads to where it is told about', ':flag[--${1:name}]'),
  'Waymark: file': snippet('file', 'A file of the tree', ':file[${1:main.go}]'),
  'Waymark: trail': snippet('trail', 'The path from one stop to another', '::trail{from="${1:main.main}" to="${2:app.Run}"}'),
  'Waymark: aside': snippet('tip', 'An aside', ':::tip[${1:Title}]', '${2:Text}', ':::'),
}
