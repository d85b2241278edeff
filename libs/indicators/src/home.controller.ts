import { Controller, Get } from '@nestjs/common';
import { Gives, Page, Public, Shared, type Shown } from '#platform';
import { HomeService } from './home.service.js';
import { type Home, homeView } from './home.view.js';

/** The front page. */
@Public()
@Shared()
@Controller()
export class HomeController {
  constructor(private readonly home: HomeService) {}

  @Get()
  @Page('home/show')
  @Gives(homeView)
  show(): Promise<Shown<Home>> {
    return this.home.show();
  }
}
