import { type Actor, dayOf, formatDay, formatShortDay, reaches } from '#kernel';
import { codeSquare } from '#publications';
import { stripOf } from './notice-period.view.js';
import { type ShownNotice, parcelTable, withoutNames } from './notice.view.js';

/**
 * The sheet for the village's board. Staff of the place print it with heads of households in full, as it hangs inside the
 * collective; everybody else gets the masked words (个人信息保护法第三十四条).
 */
export async function boardView(shown: ShownNotice, me: Actor, now: Date, publicUrl: string, authority: string) {
  const { record: notice, publication, period } = shown;
  const inside = reaches(me, notice.officeCode);
  const text = inside ? publication.boardText : shown.archived ? withoutNames(publication.text) : publication.text;
  const until = period ? `${formatShortDay(period.lastDay)} 24:00` : '公示期满';
  const strip = stripOf(shown, dayOf(now));
  return {
    title: text.title,
    number: notice.number ?? '（未编号）',
    version: notice.version,
    text: [text.facts.map((fact) => `${fact.label}：${fact.value}`).join('；') + '。', ...text.paragraphs],
    parcels: parcelTable(text.parcels),
    map: notice.map,
    period: period
      ? `最后一处公示（${formatShortDay(period.start)}）当天不算，从 ${formatShortDay(period.firstDay)}起算 ${period.counted.length} 个工作日，到 ${until} 为止。放假的日子不算。`
      : '村公示栏、屏幕、网站三处都有凭证的第二天起算，不少于 7 个工作日。哪天截止，扫码看，或者问村信息员。',
    strip: strip && { ...strip, key: false },
    how: [
      '一、谁都可以提异议：地界、面积、有没有同意、以前租给过别人，都可以说。写下来或者口头说都行，由村信息员记录。',
      `二、本村集体成员，同样的价钱、期限想自己租，请在${period ? ` ${formatShortDay(period.lastDay)}前` : '公示期内'}书面提出（优先权）。过期没提，就不能再主张。`,
      `三、地点：${notice.village}服务站；${notice.town}交易所公开咨询室。电话：${shown.phone}。`,
    ],
    square: await codeSquare(`${publicUrl}/notices/${notice.id}`, '扫码看全文'),
    authority,
    date: notice.publishedAt === null ? '' : formatDay(dayOf(notice.publishedAt)),
    hash: inside ? publication.boardSha256 : publication.sha256,
  };
}
