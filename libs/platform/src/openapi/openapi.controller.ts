import { Controller, Get, Inject } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { CONFIG, type Config } from '../config.js';
import { Page } from '../page.js';
import { Public, Shared } from '../public.js';
import { Templates } from '../templates.js';
import { docsView } from './docs.view.js';
import type { OpenApi } from './document.js';
import { routesOf } from './routes.js';

/** The programming interface, described for programs and for their authors. */
@Public()
@Shared()
@Controller('api')
export class OpenApiController {
  private made: OpenApi | null = null;

  constructor(
    private readonly modules: ModulesContainer,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(Templates) private readonly templates: Templates,
  ) {}

  @Get('openapi.json')
  async document(): Promise<OpenApi> {
    if (this.made) return this.made;
    const { openApiDocument } = await import('./document.js');
    this.made = openApiDocument(
      routesOf({ get: () => this.modules }),
      this.config,
      this.templates.text('openapi/guide', {}),
    );
    return this.made;
  }

  @Get('docs')
  @Page('openapi/show')
  async docs(): Promise<ReturnType<typeof docsView>> {
    return docsView(await this.document());
  }
}
