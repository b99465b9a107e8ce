import { readFile } from 'node:fs/promises';
import { Controller, Get, Header } from '@nestjs/common';
import type { JsonSchema } from '@trellis/wire/contract';
import { docsPage, docsStyle } from './docs-page.js';

/** The page loads one stylesheet of ours and nothing else, and runs no script. */
const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";
const askAgain = 'public, max-age=300';

interface Documents {
  readonly openApi: JsonSchema;
  readonly asyncApi: JsonSchema;
  readonly html: string;
}

/** The published contract: to be read, and for programs. It is the same for everybody and changes with the release only. */
@Controller('api/docs')
export class DocsController {
  private read: Promise<Documents> | undefined;

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', policy)
  @Header('Cache-Control', askAgain)
  async page(): Promise<string> {
    return (await this.documents()).html;
  }

  @Get('docs.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', askAgain)
  style(): string {
    return docsStyle;
  }

  @Get('openapi.json')
  @Header('Cache-Control', askAgain)
  async openApi(): Promise<JsonSchema> {
    return (await this.documents()).openApi;
  }

  @Get('asyncapi.json')
  @Header('Cache-Control', askAgain)
  async asyncApi(): Promise<JsonSchema> {
    return (await this.documents()).asyncApi;
  }

  private documents(): Promise<Documents> {
    this.read ??= readDocuments();
    this.read.catch(() => (this.read = undefined));
    return this.read;
  }
}

/** As they are kept in `docs/api`, which a test holds to the schemas: to make them anew would be a good part of every start. */
async function readDocuments(): Promise<Documents> {
  const [openApi, asyncApi] = await Promise.all(
    ['openapi', 'asyncapi'].map(async (name) => {
      const file = new URL(`../../../../docs/api/${name}.json`, import.meta.url);
      return JSON.parse(await readFile(file, 'utf8')) as JsonSchema;
    }),
  );
  return { openApi: openApi!, asyncApi: asyncApi!, html: docsPage(openApi!, asyncApi!) };
}
