export { createProxmoxDriver } from './createProxmoxDriver'
