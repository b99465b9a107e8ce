export { asyncApi } from './asyncapi.js';
export { answers, serverToClient } from './frames.js';
export { contractVersion, openApi } from './openapi.js';
export { routes, type Route } from './routes.js';
export type { JsonSchema } from './schemas.js';
export { typeScript } from './type-script.js';
