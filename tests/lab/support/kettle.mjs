/** The fake program of the lab: `--version`, `--serve URL --guest=NAME`, `--ask URL`. */
import { createServer, get } from 'node:http'

const [, , what, url, guest = ''] = process.argv
if (what === '--version') process.stdout.write('kettle v1.4.2\n')
else if (what === '--serve') {
  const { hostname, port } = new URL(url)
  const server = createServer((_, response) => response.end(`tea for ${guest.replace('--guest=', '')}, ${Date.now()}\nwith milk\nwith sugar\nenjoy\n`))
  server.on('error', (error) => {
    process.stderr.write(`cannot serve: ${error.message}\n`)
    process.exit(1)
  })
  server.listen(Number(port), hostname)
} else if (what === '--ask') {
  get(url, (response) => response.pipe(process.stdout)).on('error', () => process.exit(1))
}
