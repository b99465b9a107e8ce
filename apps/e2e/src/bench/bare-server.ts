import { createServer } from 'node:http';
import { Server } from 'socket.io';

/**
 * The yardstick: Socket.IO and nothing else. The same requests and frames of the same size as the
 * club's, in rooms of two, without rules, names, rights or a journal. Prints its port.
 */
const viewBytes = Number(process.argv[2]);
const http = createServer();
const io = new Server(http, {
  transports: ['websocket'],
  serveClient: false,
  perMessageDeflate: false,
});
const tables = new Map<string, { seq: number }>();
const pad = 'x'.repeat(Math.max(0, viewBytes - 60));

io.on('connection', (socket) => {
  socket.on('table:look', ({ tableId }: { tableId: string }, answer: (reply: object) => void) => {
    void socket.join(tableId);
    if (!tables.has(tableId)) tables.set(tableId, { seq: 0 });
    answer({ ok: true });
  });
  socket.on('table:act', ({ tableId }: { tableId: string }, answer: (reply: object) => void) => {
    const table = tables.get(tableId);
    if (!table) return answer({ ok: false });
    table.seq++;
    io.to(tableId).emit('table:view', { id: tableId, seq: table.seq, toAct: [table.seq % 2], pad });
    answer({ ok: true, seq: table.seq });
  });
});

http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  if (address && typeof address === 'object') process.send?.({ port: address.port });
});
process.on('disconnect', () => process.exit(0));
