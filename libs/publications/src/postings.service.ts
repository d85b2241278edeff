import { Injectable } from '@nestjs/common';
import { type Actor, instant, reaches } from '#kernel';
import {
  type Act,
  type ActPath,
  Database,
  type Elsewhere,
  Files,
  type Reader,
  type Tx,
  generalProblems,
  isUuid,
} from '#platform';
import { spanOf } from './outage-span.js';
import type { PostingFacts } from './posting.facts.js';
import type { CheckInput, OutageInput, PhotoInput, ProofInput } from './posting.input.js';
import { type Posting, postingOf } from './posting.view.js';
import { Publication } from './publication.entity.js';
import { publicationProblems } from './publication.problems.js';
import { Publishers } from './publishers.js';
import { mayProve } from './venue-kinds.js';
import { VenuePosting } from './venue-posting.entity.js';
import { venueKinds, venueLines } from './venue.words.js';
import { VenuesService } from './venues.service.js';

/** A text at its venues: proofs, sheets beside it, spot checks, outages and the days they cost. */
@Injectable()
export class Postings {
  constructor(
    private readonly database: Database,
    private readonly venues: VenuesService,
    private readonly publishers: Publishers,
    private readonly files: Files,
  ) {}

  /** What is published is locked before its venue: whoever takes it down goes the same way. */
  async locked({ tx }: Act, id: string): Promise<PostingFacts> {
    const posting = await tx.findOneBy(VenuePosting, { id });
    if (!posting) throw publicationProblems.noVenue();
    const { subject, subjectId } = await tx.findOneByOrFail(Publication, { id: posting.publicationId });
    await this.publishers.of({ subject })?.lock(tx, subjectId);
    const held = await tx.findOneOrFail(VenuePosting, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return this.gather(tx, held);
  }

  /** A posting of an office that this person covers; for anybody else it does not exist. */
  async read(id: string, me: Actor): Promise<PostingFacts> {
    const posting = await this.database.reader.findOneBy(VenuePosting, { id });
    if (!posting || !reaches(me, posting.officeCode)) throw publicationProblems.noVenue();
    return this.gather(this.database.reader, posting);
  }

  async see(id: string, me: Actor): Promise<Posting> {
    return this.shown(await this.read(id, me));
  }

  /** One venue as the offices see it. */
  async shown(facts: PostingFacts, reader: Reader | Tx = this.database.reader): Promise<Posting> {
    const showings = await this.venues.showingsOf(reader, facts.record);
    return postingOf(facts, showings, await this.venues.checksOf(reader, facts.record.id));
  }

  /** The photo: in place, dated, by somebody of that very place. */
  async prove(act: Act, facts: PostingFacts, input: ProofInput): Promise<Elsewhere> {
    const { record: posting, publication } = facts;
    if (!mayProve(act.actor, posting)) throw publicationProblems.notYourPlace();
    const postedAt = input.postedAt ? instant(input.postedAt) : act.now;
    // 照片不早于发布：还没有审定的文字不能先贴。
    if (postedAt > act.now || postedAt < (publication.releasedAt ?? act.now)) throw publicationProblems.photoDate();
    const { longitude, latitude } = input;
    const point = longitude && latitude ? { longitude, latitude } : null;
    const exhibit = { ...about(posting), kind: `venue:${posting.kind}`, takenAt: postedAt, point };
    const file = await this.files.attach(act, input.photo, { ...exhibit, public: true });
    const shown = { kind: 'photo' as const, postedAt, postedBy: act.actor.name, point };
    await this.venues.prove(act, posting, { ...shown, evidenceFileId: file.id, evidenceSha256: file.sha256 });
    await this.note(act, facts, `${venueKinds[posting.kind]}${venueLines.proven}`, { fileId: file.id });
    await this.publishers.of(publication)?.proven(act, publication.subjectId);
    return this.done(act, facts);
  }

  /** The sheet beside the text hangs: a photo by who proves the venue, no clock depends on it. */
  async proveSheet(act: Act, facts: PostingFacts, { photo }: PhotoInput): Promise<Elsewhere> {
    const { record: posting } = facts;
    if (!mayProve(act.actor, posting)) throw publicationProblems.notYourPlace();
    if (posting.sheetPaperId === null || posting.removedAt !== null) throw publicationProblems.nothingToHang();
    const exhibit = { ...about(posting), kind: 'dates_poster', takenAt: act.now, public: true };
    const file = await this.files.attach(act, photo, exhibit);
    await act.keep(VenuePosting, posting.id, { sheetFileId: file.id });
    await this.note(act, facts, venueLines.hung, { fileId: file.id });
    return this.done(act, facts);
  }

  /** A spot check of a venue by any of the offices above or at it. */
  async check(act: Act, facts: PostingFacts, { inPlace, remark }: CheckInput): Promise<Elsewhere> {
    const { record: posting } = facts;
    if (!reaches(act.actor, posting.officeCode)) throw publicationProblems.notYourPlace();
    await this.venues.check(act, posting, { inPlace, remark });
    const found = inPlace ? venueLines.inPlace : venueLines.gone;
    await this.note(act, facts, `${venueLines.checked}${venueKinds[posting.kind]}：${found}`, { inPlace });
    return this.done(act, facts);
  }

  /** A venue could not be read for a while; the county has to confirm before a day is added. */
  async reportOutage(act: Act, facts: PostingFacts, input: OutageInput): Promise<Elsewhere> {
    const { record: posting } = facts;
    const { reason } = input;
    if (!reaches(act.actor, posting.officeCode)) throw publicationProblems.notYourPlace();
    const { id } = await this.venues.reportOutage(act, posting, spanOf(input), reason);
    await this.note(act, facts, `${venueKinds[posting.kind]}${venueLines.outage}`, { reason });
    return { ...this.leadsTo(facts), view: { id } };
  }

  /** The county confirms an outage: from a whole working day on, what is published makes up for the days that were lost. */
  async confirmOutage(act: Act, facts: PostingFacts, _input: unknown, at: ActPath): Promise<Elsewhere> {
    const id = at['outage'] ?? '';
    if (!isUuid(id)) throw generalProblems.notFound();
    if (!facts.counts) throw publicationProblems.notCounting();
    const { publication } = facts;
    const outage = await this.venues.confirmOutage(act, facts.record, id, facts.days);
    const lost = { id, reason: outage.reason, workingDays: outage.lostWorkingDays ?? 0 };
    const said = await this.publishers.of(publication)?.lost(act, publication.subjectId, lost);
    return { ...(await this.done(act, facts)), ...(said === undefined ? {} : { said }) };
  }

  private async gather(reader: Reader | Tx, record: VenuePosting): Promise<PostingFacts> {
    const publication = await reader.findOneByOrFail(Publication, { id: record.publicationId });
    if (publication.releasedAt === null) throw publicationProblems.noVenue();
    const publisher = this.publishers.of(publication);
    const days = (await publisher?.period(reader, publication.subjectId)) ?? null;
    const outages = await this.venues.outagesOf(reader, publication.id);
    return {
      ...{ record, publication, days },
      outages: outages.filter(({ postingId }) => postingId === record.id),
      page: this.publishers.pageOf(publication),
      counts: publisher ? days !== null : record.removedAt === null,
    };
  }

  private note(act: Act, { record, publication }: PostingFacts, label: string, detail: object): Promise<void> {
    const of = { id: publication.subjectId, officeCode: record.officeCode };
    return act.note(publication.subject, of, { label, detail: { place: record.place, ...detail } });
  }

  /** A person goes back to what is published; a program is told how its venue stands. */
  private async done(act: Act, facts: PostingFacts): Promise<Elsewhere> {
    const now = await this.gather(act.tx, await act.tx.findOneByOrFail(VenuePosting, { id: facts.record.id }));
    return { ...this.leadsTo(facts), view: await this.shown(now, act.tx) };
  }

  private leadsTo({ record, publication }: PostingFacts): Elsewhere {
    const publisher = this.publishers.of(publication);
    return publisher ? { things: publisher.things, id: publication.subjectId } : { id: record.id };
  }
}

const about = ({ id: subjectId }: VenuePosting) => ({ subject: 'venue_posting', subjectId });
