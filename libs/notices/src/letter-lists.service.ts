import { Injectable } from '@nestjs/common';
import { type Actor, Clock, dayOf, widestScope } from '#kernel';
import { caseKinds, caseTopics, caseWorkflow } from '#cases';
import { OfficesService } from '#offices';
import { type Asked, Calendars, type Download, Lists, type Scope, dueOf, ofOffice, wordOf } from '#platform';
import { type BoardPhotoRow, boardPhotoList } from './board-photo.list.js';
import { type LetterRow, letterList } from './letter.list.js';
import { boardPhotoLabels, claimWord } from './letter.words.js';
import { titleFrame } from './notice.words.js';
import { type ClaimLevel, claimLevels } from './priority-claim.words.js';
import { claimWorkflow } from './priority-claim.workflow.js';

/** Letters and claims to answer at the town, boards to photograph at the station. */
@Injectable()
export class LetterLists {
  constructor(
    private readonly lists: Lists,
    private readonly offices: OfficesService,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  letters(asked: Asked, me: Actor) {
    const scope = ofOffice('q.office_code', widestScope(me));
    return this.lists.show(
      letterList,
      asked,
      scope,
      (row) => row,
      async (rows) => {
        const now = this.clock.now();
        const calendar = await this.calendars.current();
        return {
          options: { office: await this.offices.choicesFor(me, asked.filters['office']) },
          late: (await this.lists.first(letterList, waiting, overdue(scope, now), 100)).length,
          rows: rows.map((row) => ({
            ...wordsOf(row),
            receivedOn: dayOf(row.receivedAt),
            late: row.dueAt !== null && row.dueAt <= now,
            due: row.dueAt && dueOf(row.dueAt, now, calendar),
          })),
        };
      },
    );
  }

  lettersSheet(asked: Asked, me: Actor): Promise<Download> {
    return this.lists.sheet(letterList, asked, ofOffice('q.office_code', widestScope(me)), (rows) =>
      rows.map((row) => {
        const { stateTag, ...words } = wordsOf(row);
        return { ...words, stateWord: stateTag.label };
      }),
    );
  }

  /** Boards of this person's stations that wait for their photo. */
  boardPhotos(asked: Asked, me: Actor) {
    return this.lists.show(
      boardPhotoList,
      asked,
      ofStations(me),
      (row) => row,
      (rows) => ({ rows: rows.map((row) => photoOf(row)) }),
    );
  }

  boardPhotosSheet(asked: Asked, me: Actor): Promise<Download> {
    return this.lists.sheet(boardPhotoList, asked, ofStations(me), (rows) => rows.map((row) => photoOf(row)));
  }
}

/** Everything that waits for an answer. */
const waiting: Asked = { filters: {}, words: '', sort: 'due', after: '', limit: letterList.pageSize };

const overdue = (scope: Scope, now: Date): Scope => ({
  name: `${scope.name} late`,
  where: (say) => `${scope.where(say)} AND q.due_at <= ${say(now)}::timestamptz`,
});

function ofStations(me: Actor) {
  const stations = me.posts.filter((held) => held.post === 'village_clerk').map((held) => held.officeCode);
  return ofOffice('q.office_code', ...new Set(stations));
}

/** A letter or claim in words: its kind, what it is about, how it stands. */
function wordsOf(row: LetterRow) {
  const claim = row.what === 'claim';
  return {
    ...row,
    at: claim ? `/priority-claims/${row.id}` : `/objections/${row.id}`,
    kindWord: claim ? claimWord : caseKinds[row.kind as keyof typeof caseKinds].label,
    topicWord: claim ? claimLevels[row.kind as ClaimLevel] : caseTopics[row.topic],
    stateTag: claim ? wordOf(claimWorkflow, row.state) : wordOf(caseWorkflow, row.state),
    place: `${row.town}${row.village}`,
  };
}

const photoOf = (row: BoardPhotoRow) => ({
  ...row,
  title: row.title.replaceAll(titleFrame, ''),
  place: `${row.town}${row.village}`,
  whatWord: boardPhotoLabels.filters.what.choices[row.what],
});
