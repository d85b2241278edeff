import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Actor, type Post, holds } from '#kernel';
import { WorkDesk, statesToMove, wordOf } from '#platform';
import { caseWorkflow } from '#cases';
import { type VenueKind, venueKinds } from '#publications';
import { claimWorkflow } from './priority-claim.workflow.js';
import { periodSheetWord, workNames } from './notice.words.js';

/** Whose daily work it is to bring the proof of a venue; others may, when it comes to it. */
const photographers: Partial<Record<VenueKind, Post>> = {
  village_board: 'village_clerk',
  screen_town: 'town_information',
  screen_county: 'county_information',
};

function venuesOf(me: Actor): string[] {
  return Object.entries(photographers).flatMap(([kind, post]) => (holds(me, post) ? [kind] : []));
}

const notice = { place: 'n.town || n.village', areaMu: 'n.area_mu' };

/** Work that notices make: letters and claims to answer, boards and screens to prove, dates posters to put up. */
@Injectable()
export class NoticeWork implements OnModuleInit {
  constructor(private readonly desk: WorkDesk) {}

  onModuleInit(): void {
    this.letters();
    this.claims();
    this.venues();
    this.posters();
  }

  private letters(): void {
    this.desk.register({
      kind: 'case_file',
      label: workNames.letter,
      from: `case_file c JOIN notice n ON n.id = c.subject_id AND c.subject = 'notice'`,
      id: 'c.id',
      office: 'c.office_code',
      state: 'c.state',
      due: 'c.due_at',
      row: { ...notice, at: `'/objections/' || c.id`, number: 'c.number', party: 'c.name', since: 'c.state_since' },
      statesFor: (me) => statesToMove(caseWorkflow, me),
      stateWord: (state) => wordOf(caseWorkflow, state),
    });
  }

  private claims(): void {
    this.desk.register({
      kind: 'priority_claim',
      label: workNames.claim,
      from: 'priority_claim c JOIN notice n ON n.id = c.notice_id',
      id: 'c.id',
      office: 'c.office_code',
      state: 'c.state',
      due: 'c.due_at',
      row: {
        ...notice,
        at: `'/priority-claims/' || c.id`,
        number: 'c.number',
        party: 'c.name',
        since: 'c.state_since',
      },
      statesFor: (me) => (me.kind === 'staff' ? statesToMove(claimWorkflow, me) : []),
      stateWord: (state) => wordOf(claimWorkflow, state),
    });
  }

  private venues(): void {
    this.desk.register({
      kind: 'venue_posting',
      label: workNames.venue,
      from: 'venue_posting v JOIN notice n ON n.publication_id = v.publication_id',
      id: 'v.id',
      office: 'v.office_code',
      where: `v.proven_at IS NULL AND v.removed_at IS NULL AND n.published_at IS NOT NULL`,
      state: 'v.kind',
      due: 'NULL::timestamptz',
      row: { ...notice, at: `'/notices/' || n.id || '#acts'`, number: 'n.number', since: 'n.published_at' },
      statesFor: venuesOf,
      stateWord: (kind) => ({ label: venueKinds[kind as VenueKind], tone: 'act' }),
    });
  }

  private posters(): void {
    this.desk.register({
      kind: 'period_poster',
      label: workNames.poster,
      // 起止告示出了、还没有贴的照片的：of several posters, the latest counts.
      from: `venue_posting v JOIN notice n ON n.publication_id = v.publication_id, LATERAL (SELECT p.made_at FROM paper p
        WHERE p.subject = 'notice' AND p.subject_id = n.id::text AND p.kind = 'notice_period' ORDER BY p.made_at DESC, p.number DESC LIMIT 1) poster`,
      id: 'v.id',
      office: 'v.office_code',
      where: `v.removed_at IS NULL AND n.state = 'running' AND NOT EXISTS (SELECT 1 FROM evidence_file e
        WHERE e.subject = 'notice' AND e.subject_id = n.id::text AND e.kind = 'period_sheet' AND e.added_at >= poster.made_at)`,
      state: 'v.kind',
      due: 'NULL::timestamptz',
      row: { ...notice, at: `'/notices/' || n.id || '#acts'`, number: 'n.number', since: 'poster.made_at' },
      statesFor: (me) => (holds(me, 'village_clerk') ? ['village_board'] : []),
      stateWord: () => periodSheetWord,
    });
  }
}
