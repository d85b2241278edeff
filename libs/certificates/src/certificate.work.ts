import { Injectable, type OnModuleInit } from '@nestjs/common';
import { WorkDesk, statesToMove, wordOf } from '#platform';
import { certificateWork } from './certificate.words.js';
import { certificateWorkflow } from './certificate.workflow.js';

/** Certificates whose revocation waits for a decision. What else may be done to a certificate waits for nobody. */
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
  }
}
