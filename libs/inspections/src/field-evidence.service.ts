import { Injectable } from '@nestjs/common';
import { type Actor, Clock, dayOf, instant } from '#kernel';
import { actWithin, Database, Files, ParameterStore, type Upload, inputProblem } from '#platform';
import { InspectionsService } from './inspections.service.js';

/** What a phone may know of its photos. */
export interface PhotoFacts {
  takenAt?: string;
  longitude?: string;
  latitude?: string;
}

/** Photos of the field: on disk first, then in the record, never rewritten. */
@Injectable()
export class FieldEvidence {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly parameters: ParameterStore,
    private readonly inspections: InspectionsService,
  ) {}

  async keep(id: string, uploads: readonly Upload[], said: PhotoFacts, me: Actor): Promise<void> {
    const now = this.clock.now();
    const { maxUploadMb } = await this.parameters.on(dayOf(now));
    const received = await Promise.all(uploads.map((upload) => this.files.receive(upload, maxUploadMb)));
    const point = said.longitude && said.latitude ? { longitude: said.longitude, latitude: said.latitude } : null;
    const takenAt = said.takenAt ? instant(said.takenAt) : now;
    if (takenAt > now) throw inputProblem([{ pointer: '#/takenAt', detail: '拍摄时间不能晚于现在。' }]);
    await this.database.transaction(async (tx) => {
      await this.inspections.notePhotos(tx, id, received.length, me, now);
      for (const file of received) {
        await this.files.attach(actWithin(tx, me, now), file, {
          subject: 'inspection',
          subjectId: id,
          kind: 'survey-photo',
          takenAt,
          point,
        });
      }
    });
  }
}
