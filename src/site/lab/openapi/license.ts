import { swaggerUi } from 'virtual:waymark/swagger-ui'

/** `/lab/openapi/license.txt`: what Swagger UI asks to be passed on with it. */
export const GET = (): Response => new Response(`${swaggerUi.license}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
