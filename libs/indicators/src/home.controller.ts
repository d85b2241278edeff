import { Controller, Get } from '@nestjs/common';
import { Page, Public, Shared } from '#platform';
import { HomeService } from './home.service.js';

/** The front page. */
@Public()
@Shared()
@Controller()
export class HomeController {
  constructor(private readonly home: HomeService) {}

  @Get()
  @Page('home/show')
  show(): Promise<object> {
    return this.home.show();
  }
}
