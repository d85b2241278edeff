import { Injectable, type OnModuleInit } from '@nestjs/common';
import { holds, statesBefore } from '#kernel';
import { WorkDesk, sqlNames, wordOf } from '#platform';
import { consequenceWork } from '../transfer.words.js';
import { transferWorkflow } from '../transfer.workflow.js';

const over = statesBefore(transferWorkflow, 'return_land');
const itsTransfer = `transfer t ON n.subject = 'transfer' AND t.id = n.subject_id`;
const noticed = `t.state = 'on_notice' AND n.state <> 'withdrawn'`;
const row = {
  at: `'/transfers/' || t.id`,
  number: 't.number',
  place: 't.place',
  areaMu: 't.area_mu',
  party: 't.transferor_name',
  counterparty: 't.transferee_name',
  round: 't.round',
};

/**
 * What was decided or has ended, and somebody has still to draw the consequence: no clock runs and the case's own state does
 * not say it.
 */
@Injectable()
export class ConsequenceWork implements OnModuleInit {
  constructor(private readonly desk: WorkDesk) {}

  onModuleInit(): void {
    this.upheld();
    this.stopped();
    this.landOut();
    this.payee();
  }

  /** 异议成立：the notice cannot become clear; the county recalls it or refuses the case. */
  private upheld(): void {
    this.desk.register({
      kind: 'upheld_objection',
      label: consequenceWork.upheld.label,
      from: `case_file c JOIN notice n ON n.id = c.subject_id AND c.subject = 'notice' JOIN ${itsTransfer}`,
      id: 'c.id',
      office: 't.office_code',
      where: `c.state = 'served' AND c.effect <> 'none' AND ${noticed}`,
      state: 'c.effect',
      due: 'NULL::timestamptz',
      row: { ...row, since: 'c.state_since' },
      statesFor: (me) => (holds(me, 'county_reviewer') ? ['replace', 'end'] : []),
      stateWord: (effect) => ({ label: consequenceWork.upheld.effects[effect as 'replace' | 'end'], tone: 'stop' }),
    });
  }

  /** 转出方不再流转：the case is ended at the town. */
  private stopped(): void {
    this.desk.register({
      kind: 'stopped_transfer',
      label: consequenceWork.stopped.label,
      from: `case_file c JOIN notice n ON n.id = c.subject_id AND c.subject = 'notice' JOIN ${itsTransfer}`,
      id: 'c.id',
      office: 't.office_code',
      where: `c.ground = 'not_letting' AND ${noticed}`,
      state: 'c.state',
      due: 'NULL::timestamptz',
      row: { ...row, since: 'c.state_since' },
      statesFor: (me) => (holds(me, 'town_trade', 'town_clerk') ? ['declined'] : []),
      stateWord: () => consequenceWork.stopped.state,
    });
  }

  /** 期满、终止后交还土地：looked over and recorded, so that the deposit may go back. */
  private landOut(): void {
    this.desk.register({
      kind: 'land_return',
      label: consequenceWork.landOut,
      from: 'transfer t',
      id: 't.id',
      office: 't.office_code',
      where: `t.state IN (${sqlNames(over)}) AND t.land_returned_on IS NULL`,
      state: 't.state',
      due: 'NULL::timestamptz',
      row: { ...row, since: 't.state_since' },
      statesFor: (me) => (holds(me, 'town_trade') ? over : []),
      stateWord: (state) => wordOf(transferWorkflow, state),
    });
  }

  /** 承包方变了，租金付给谁要双方确认（承包法第三十九条）. */
  private payee(): void {
    this.desk.register({
      kind: 'rent_payee',
      label: consequenceWork.payee.label,
      from: 'transfer_ground g JOIN transfer t ON t.id = g.transfer_id JOIN land_change x ON x.id = g.change_id',
      id: 'x.id',
      office: 't.office_code',
      where: 'g.payee_id IS NULL',
      state: 'x.state',
      due: 'NULL::timestamptz',
      row: { ...row, since: 'g.told_at' },
      statesFor: (me) => (holds(me, 'town_trade', 'town_clerk') ? ['adopted'] : []),
      stateWord: () => consequenceWork.payee.state,
    });
  }
}
