import { type Actor, holds, inPhase, reaches, speaksFor } from '#kernel';
import { type FormAct, field, formAct } from '#platform';
import { type VenueKind, venueKinds } from '#publications';
import type { ShownNotice } from './notice.view.js';
import { isDown, isOpenNotice, mayExtend, noticeWorkflow } from './notice.workflow.js';

/** What this reader may do with a notice. */
export function actsOf(shown: ShownNotice, me: Actor, now: Date): FormAct[] {
  const { notice, gathered } = shown;
  const base = `/notices/${notice.id}`;
  const over = gathered.facts.overAt !== null && gathered.facts.overAt <= now;
  const open = isOpenNotice(notice) && !over;
  const acts: FormAct[] = [];
  if (open) {
    acts.push(
      formAct({
        action: 'object',
        label: '我有异议',
        href: `${base}/objections/new`,
        method: 'get',
        hint: '谁都可以提。写清哪块地、哪里不对，有凭证更好。',
      }),
    );
    acts.push(claimAct(base, notice.village, me));
  } else if (inPhase(noticeWorkflow, notice.state, 'open', 'closed')) {
    acts.push(
      formAct({
        action: 'object',
        label: '我要反映问题',
        href: `${base}/objections/new`,
        method: 'get',
        tone: 'quiet',
        hint: '公示期已过，按投诉受理，照样查。',
      }),
    );
  }
  const atVenue = gathered.postings.some((posting) => posting.kind !== 'website' && reaches(me, posting.officeCode));
  if (atVenue && mayExtend(notice)) {
    acts.push(
      formAct({
        action: 'dark',
        label: '报告公示中断',
        href: `${base}/dark-intervals/new`,
        method: 'get',
        tone: 'quiet',
        hint: '屏幕黑了，公示栏被撕了。',
      }),
    );
  }
  return [...acts, ...venueActs(shown, me), ...periodActs(shown, me), ...countyActs(shown, me)];
}

function claimAct(base: string, village: string, me: Actor): FormAct {
  const known = speaksFor(me) !== null || me.kind === 'staff';
  const way = { href: `/sign-in?next=${encodeURIComponent(`${base}/priority-claims/new`)}`, label: '登录后再看' };
  const text = `您还没有登录。只有${village}集体的成员可以主张优先（同等价款、期限）。`;
  return formAct({
    action: 'claim',
    label: '我要优先租',
    href: `${base}/priority-claims/new`,
    method: 'get',
    enabled: known,
    blockers: known ? [] : [{ text, way, article: '农村土地承包法第三十八条第五项' }],
  });
}

function venueActs({ notice, gathered }: ShownNotice, me: Actor): FormAct[] {
  return gathered.postings
    .filter((posting) => posting.kind === 'village_board' && posting.provenAt === null && notice.publishedAt !== null)
    .filter((posting) => reaches(me, posting.officeCode, 'village_clerk'))
    .map((posting) =>
      formAct({
        action: `prove-${posting.officeCode}`,
        label: '传公示栏照片',
        href: `/notices/${notice.id}/venues/village_board/proof`,
        hint: '要看得清整张纸和公示栏。',
        multipart: true,
        fields: [
          field.hidden('place', posting.officeCode),
          field.file('photo', '照片', '当场拍', { id: `photo-${posting.officeCode}`, accept: 'image/*' }),
        ],
      }),
    );
}

/** 起止告示：printed at the station, hung beside the sheet, and photographed there. */
function periodActs({ notice, periodSheet, gathered }: ShownNotice, me: Actor): FormAct[] {
  const own = gathered.postings.some(
    ({ kind, officeCode }) => kind === 'village_board' && reaches(me, officeCode, 'village_clerk'),
  );
  if (periodSheet === null || !own || notice.state !== 'running') return [];
  const print = formAct({
    action: 'period-sheet',
    label: '打印公示起止告示',
    href: `/papers/${periodSheet.paperId}`,
    method: 'get',
    tone: 'quiet',
    hint: '贴在公示单旁边。',
  });
  if (periodSheet.posted) return [print];
  const photo = formAct({
    action: 'prove-period',
    label: '传起止告示照片',
    href: `/notices/${notice.id}/period-sheet`,
    hint: '贴好拍一张，要看得清两张纸。',
    multipart: true,
    fields: [field.file('photo', '照片', '当场拍', { id: 'photo-period', accept: 'image/*' })],
  });
  return [print, photo];
}

function countyActs({ notice, dark }: ShownNotice, me: Actor): FormAct[] {
  const base = `/notices/${notice.id}`;
  if (!holds(me, 'county_reviewer', 'county_information', 'county_director') || notice.publishedAt === null) return [];
  const confirmations = dark
    .filter((span) => span.confirmedAt === null && mayExtend(notice))
    .map((span) =>
      formAct({
        action: `dark-${span.id}`,
        label: `确认中断：${venueKinds[span.kind as VenueKind]}`,
        href: `${base}/dark-intervals/${span.id}/confirmation`,
        hint: `${span.reason}，报告人 ${span.reportedBy}`,
        tone: 'quiet',
      }),
    );
  if (isDown(notice)) return confirmations;
  const correct = formAct({
    action: 'erratum',
    label: '更正错字',
    href: `${base}/errata`,
    tone: 'quiet',
    hint: '不改条件、不重新公示。',
    fields: [field.text('wrong', '写错的字'), field.text('right', '应该是'), field.text('reason', '怎么错的')],
  });
  return [...confirmations, correct];
}
