export { API_VERSION, buildOpenApiDocument } from './buildDocument'
export { createOpenApiEndpoint } from './endpoint'
