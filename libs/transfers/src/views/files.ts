import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#kernel';
import { type EvidenceFile, EvidenceSight, type Reader } from '#platform';
import { partiesOf } from '../facts/transfer-parties.queries.js';
import { Transfer } from '../transfer.entity.js';

/** What both sides of a case may look at; everything else is its owner's: identity papers, consents, letters, titles. */
const shared = [
  'intent',
  'contract',
  'minutes',
  'township_approval',
  'capital_approval',
  'mortgagee',
  'filing',
  'rescission',
] as const;

/** Which files of a case its parties may see. Their offices see all of them. */
@Injectable()
export class TransferFiles implements OnModuleInit {
  constructor(
    private readonly sight: EvidenceSight,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.sight.register({
      subject: 'transfer',
      party: (reader, files, partyId) => this.ofParty(reader, files, partyId),
    });
  }

  private async ofParty(
    reader: Reader,
    files: readonly EvidenceFile[],
    partyId: string,
  ): Promise<readonly EvidenceFile[]> {
    const [first] = files;
    const today = this.clock.today();
    const record = first && (await reader.findOneBy(Transfer, { id: first.subjectId }));
    if (!record) return [];
    if ((await partiesOf(reader, record, today)).has(partyId)) {
      const own = await this.circleOf(reader, partyId);
      return files.filter(
        (file) => shared.some((kind) => kind === file.kind) || file.partyIds.some((id) => own.has(id)),
      );
    }
    // 集体决议一次作出，可以管几件流转：后一件的当事人也看得到它的会议记录。
    const cited: EvidenceFile[] = [];
    for (const file of files) {
      const rows: Transfer[] = await reader.query(
        `SELECT t.id, t.transferee_id AS "transfereeId" FROM transfer t JOIN collective_decision d ON d.id = t.decision_id
         WHERE $1 IN (d.minutes_file_id, d.approval_file_id)`,
        [file.id],
      );
      for (const each of rows) if ((await partiesOf(reader, each, today)).has(partyId)) cited.push(file);
    }
    return cited;
  }

  /** Who a person is and for whom: the household, and those who gave a letter that stands today. */
  private async circleOf(reader: Reader, partyId: string): Promise<ReadonlySet<string>> {
    const rows: { id: string }[] = await reader.query(
      `SELECT household_id AS id FROM member WHERE person_id = $1 AND coalesce(valid_to, 'infinity') >= $2
       UNION SELECT principal_id FROM power_of_attorney WHERE agent_id = $1 AND revoked_at IS NULL AND $2 BETWEEN valid_from AND valid_to`,
      [partyId, this.clock.today()],
    );
    return new Set([partyId, ...rows.map((row) => row.id)]);
  }
}
