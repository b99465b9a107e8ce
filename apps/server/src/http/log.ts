import type { LoggerService } from '@nestjs/common';
import { pino } from 'pino';
import type { LogLevel } from '../configuration/environment.js';

/** What we ask of a logger: data first, then a sentence that never changes. Also its name for Nest. */
export abstract class Log {
  abstract debug(data: object, sentence: string): void;
  abstract info(data: object, sentence: string): void;
  abstract warn(data: object, sentence: string): void;
  abstract error(data: object, sentence: string): void;
  /** Whether such lines are written at all. */
  abstract isLevelEnabled(level: LogLevel): boolean;
}

/**
 * JSON lines on the standard output. What must never stand in a log is kept out where lines are written: no cookies,
 * tokens, names, cards or texts of people, and addresses of requests without their query. The redaction below is the
 * second lock.
 */
export function createLog(level: LogLevel, destination?: { write(line: string): void }): Log {
  const options = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { error: plainError },
    redact: {
      paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: '[kept out]',
    },
  };
  return destination ? pino(options, destination) : pino(options);
}

const secrets = [
  'cookie',
  'setCookie',
  'authorization',
  'password',
  'secret',
  'sessionSecret',
  'clientSecret',
  'token',
  'text',
];

/** An error as a log may have it: libraries hang requests, tokens and answers on theirs. */
function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  return { name, message, stack, ...(cause ? { cause: plainError(cause) } : {}) };
}

/** What Nest says goes to the same log; its start-up chatter only for those who debug. */
export class NestLog implements LoggerService {
  constructor(private readonly to: Log) {}
  log(message: unknown, context?: unknown): void {
    this.to.debug({ context }, String(message));
  }
  debug(message: unknown, context?: unknown): void {
    this.to.debug({ context }, String(message));
  }
  verbose(message: unknown, context?: unknown): void {
    this.to.debug({ context }, String(message));
  }
  warn(message: unknown, context?: unknown): void {
    this.to.warn({ context }, String(message));
  }
  error(message: unknown, stackOrContext?: unknown, context?: unknown): void {
    if (message instanceof Error) this.to.error({ error: message, context }, 'Nest');
    else this.to.error({ stack: stackOrContext, context }, String(message));
  }
  fatal(message: unknown, context?: unknown): void {
    this.to.error({ context }, String(message));
  }
}
