export { createExportEndpoints } from './endpoint'
export { withExportForms } from './panel'
