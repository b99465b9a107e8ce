import { randomBytes } from 'node:crypto';
import { visitorPrefix, type PlayerCard } from '@trellis/facade';
import { z } from 'zod';
import { Cookies } from '../auth/cookies.js';
import { Signer } from '../auth/signed.js';
import type { Configuration } from '../configuration/configuration.js';
import type { Language } from '../site/reader-language.js';

/** How long a browser is known as the same visitor (ms): an evening, so that loading a page again changes nothing. */
const visitorLifetime = 12 * 60 * 60 * 1000;

const cookieName = 'trellis-visitor';
const Payload = z.tuple([z.string().startsWith(visitorPrefix), z.string(), z.number()]);

/** What a visitor is called at his table, in the language he reads. */
const names: Record<Language, string> = { en: 'Guest', ru: 'Гость', es: 'Invitado' };

/**
 * Who plays without an account: nobody but the browser that holds this signed cookie. It is stored nowhere, and good for
 * nothing but the tables of visitors (docs/decisions/0010-visitors-play-in-memory.md).
 */
export class Visitors {
  private readonly signer: Signer;
  private readonly cookies: Cookies;

  constructor(
    { sessionSecret, publicUrl }: Pick<Configuration, 'sessionSecret' | 'publicUrl'>,
    private readonly now: () => number = Date.now,
  ) {
    this.signer = new Signer(sessionSecret, 'visitor');
    this.cookies = new Cookies(publicUrl);
  }

  /** A new visitor and the `Set-Cookie` header that makes his browser remember it. */
  open(language: Language): { visitor: PlayerCard; cookie: string } {
    const visitor = {
      id: visitorPrefix + randomBytes(16).toString('base64url'),
      name: names[language],
    };
    const payload: z.infer<typeof Payload> = [visitor.id, visitor.name, this.now()];
    const value = this.signer.sign(payload);
    return { visitor, cookie: this.cookies.write(cookieName, value, visitorLifetime / 1000) };
  }

  /** The visitor of a `Cookie` header, if we wrote it and it is not too old. */
  read(cookieHeader: string | undefined): PlayerCard | undefined {
    const value = this.cookies.read(cookieHeader, cookieName);
    const payload = value && Payload.safeParse(this.signer.verify(value)).data;
    if (!payload) return undefined;
    const [id, name, since] = payload;
    return this.now() < since + visitorLifetime ? { id, name } : undefined;
  }

  /** Whether the request shows a visitor's cookie at all, good or bad. */
  shows(cookieHeader: string | undefined): boolean {
    return this.cookies.read(cookieHeader, cookieName) !== undefined;
  }
}
