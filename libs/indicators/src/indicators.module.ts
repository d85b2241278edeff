import { Module } from '@nestjs/common';
import { OfficesModule, OfficesService } from '#offices';
import { Sitemap } from '#platform';
import { GuideController } from './guide.controller.js';
import { GuideService } from './guide.service.js';
import { topics } from './guide.words.js';
import { HomeController } from './home.controller.js';
import { HomeService } from './home.service.js';

@Module({
  imports: [OfficesModule],
  controllers: [HomeController, GuideController],
  providers: [HomeService, GuideService],
  exports: [HomeService],
})
export class IndicatorsModule {
  constructor(sitemap: Sitemap, offices: OfficesService) {
    const guides = Object.keys(topics).map((topic) => `/guide/${topic}`);
    const pages = ['', '/notices', '/guide', ...guides, '/offices', '/calendar', '/calculator', '/verify'];
    sitemap.register(async () => {
      const exchanges = await offices.exchanges();
      return [...pages, ...exchanges.map(({ officeCode }) => `/offices/${officeCode}`)];
    });
  }
}
