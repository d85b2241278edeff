import { Injectable, type OnModuleInit } from '@nestjs/common';
import { holds } from '#kernel';
import { WorkDesk } from '#platform';
import { sheetOwed, stillCounts } from './posting.queries.js';
import { venuesFor } from './venue-kinds.js';
import { type VenueKind, sheetWord, venueKinds, venueWork } from './venue.words.js';

const published = 'venue_posting v JOIN publication p ON p.id = v.publication_id';
const row = { at: `'/postings/' || v.id`, number: 'p.number', place: 'p.town || p.village', areaMu: 'p.area_mu' };
const kindWord = (kind: string) => ({ label: venueKinds[kind as VenueKind], tone: 'act' });

/** Work at venues: boards and screens to prove, sheets to put up beside a text, outages for the county to judge. */
@Injectable()
export class PostingWork implements OnModuleInit {
  constructor(private readonly desk: WorkDesk) {}

  onModuleInit(): void {
    const postings = {
      from: published,
      id: 'v.id',
      office: 'v.office_code',
      state: 'v.kind',
      due: 'NULL::timestamptz',
    };
    this.desk.register({
      ...{ ...postings, kind: 'venue_posting', label: venueWork.proof },
      where: 'v.proven_at IS NULL AND v.removed_at IS NULL AND p.released_at IS NOT NULL',
      row: { ...row, since: 'p.released_at' },
      statesFor: venuesFor,
      stateWord: kindWord,
    });
    this.desk.register({
      ...{ ...postings, kind: 'venue_sheet', label: venueWork.sheet },
      where: `${sheetOwed} AND ${stillCounts}`,
      row: { ...row, since: 'v.sheet_made_at' },
      statesFor: venuesFor,
      stateWord: () => sheetWord,
    });
    // 公示中断：reported, it adds no day before the county has confirmed it.
    this.desk.register({
      ...{ ...postings, kind: 'venue_outage', label: venueWork.outage },
      from: `venue_outage o JOIN venue_posting v ON v.id = o.posting_id JOIN publication p ON p.id = v.publication_id`,
      id: 'o.id',
      where: 'o.confirmed_at IS NULL AND v.removed_at IS NULL',
      row: { ...row, at: `${row.at} || '/outages/' || o.id || '/confirmation'`, since: 'o.reported_at' },
      statesFor: (me) =>
        holds(me, 'county_reviewer', 'county_information', 'county_director') ? Object.keys(venueKinds) : [],
      stateWord: kindWord,
    });
  }
}
