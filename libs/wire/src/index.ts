export * from './check-plain.js';
export * from './client-to-server.js';
export * from './forum.js';
export * from './http.js';
export * from './limits.js';
export * from './people.js';
export * from './server-to-client.js';
