import { swaggerUi } from 'virtual:waymark/swagger-ui'
import { themedStyles } from './themed-styles.ts'

/** `/lab/openapi/swagger-ui.css`: Swagger UI's own styles, for its page alone. */
export const GET = (): Response => new Response(themedStyles(swaggerUi.styles), { headers: { 'Content-Type': 'text/css; charset=utf-8' } })
