import { Injectable, type OnModuleInit } from '@nestjs/common';
import { holds } from '#kernel';
import { WorkDesk, statesToMove, wordOf } from '#platform';
import { replacementWork, certificateWork } from './certificate.words.js';
import { certificateWorkflow } from './certificate.workflow.js';

/** Asked for and not yet answered: the newest of its kind on a certificate that is revoked still. */
const replacementRequested = `x.kind = 'request_replacement' AND c.state = 'revoked' AND NOT EXISTS (SELECT FROM certificate_change y
  WHERE y.certificate_id = x.certificate_id AND y.kind IN ('request_replacement', 'refuse_replacement', 'replace') AND y.made_at > x.made_at)`;

/** Certificates whose revocation or replacement waits for a decision. What else may be done to a certificate waits for nobody. */
@Injectable()
export class CertificateWork implements OnModuleInit {
  constructor(private readonly desk: WorkDesk) {}

  onModuleInit(): void {
    this.desk.register({
      kind: 'certificate',
      label: certificateWork,
      from: 'certificate c',
      id: 'c.id',
      office: 'c.office_code',
      state: 'c.state',
      due: 'c.due_at',
      row: {
        at: `'/certificates/' || c.id`,
        number: 'c.number',
        place: 'c.place',
        areaMu: 'c.area_mu',
        party: 'c.holder_name',
        since: 'c.state_since',
      },
      statesFor: (me) => statesToMove(certificateWorkflow, me).filter((state) => state === 'revoking'),
      stateWord: (state) => wordOf(certificateWorkflow, state),
    });
    this.desk.register({
      kind: 'certificate_replacement',
      label: replacementWork.label,
      from: 'certificate_change x JOIN certificate c ON c.id = x.certificate_id',
      id: 'c.id',
      office: 'c.office_code',
      where: replacementRequested,
      state: `'asked'`,
      due: 'NULL::timestamptz',
      row: {
        at: `'/certificates/' || c.id`,
        number: 'c.number',
        place: 'c.place',
        areaMu: 'c.area_mu',
        party: 'c.holder_name',
        since: 'x.made_at',
      },
      statesFor: (me) => (holds(me, 'county_director') ? ['asked'] : []),
      theirs: (me, say) => `x.handler_id IS DISTINCT FROM ${say(me.accountId)}`,
      stateWord: () => ({ label: replacementWork.state, tone: 'act' }),
    });
  }
}
