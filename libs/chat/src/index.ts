export { ChatRooms, type Said } from './chat-rooms.js';
export { cleanText } from './clean-text.js';
export * from './line.js';
export * from './rights.js';
