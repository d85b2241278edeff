import { Injectable } from '@nestjs/common';
import { dayOf } from '#kernel';
import { type Act, Calendars, ParameterStore, type Reader, type Tx } from '#platform';
import { publicationProblems } from './publication.problems.js';
import { type Span, joined, lostWorkingDays } from './publication.rules.js';
import type { CountedDays } from './publishers.js';
import { VenueCheck } from './venue-check.entity.js';
import { VenueOutage } from './venue-outage.entity.js';
import { VenuePosting } from './venue-posting.entity.js';
import type { ProofKind, VenueKind } from './venue.words.js';

/** A place where a text is to be put up. */
export interface Venue {
  kind: VenueKind;
  officeCode: string;
  place: string;
  mandatory: boolean;
}

/** What shows that a text was put up there. */
export interface Proof {
  kind: ProofKind;
  postedAt: Date;
  postedBy: string;
  evidenceFileId?: string | null;
  evidenceSha256?: string | null;
  point?: VenuePosting['point'];
}

/** How far a publication is with its mandatory venues. */
export interface Standing {
  missing: VenuePosting[];
  /** The moment the last of the mandatory venues had its proof; null while one is missing. */
  completeAt: Date | null;
}

/** An outage, with the venue that could not be read. */
export type Outage = VenueOutage & { kind: VenueKind; place: string };

/** How often a screen showed a text. */
export interface Showings {
  screen: string;
  times: number;
  lastShownAt: Date;
}

/** Where a text hangs, since when, and for how long it could not be read. */
@Injectable()
export class VenuesService {
  constructor(
    private readonly calendars: Calendars,
    private readonly parameters: ParameterStore,
  ) {}

  async plan(tx: Tx, publicationId: string, venues: readonly Venue[]): Promise<void> {
    const postings = venues.map((venue) =>
      tx.create(VenuePosting, { ...venue, publicationId, officeCodeBorn: venue.officeCode }),
    );
    await tx.insert(VenuePosting, postings as never);
  }

  async of(reader: Reader | Tx, publicationId: string): Promise<VenuePosting[]> {
    return reader.find(VenuePosting, { where: { publicationId }, order: { kind: 'ASC', officeCode: 'ASC' } });
  }

  /** The one posting of a kind, locked. */
  async at(tx: Tx, publicationId: string, kind: VenueKind): Promise<VenuePosting> {
    const lock = { mode: 'pessimistic_write' } as const;
    const posting = await tx.findOne(VenuePosting, { where: { publicationId, kind }, lock });
    if (!posting) throw publicationProblems.noVenue();
    return posting;
  }

  /** Gives a venue its proof, once. */
  async prove({ tx, now }: Act, posting: VenuePosting, proof: Proof): Promise<VenuePosting> {
    if (posting.provenAt !== null) throw publicationProblems.alreadyProven();
    Object.assign(posting, {
      postedAt: proof.postedAt,
      provenAt: now,
      proofKind: proof.kind,
      postedBy: proof.postedBy,
      evidenceFileId: proof.evidenceFileId ?? null,
      evidenceSha256: proof.evidenceSha256 ?? null,
      point: proof.point ?? null,
    });
    return tx.save(VenuePosting, posting);
  }

  async standing(reader: Reader | Tx, publicationId: string): Promise<Standing> {
    return standingOf(await this.of(reader, publicationId));
  }

  /** Somebody reports that a venue could not be read; nothing follows until the county confirms it. */
  async reportOutage({ tx, actor, now }: Act, posting: VenuePosting, span: Span, reason: string): Promise<VenueOutage> {
    if (span.to <= span.from || span.to > now) throw publicationProblems.outageSpan();
    const reported = { reason, reportedBy: actor.name, reportedAt: now };
    const row = { postingId: posting.id, beganAt: span.from, endedAt: span.to, ...reported };
    return tx.save(VenueOutage, tx.create(VenueOutage, row));
  }

  /** The county confirms; the outage then says how many working days were lost, of a period or of its own days. */
  async confirmOutage(
    { tx, actor, now }: Act,
    posting: VenuePosting,
    id: string,
    counted: CountedDays | null,
  ): Promise<VenueOutage> {
    const outage = await tx.findOne(VenueOutage, {
      where: { id, postingId: posting.id },
      lock: { mode: 'pessimistic_write' },
    });
    if (!outage) throw publicationProblems.noVenue();
    if (outage.confirmedAt !== null) throw publicationProblems.outageConfirmed();
    const today = dayOf(now);
    const days = counted ?? { firstDay: dayOf(outage.beganAt), lastDay: dayOf(outage.endedAt), rulesDay: today };
    const { openOfBusiness, closeOfBusiness, venueOutageWorkingDays } = await this.parameters.at(tx, days.rulesDay);
    const measure = { open: openOfBusiness, close: closeOfBusiness, atLeastDays: venueOutageWorkingDays };
    const calendar = await this.calendars.at(tx, posting.officeCode);
    // Two venues out on the same day cost the reader one day, so spans are joined before they are counted.
    const all = await this.outagesOf(tx, posting.publicationId);
    const confirmed = counted === null ? [] : all.filter((each) => each.confirmedAt !== null);
    const spans = joined([...confirmed, outage].map((each) => ({ from: each.beganAt, to: each.endedAt })));
    const lost = spans.reduce((sum, span) => sum + lostWorkingDays(span, days, calendar, measure), 0);
    const before = confirmed.reduce((sum, each) => sum + (each.lostWorkingDays ?? 0), 0);
    Object.assign(outage, {
      lostWorkingDays: Math.max(0, lost - before),
      confirmedBy: actor.name,
      confirmedAt: now,
    });
    return tx.save(VenueOutage, outage);
  }

  async outagesOf(reader: Reader | Tx, publicationId: string): Promise<Outage[]> {
    return reader.query(
      `SELECT o.id, o.posting_id AS "postingId", o.began_at AS "beganAt", o.ended_at AS "endedAt", o.reason,
         o.reported_by AS "reportedBy", o.reported_at AS "reportedAt", o.confirmed_by AS "confirmedBy",
         o.confirmed_at AS "confirmedAt", o.lost_working_days AS "lostWorkingDays", p.kind, p.place
       FROM venue_outage o JOIN venue_posting p ON p.id = o.posting_id WHERE p.publication_id = $1 ORDER BY o.began_at, o.id`,
      [publicationId],
    );
  }

  /** A spot check: does it still hang? */
  async check(
    { tx, actor, now }: Act,
    posting: VenuePosting,
    seen: { inPlace: boolean; remark: string },
  ): Promise<VenueCheck> {
    return tx.save(
      VenueCheck,
      tx.create(VenueCheck, { ...seen, postingId: posting.id, checkedBy: actor.name, checkedAt: now }),
    );
  }

  async checksOf(reader: Reader | Tx, postingId: string): Promise<VenueCheck[]> {
    return reader.find(VenueCheck, { where: { postingId }, order: { checkedAt: 'ASC', id: 'ASC' } });
  }

  /** Which screens showed it, how often and when last. */
  async showingsOf(reader: Reader | Tx, { publicationId, kind, officeCode }: VenuePosting): Promise<Showings[]> {
    return reader.query(
      `SELECT t.name AS screen, u.times, u.last_shown_at AS "lastShownAt" FROM terminal_turn u JOIN terminal t ON t.id = u.terminal_id
       WHERE u.publication_id = $1 AND t.kind = $2 AND t.office_code = $3 ORDER BY t.name`,
      [publicationId, kind, officeCode],
    );
  }

  /** A sheet has to hang beside the text on its boards, until its photo is there; the next one takes its place. */
  async hangBeside(act: Act, publicationId: string, kind: VenueKind, paperId: string): Promise<void> {
    const sheet = { sheetPaperId: paperId, sheetMadeAt: act.now, sheetFileId: null };
    await act.tx.update(VenuePosting, { publicationId, kind }, sheet);
  }

  /** Takes a publication down everywhere: the text stays on record, the venues are free. */
  async takeDown({ tx, now }: Act, publicationId: string): Promise<void> {
    await tx.query('UPDATE venue_posting SET removed_at = $2 WHERE publication_id = $1 AND removed_at IS NULL', [
      publicationId,
      now,
    ]);
  }
}

/** Which mandatory venues lack proof, and when the last of them had it. */
export function standingOf(postings: readonly VenuePosting[]): Standing {
  const mandatory = postings.filter((posting) => posting.mandatory);
  const missing = mandatory.filter((posting) => posting.provenAt === null);
  const latest = Math.max(...mandatory.map((posting) => posting.provenAt?.getTime() ?? 0));
  const last = mandatory.find((posting) => posting.provenAt?.getTime() === latest);
  return { missing, completeAt: missing.length === 0 ? (last?.provenAt ?? null) : null };
}
