import { swaggerUi } from 'virtual:waymark/swagger-ui'

/** `/lab/openapi/swagger-ui.css`: Swagger UI's own styles, for its page alone. */
export const GET = (): Response => new Response(swaggerUi.styles, { headers: { 'Content-Type': 'text/css; charset=utf-8' } })
