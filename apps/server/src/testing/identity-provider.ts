import type { IncomingMessage } from 'node:http';
import { OAuth2Server } from 'oauth2-mock-server';

interface Said {
  statusCode: number;
  body: Record<string, unknown> | string | null;
}

/** A provider on this machine that vouches for whoever it is told to, and fails when it is told to. */
export class IdentityProvider {
  private readonly server = new OAuth2Server();
  /** What it says of the next person. */
  person: Record<string, unknown> = {};
  /** Claims that replace those of the ID token. */
  claims: Record<string, unknown> = {};
  /** When set, the token endpoint answers with this. */
  token?: Said;
  /** When set, the user-info endpoint answers with this. */
  userinfo?: Said;
  /** When set, the person is sent back with this instead of a code. */
  error?: string;
  /** Form fields of the last token request. */
  asked: Readonly<Record<string, string>> = {};
  /** How user info was asked for. */
  userinfoAsked?: IncomingMessage;

  async start(): Promise<void> {
    await this.server.issuer.keys.generate('RS256');
    await this.server.start(0, 'localhost');
    const { service } = this.server;
    service.on('beforeTokenSigning', (token) => {
      Object.assign(token.payload, this.person, this.claims);
    });
    service.on('beforeResponse', (said, request) => {
      this.asked = { ...(request.body as unknown as Record<string, string>) };
      if (this.token) Object.assign(said, this.token);
    });
    service.on('beforeUserinfo', (said, request) => {
      this.userinfoAsked = request;
      Object.assign(said, this.userinfo ?? { statusCode: 200, body: this.person });
    });
    service.on('beforeAuthorizeRedirect', ({ url }) => {
      if (!this.error) return;
      url.searchParams.delete('code');
      url.searchParams.set('error', this.error);
    });
  }

  get url(): string {
    return this.server.issuer.url!;
  }

  /** As it was at the start. */
  reset(): void {
    this.person = { sub: 'anna-1', given_name: 'Anna', family_name: 'Karenina' };
    this.claims = {};
    this.token = this.userinfo = this.error = this.userinfoAsked = undefined;
    this.asked = {};
  }

  stop(): Promise<void> {
    return this.server.stop();
  }
}
