import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Clock } from '#kernel';
import { type Config, PlatformModule, SystemClock, connection } from '#platform';
import { entities, libs } from './libs.js';

/** The whole exchange: the platform and the libs above it. An app contains no rule. */
@Module({})
export class ExchangeModule {
  static with(config: Config, clock: Clock, databaseUrl: string, wall: Clock = new SystemClock()): DynamicModule {
    const options = { role: config.databaseRole, poolSize: config.poolSize, entities, migrations: [] };
    return {
      module: ExchangeModule,
      imports: [
        TypeOrmModule.forRoot({ ...connection(databaseUrl, options), retryAttempts: 3 }),
        PlatformModule.with(config, clock, wall),
        ...libs,
      ],
    };
  }
}
