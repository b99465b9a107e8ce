import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Health } from './health.js';

@Controller('api/health')
export class HealthController {
  constructor(private readonly health: Health) {}

  /** For "restart it when it hangs": asks nothing that could be slow. */
  @Get('live')
  live() {
    return { ok: true };
  }

  /** For "send people here". */
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response) {
    const readiness = await this.health.readiness();
    response.status(readiness.ok ? 200 : 503);
    return readiness;
  }
}
