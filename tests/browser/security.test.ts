import { createHash } from 'node:crypto'
import { describe, expect, inject, it } from 'vitest'
import { sitePages } from './setup/site-pages.ts'
import { describeInBrowser } from './setup/with-page.ts'

/** The page's own policy, by directive. */
function policyOf(html: string): Map<string, string[]> {
  const content = /<meta http-equiv="content-security-policy" content="([^"]*)"/i.exec(html)?.[1] ?? ''
  const directives = content.replaceAll('&#39;', "'").replaceAll('&#x27;', "'").split(';')
  return new Map(directives.map((directive) => directive.trim().split(/\s+/)).map(([name = '', ...values]) => [name, values]))
}

describe('the security policy', () => {
  const pages = sitePages()

  it.each(pages)('of /$path keeps everything at home', ({ html }) => {
    const policy = policyOf(html)
    expect(policy.get('default-src')).toEqual(["'self'"])
    expect(policy.get('connect-src')).toEqual(["'self'"])
    expect(policy.get('object-src')).toEqual(["'none'"])
    expect(policy.get('base-uri')).toEqual(["'self'"])
    const scripts = policy.get('script-src') ?? []
    expect(scripts.filter((value) => !/^'(self|wasm-unsafe-eval|sha256-[\w+/=]+)'$/.test(value))).toEqual([])
    expect((policy.get('style-src') ?? []).filter((value) => !/^'(self|sha256-[\w+/=]+)'$/.test(value))).toEqual([])
  })

  it.each(pages)('of /$path knows every inline script by its hash', ({ html }) => {
    const allowed = policyOf(html).get('script-src') ?? []
    const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)(?![^>]*application\/(?:ld\+)?json)[^>]*>([\s\S]*?)<\/script>/g)]
    const unknown = inline
      .map((match) => match[1] ?? '')
      .filter((text) => text !== '' && !allowed.includes(`'sha256-${createHash('sha256').update(text).digest('base64')}'`))
    expect(unknown).toEqual([])
    expect(html).not.toMatch(/<[^>]+\son(click|load|error|focus|mouseover)=/i)
  })

  it('is joined by the headers that only a server can send', async () => {
    const response = await fetch(inject('site').url)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('x-frame-options')).toBe('DENY')
    expect(response.headers.get('cache-control')).toBe('no-cache')
  })
})

describeInBrowser('in the browser', ({ read }) => {
  it('a script or a request that the policy does not know is refused', async () => {
    await read('', {}, async (page) => {
      const refusals: string[] = []
      page.on('console', (message) => {
        if (/Content Security Policy/i.test(message.text())) refusals.push(message.text())
      })
      const ran = await page.evaluate(async () => {
        const script = document.createElement('script')
        script.textContent = 'document.title = "taken over"'
        document.head.append(script)
        const image = new Image()
        image.src = 'https://elsewhere.invalid/pixel.png'
        document.body.append(image)
        // A script put in like this would have run by now; the image would still be on its way.
        await new Promise((resolve) => image.addEventListener('error', resolve))
        return document.title
      })
      expect(ran).not.toBe('taken over')
      await expect.poll(() => refusals.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(2)
    })
  })

  it('search works under the policy, and finds a chapter', async () => {
    const complaints = await read('', {}, async (page) => {
      await page.locator('site-search button[data-open-modal]:enabled').waitFor()
      await page.keyboard.press('/')
      const input = page.getByRole('textbox').or(page.getByRole('searchbox')).first()
      await input.fill('Validate')
      await page.locator('.pagefind-ui__result-link').first().waitFor()
      expect(await page.locator('.pagefind-ui__result-link').count()).toBeGreaterThan(0)
    })
    expect(complaints).toEqual({ errors: [], foreign: [] })
  })
})
