import { Injectable } from '@nestjs/common';
import type { Act, Reader, Tx } from '#platform';
import { contentHash } from './content-hash.js';
import { Erratum } from './erratum.entity.js';
import { type PublicMap, Publication, type PublicText } from './publication.entity.js';
import { noSuchText, publicationProblems } from './publication.problems.js';
import { erratumFault, personalFaults } from './publication.rules.js';

/** What is composed before anybody approves it. */
export interface Composition {
  subject: string;
  subjectId: string;
  version: number;
  text: PublicText;
  boardText: PublicText;
  town: string;
  village: string;
  areaMu: string | null;
  map: PublicMap | null;
  knownCodes: readonly string[];
}

/** Approved texts: composed, approved, released once, corrected only beside. */
@Injectable()
export class PublicationsService {
  /** Writes down a text, or writes it anew while it is not public. */
  async compose(tx: Tx, composition: Composition): Promise<Publication> {
    const { subject, subjectId } = composition;
    const known = await tx.findOne(Publication, { where: { subject, subjectId } });
    const publication = tx.create(Publication, {
      number: null,
      approvedBy: null,
      approvedAt: null,
      releasedAt: null,
      ...(known ? { id: known.id } : {}),
      ...composition,
      knownCodes: [...composition.knownCodes],
      sha256: contentHash(composition.text),
      boardSha256: contentHash(composition.boardText),
    });
    return tx.save(Publication, publication);
  }

  /** Approves a text; one that holds a person's number is refused, whoever asks. */
  async approve(act: Act, id: string): Promise<Publication> {
    const publication = await this.get(act.tx, id);
    const errors = [publication.text, publication.boardText].flatMap((text) =>
      personalFaults(text, publication.knownCodes),
    );
    if (errors.length > 0)
      throw publicationProblems.personal({ errors, detail: errors.map((error) => error.detail).join('；') });
    const approved = { approvedBy: act.actor.name, approvedAt: act.now };
    await act.keep(Publication, id, approved);
    return Object.assign(publication, approved);
  }

  /** Makes an approved text public under its number; from here on the database refuses every change of it. */
  async release(act: Act, publication: Publication, number: string): Promise<void> {
    if (publication.approvedAt === null) throw publicationProblems.notApproved();
    const released = { number, releasedAt: act.now };
    Object.assign(publication, released);
    await act.keep(Publication, publication.id, released);
  }

  /** Puts a typo right beside the text; whatever touches a term of the deal is refused. */
  async correct(
    { tx, actor, now }: Act,
    id: string,
    correction: { wrong: string; right: string; reason: string },
  ): Promise<Erratum> {
    const publication = await this.get(tx, id);
    const fault = erratumFault(publication.text, correction.wrong);
    if (fault === 'not-found') throw noSuchText(correction.wrong);
    if (fault === 'material') throw publicationProblems.erratumMaterial();
    const corrected = {
      ...publication.text,
      title: '',
      facts: [],
      parcels: [],
      paragraphs: [correction.right, correction.reason],
    };
    const errors = personalFaults(corrected, publication.knownCodes);
    if (errors.length > 0) throw publicationProblems.personal({ errors });
    return tx.save(
      Erratum,
      tx.create(Erratum, { ...correction, publicationId: id, approvedBy: actor.name, approvedAt: now }),
    );
  }

  async errataOf(reader: Reader | Tx, id: string): Promise<Erratum[]> {
    return reader.find(Erratum, { where: { publicationId: id }, order: { approvedAt: 'ASC' } });
  }

  async get(reader: Reader | Tx, id: string): Promise<Publication> {
    return reader.findOneByOrFail(Publication, { id });
  }
}
