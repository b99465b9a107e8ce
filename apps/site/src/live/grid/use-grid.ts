'use client';

import type { GridFrame, gridPageProtocol, GridToServer, GridWorld } from '@trellis/wire';
import { useCallback, useEffect, useRef, useState } from 'react';
import { io, type Socket } from 'socket.io-client';
import { afterFrame, autoMoveOf, fromWorld, type GridState } from './grid-state';

export type Direction = 'up' | 'down' | 'left' | 'right';
export const directions: readonly Direction[] = ['up', 'left', 'down', 'right'];
export type Mode = 'walk' | 'paint';

/** Keys that are held down repeat faster than the club lets anybody walk (20 steps a second). */
const stepEveryMs = 52;
// Schemas stay on the server: in a browser their library would ask the page's policy for `eval`.
const protocol: typeof gridPageProtocol = 2;
const paintRoom: GridToServer['join'] = { room: 'paint' };

/** This page's connection to the grid, and the world as it knows it. */
export function useGrid() {
  const [state, setState] = useState<GridState>();
  const [online, setOnline] = useState(false);
  const [mode, setMode] = useState<Mode>('walk');
  const wire = useRef<Socket>(undefined);
  const wanted = useRef<Mode>('walk');
  /** When the last step was or will be sent. */
  const stepped = useRef(0);

  useEffect(() => {
    const asked = new URLSearchParams(window.location.search).get('mode');
    const socket = io('/grid-game', {
      auth: { protocol },
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
    });
    wire.current = socket;
    if (asked === 'paint') wanted.current = 'paint';
    socket.on('connect', () => {
      setOnline(true);
      setMode(wanted.current);
      if (wanted.current === 'paint') socket.emit('join', paintRoom);
    });
    socket.on('disconnect', (reason) => {
      setOnline(false);
      // Somebody signed in or out; then Socket.IO does not come back by itself.
      if (reason === 'io server disconnect') setTimeout(() => socket.connect(), 500);
    });
    socket.on('grid:world', (world: GridWorld) => setState(fromWorld(world, Date.now())));
    socket.on('grid:frame', (frame: GridFrame) =>
      setState((before) => before && afterFrame(before, frame, Date.now())),
    );
    return () => {
      socket.disconnect();
    };
  }, []);

  const step = useCallback((direction: Direction) => {
    const wait = stepped.current + stepEveryMs - performance.now();
    // One step is kept for when it is time; what a held key repeats beyond that is dropped.
    if (wait > stepEveryMs) return;
    stepped.current = performance.now() + Math.max(0, wait);
    if (wait <= 0) wire.current?.emit('movement', { direction });
    else setTimeout(() => wire.current?.emit('movement', { direction }), wait);
  }, []);

  const choose = useCallback((next: Mode) => {
    if (wanted.current === next) return;
    wanted.current = next;
    setMode(next);
    const query = new URLSearchParams(window.location.search);
    if (next === 'paint') query.set('mode', 'paint');
    else query.delete('mode');
    window.history.replaceState(
      null,
      '',
      `${window.location.pathname}${query.size ? '?' : ''}${query}`,
    );
    wire.current?.emit(next === 'paint' ? 'join' : 'leave', paintRoom);
  }, []);

  return { state, online, mode, step, choose };
}

/** Walks at random when the address says so; the answer is whether it does. */
export function useAutoMove(step: (direction: Direction) => void): boolean {
  const [walks, setWalks] = useState(false);
  useEffect(() => {
    const most = autoMoveOf(window.location.search);
    if (most === undefined) return;
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      timer = setTimeout(
        () => {
          setWalks(true);
          step(directions[Math.floor(Math.random() * directions.length)]!);
          wait();
        },
        100 + Math.random() * most,
      );
    };
    wait();
    return () => clearTimeout(timer);
  }, [step]);
  return walks;
}

const keys: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** The arrow keys walk, and the page does not scroll. */
export function useArrowKeys(step: (direction: Direction) => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const direction = keys[event.key];
      if (!direction || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      step(direction);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [step]);
}
