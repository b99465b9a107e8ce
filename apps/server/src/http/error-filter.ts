import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { answerTo } from './answers.js';
import type { Log } from './log.js';
import { requestIdOf } from './requests.js';

/** Turns what a controller throws into an answer: refusals into their code, bugs into nothing but the request's id. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const known = answerTo(error);
    const requestId = requestIdOf(response);
    if (!known) {
      const { method, path } = request;
      this.log.error({ error, requestId, method, path }, 'A request failed');
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (!known) {
      const message = 'Something is wrong on our side.';
      response.status(500).json({ ok: false, code: 'internal-error', message, requestId });
      return;
    }
    const { retryMs } = known.body;
    if (typeof retryMs === 'number') response.set('Retry-After', `${Math.ceil(retryMs / 1000)}`);
    if (known.status === 405) response.set('Allow', 'GET, HEAD');
    response.status(known.status).json(known.body);
  }
}
