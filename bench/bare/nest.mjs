/** The least that Nest, Fastify and TypeORM can be: one entity, one controller, one route that reads it. */
import 'reflect-metadata';
import { Controller, Get, Inject, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, EntitySchema } from 'typeorm';

const Thing = new EntitySchema({
  name: 'thing',
  columns: { id: { type: 'int', primary: true }, name: { type: 'text' } },
});

class ThingsController {
  constructor(source) {
    this.source = source;
  }

  async list() {
    return { things: await this.source.manager.find(Thing) };
  }
}
Inject(DataSource)(ThingsController, undefined, 0);
Get()(ThingsController.prototype, 'list', Object.getOwnPropertyDescriptor(ThingsController.prototype, 'list'));
Controller()(ThingsController);

class BareModule {}
Module({
  imports: [
    TypeOrmModule.forRoot({ type: 'postgres', url: process.env.DATABASE_URL, entities: [Thing], synchronize: false }),
  ],
  controllers: [ThingsController],
})(BareModule);

const app = await NestFactory.create(BareModule, new FastifyAdapter(), { logger: false });
await app.listen(Number(process.env.PORT), '127.0.0.1');
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
