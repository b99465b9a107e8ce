import { parseCookie, stringifySetCookie } from 'cookie';

/** The cookies of one club: how they are called and flagged follows from its public address. */
export class Cookies {
  private readonly secure: boolean;

  constructor(publicUrl: string) {
    this.secure = publicUrl.startsWith('https:');
  }

  /** `__Host-` makes browsers refuse one that was set for a whole domain or without `Secure`. */
  nameOf(name: string): string {
    return this.secure ? `__Host-${name}` : name;
  }

  read(header: string | undefined, name: string): string | undefined {
    return header === undefined ? undefined : parseCookie(header)[this.nameOf(name)];
  }

  /** A `Set-Cookie` header; without a value it takes the cookie away. */
  write(name: string, value: string | undefined, maxAgeSeconds: number): string {
    return stringifySetCookie({
      name: this.nameOf(name),
      value: value ?? '',
      maxAge: value === undefined ? 0 : maxAgeSeconds,
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.secure,
    });
  }
}
