import { Injectable, type OnModuleInit } from '@nestjs/common';
import { statesIn } from '#kernel';
import { type Act, Acts, Database, Sweeper, sqlNames } from '#platform';
import { TransferReader } from '../facts/transfer-facts.service.js';
import type { TransferFacts } from '../transfer.facts.js';
import { transferWorkflow, workingStates } from '../transfer.workflow.js';
import { EndingsService } from './endings.service.js';
import { GroundService, untoldMembers } from './ground.service.js';

const live = [...workingStates, ...statesIn(transferWorkflow, 'right')];
const underWay = workingStates.filter((state) => state !== 'suspended');
/** Cases `t` with a right on land that the register is to be changed of. */
const undecided = `EXISTS (SELECT FROM land_change x JOIN land_change_parcel l ON l.change_id = x.id JOIN right_portion o ON o.parcel_id = l.parcel_id
  JOIN management_right r ON r.id = o.right_id
  WHERE x.state = 'open' AND o.status IN ('reserved', 'active') AND r.subject = 'transfer' AND r.subject_id = t.id)`;

/** What the register's changes do to cases and rights: the clock asks what was held back, and what was decided. */
@Injectable()
export class GroundClock implements OnModuleInit {
  constructor(
    private readonly sweeper: Sweeper,
    private readonly database: Database,
    private readonly acts: Acts,
    private readonly cases: TransferReader,
    private readonly endings: EndingsService,
    private readonly ground: GroundService,
  ) {}

  onModuleInit(): void {
    this.sweeper.every({ name: 'transfers whose land is to be decided on', everyMinutes: 1, run: () => this.look() });
  }

  private async look(): Promise<void> {
    await this.each(
      'transfers to stand still',
      `SELECT t.id FROM land_change x JOIN land_change_parcel l ON l.change_id = x.id JOIN right_portion o ON o.parcel_id = l.parcel_id
         JOIN management_right r ON r.id = o.right_id JOIN transfer t ON r.subject = 'transfer' AND t.id = r.subject_id
       WHERE x.state = 'open' AND o.status IN ('reserved', 'active') AND t.state IN (${sqlNames(underWay)}) GROUP BY t.id LIMIT 200`,
      (act, facts) => this.endings.hold(act, facts),
    );
    await this.each(
      'transfers to go on',
      `SELECT t.id FROM transfer t WHERE t.ground_held AND t.state = 'suspended' AND NOT ${undecided} LIMIT 200`,
      (act, facts) => this.endings.goOn(act, facts),
    );
    await this.each(
      'rights whose parties are to be told',
      `SELECT DISTINCT t.id FROM ${untold} AND t.state IN (${sqlNames(statesIn(transferWorkflow, 'right'))}) LIMIT 200`,
      (act, facts) => this.ground.tell(act, facts),
    );
    await this.each(
      'transfers of households that somebody has left',
      `SELECT DISTINCT t.id FROM ${untoldMembers} AND t.state IN (${sqlNames(live)}) LIMIT 200`,
      (act, facts) => this.ground.tellOfMembers(act, facts),
    );
  }

  private async each(
    name: string,
    sql: string,
    work: (act: Act, facts: TransferFacts) => Promise<void>,
  ): Promise<void> {
    const found = await this.database.rows<{ id: string }>(name, sql);
    for (const { id } of found) await this.acts.byClock(async (act) => work(act, await this.cases.locked(act, id)));
  }
}

/** Rights in force on land that the register was changed of since they began, and whose parties do not know it. */
const untold = `land_change x JOIN land_change_parcel l ON l.change_id = x.id JOIN right_portion o ON o.parcel_id = l.parcel_id
  JOIN management_right r ON r.id = o.right_id JOIN transfer t ON r.subject = 'transfer' AND t.id = r.subject_id
  WHERE x.state = 'adopted' AND o.status = 'active' AND r.active_since < x.state_since
    AND NOT EXISTS (SELECT FROM transfer_ground g WHERE g.transfer_id = t.id AND g.change_id = x.id)`;
