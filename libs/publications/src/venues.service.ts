import { Injectable } from '@nestjs/common';
import type { Day } from '#kernel';
import { type Act, Calendars, ParameterStore, type Reader, type Tx } from '#platform';
import { publicationProblems } from './publication.problems.js';
import { joined, lostWorkingDays } from './publication.rules.js';
import { VenueCheck } from './venue-check.entity.js';
import { VenueDark } from './venue-dark.entity.js';
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

/** A span in the dark, with the venue that could not be read. */
export type DarkSpan = VenueDark & { kind: VenueKind; place: string };

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

  /** The posting at a venue; an office code chooses where there are several villages. */
  async at(tx: Tx, publicationId: string, kind: VenueKind, officeCode: string | null = null): Promise<VenuePosting> {
    const where = { publicationId, kind, ...(officeCode === null ? {} : { officeCode }) };
    const [posting] = await tx.find(VenuePosting, {
      where,
      order: { officeCode: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
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
  async reportDark(
    { tx, actor, now }: Act,
    posting: VenuePosting,
    span: { from: Date; to: Date; reason: string },
  ): Promise<VenueDark> {
    if (span.to <= span.from || span.to > now) throw publicationProblems.darkSpan();
    const dark = tx.create(VenueDark, {
      postingId: posting.id,
      darkFrom: span.from,
      darkTo: span.to,
      reason: span.reason,
      reportedBy: actor.name,
      reportedAt: now,
    });
    return tx.save(VenueDark, dark);
  }

  /** The county confirms; answers how many working days of the period the venue was dark. */
  async confirmDark(
    { tx, actor, now }: Act,
    publicationId: string,
    darkId: string,
    period: { firstDay: Day; lastDay: Day; rulesDay: Day },
  ): Promise<VenueDark> {
    const dark = await tx.findOne(VenueDark, { where: { id: darkId }, lock: { mode: 'pessimistic_write' } });
    const posting = dark && (await tx.findOne(VenuePosting, { where: { id: dark.postingId, publicationId } }));
    if (!dark || !posting) throw publicationProblems.noVenue();
    if (dark.confirmedAt !== null) throw publicationProblems.darkConfirmed();
    const { openOfBusiness, closeOfBusiness, venueDarkWorkingDays } = await this.parameters.at(tx, period.rulesDay);
    const measure = { open: openOfBusiness, close: closeOfBusiness, atLeastDays: venueDarkWorkingDays };
    const calendar = await this.calendars.at(tx, posting.officeCode);
    // Two venues dark on the same day cost the reader one day, so spans are joined before they are counted.
    const confirmed = (await this.darkOf(tx, publicationId)).filter((span) => span.confirmedAt !== null);
    const spans = joined([...confirmed, dark].map((span) => ({ from: span.darkFrom, to: span.darkTo })));
    const lost = spans.reduce((sum, span) => sum + lostWorkingDays(span, period, calendar, measure), 0);
    const before = confirmed.reduce((sum, span) => sum + (span.lostWorkingDays ?? 0), 0);
    dark.lostWorkingDays = Math.max(0, lost - before);
    dark.confirmedBy = actor.name;
    dark.confirmedAt = now;
    return tx.save(VenueDark, dark);
  }

  async darkOf(reader: Reader | Tx, publicationId: string): Promise<DarkSpan[]> {
    return reader.query(
      `SELECT d.id, d.posting_id AS "postingId", d.dark_from AS "darkFrom", d.dark_to AS "darkTo", d.reason,
         d.reported_by AS "reportedBy", d.reported_at AS "reportedAt", d.confirmed_by AS "confirmedBy",
         d.confirmed_at AS "confirmedAt", d.lost_working_days AS "lostWorkingDays", p.kind, p.place
       FROM venue_dark d JOIN venue_posting p ON p.id = d.posting_id WHERE p.publication_id = $1 ORDER BY d.dark_from, d.id`,
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

  async checksOf(reader: Reader | Tx, publicationId: string): Promise<VenueCheck[]> {
    return reader.query(
      `SELECT c.id, c.posting_id AS "postingId", c.in_place AS "inPlace", c.remark, c.checked_by AS "checkedBy", c.checked_at AS "checkedAt"
       FROM venue_check c JOIN venue_posting p ON p.id = c.posting_id WHERE p.publication_id = $1 ORDER BY c.checked_at, c.id`,
      [publicationId],
    );
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
