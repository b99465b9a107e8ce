export * from './access.js';
export * from './check-plain.js';
export * from './client-to-server.js';
export * from './grid.js';
export * from './http.js';
export * from './limits.js';
export * from './server-to-client.js';
