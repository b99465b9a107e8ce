export * from './rules.js';
export * from './sections.js';
export * from './words.js';
export * from './writing.js';
