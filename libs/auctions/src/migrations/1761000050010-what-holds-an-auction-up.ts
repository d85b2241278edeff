import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An auction that the exchange itself held up, because its lot lost its ground, says so. */
export class WhatHoldsAnAuctionUp1761000050010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE auction ADD COLUMN held_by text[]');
  }

  async down(): Promise<void> {
    throw new Error('The exchange does not go back: restore a backup.');
  }
}
