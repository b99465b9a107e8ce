import { Controller, Get, Header } from '@nestjs/common';
import { asyncApi, openApi } from '@trellis/wire/contract';
import { docsPage, docsStyle } from './docs-page.js';

/** The page loads one stylesheet of ours and nothing else, and runs no script. */
const policy = "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";
const askAgain = 'public, max-age=300';

/** The published contract: to be read, and for programs. It is the same for everybody and changes with the release only. */
@Controller('api/docs')
export class DocsController {
  private readonly documents = { openApi: openApi(), asyncApi: asyncApi() };
  private readonly html = docsPage(this.documents.openApi, this.documents.asyncApi);

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Content-Security-Policy', policy)
  @Header('Cache-Control', askAgain)
  page(): string {
    return this.html;
  }

  @Get('docs.css')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', askAgain)
  style(): string {
    return docsStyle;
  }

  @Get('openapi.json')
  @Header('Cache-Control', askAgain)
  openApi() {
    return this.documents.openApi;
  }

  @Get('asyncapi.json')
  @Header('Cache-Control', askAgain)
  asyncApi() {
    return this.documents.asyncApi;
  }
}
