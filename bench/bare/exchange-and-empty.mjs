/** The exchange with one route more: a POST behind the same session, key and input check as a bid, which does nothing. */
import 'reflect-metadata';
import { Body, Controller, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { IsString, MaxLength } from 'class-validator';
import { AuctionTicker } from '#auctions';
import { SystemClock, configureWeb, readConfig, webAdapter } from '#platform';
import { ExchangeModule } from '../../dist/apps/exchange/src/exchange.module.js';

class EmptyInput {}
IsString()(EmptyInput.prototype, 'amountYuan');
MaxLength(400)(EmptyInput.prototype, 'amountYuan');

class EmptyController {
  async empty(_input) {
    return { done: true };
  }
}
Reflect.defineMetadata('design:paramtypes', [EmptyInput], EmptyController.prototype, 'empty');
Body()(EmptyController.prototype, 'empty', 0);
Post()(EmptyController.prototype, 'empty', Object.getOwnPropertyDescriptor(EmptyController.prototype, 'empty'));
Controller('empty')(EmptyController);

class Both {}
const config = readConfig(process.env);
Module({
  imports: [ExchangeModule.with(config, new SystemClock(), config.databaseUrl)],
  controllers: [EmptyController],
})(Both);

const app = await NestFactory.create(Both, webAdapter(config), { logger: ['error'], bodyParser: false });
await configureWeb(app, config);
await app.init();
await app.getHttpAdapter().getInstance().ready();
await app.listen(config.port, '127.0.0.1');
app.get(AuctionTicker).start();
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
