import { defineConfig } from 'astro/config'
import { loadConfig } from './src/config/index.ts'
import { siteOptions, waymark } from './src/site/integration/index.ts'

const config = await loadConfig()

export default defineConfig({
  ...siteOptions({ config }),
  integrations: [waymark({ config })],
})
