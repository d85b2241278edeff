import { Injectable } from '@nestjs/common';
import { Clock } from '#kernel';
import { Database, Files, ParameterStore, type Received, uploadsOf } from '#platform';
import { noticeProblems } from './notice.problems.js';

type Request = Parameters<typeof uploadsOf>[0];

/** Receives the files of a request before the act's transaction: checked by content, written to disk, known by hash. */
@Injectable()
export class EvidenceInbox {
  constructor(
    private readonly files: Files,
    private readonly parameters: ParameterStore,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async receive(request: Request, field: string, shown?: 'without notes'): Promise<Received[]> {
    const { maxUploadMb } = await this.parameters.at(this.database.reader, this.clock.today());
    return Promise.all(uploadsOf(request, field).map((upload) => this.files.receive(upload, maxUploadMb, shown)));
  }

  /** The one photo of a proof, which everybody may see; a scan does not show that something hangs on a wall. */
  async photo(request: Request, field: string): Promise<Received> {
    const [photo] = await this.receive(request, field, 'without notes');
    if (!photo) throw noticeProblems.photoMissing();
    return photo;
  }
}
