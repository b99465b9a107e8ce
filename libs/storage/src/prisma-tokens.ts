import { Tokens, type Scope, type Token } from '@trellis/players';
import type { AccessToken, PrismaClient } from './generated/prisma/client.js';

export class PrismaTokens extends Tokens {
  constructor(private readonly prisma: PrismaClient) {
    super();
  }

  async add({ owner, program, scopes, createdAt, expiresAt, lastUsed, ...rest }: Token) {
    await this.prisma.accessToken.create({
      data: {
        ...rest,
        ownerId: owner,
        programId: program,
        scopes: [...scopes],
        createdAt: new Date(createdAt),
        expiresAt: new Date(expiresAt),
        lastUsed: lastUsed === null ? null : new Date(lastUsed),
      },
      select: { id: true },
    });
  }

  async living(now: number): Promise<readonly Token[]> {
    const at = new Date(now);
    await this.prisma.accessToken.deleteMany({ where: { expiresAt: { lte: at } } });
    const rows = await this.prisma.accessToken.findMany({
      where: { expiresAt: { gt: at } },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    });
    return rows.map(tokenFrom);
  }

  async remove(id: string): Promise<void> {
    await this.prisma.accessToken.deleteMany({ where: { id } });
  }

  async used(id: string, at: number): Promise<void> {
    // It may have been removed meanwhile.
    await this.prisma.accessToken.updateMany({ where: { id }, data: { lastUsed: new Date(at) } });
  }
}

function tokenFrom({
  ownerId,
  programId,
  scopes,
  createdAt,
  expiresAt,
  lastUsed,
  ...rest
}: AccessToken): Token {
  return {
    ...rest,
    owner: ownerId,
    program: programId,
    scopes: scopes as Scope[],
    createdAt: createdAt.getTime(),
    expiresAt: expiresAt.getTime(),
    lastUsed: lastUsed?.getTime() ?? null,
  };
}
