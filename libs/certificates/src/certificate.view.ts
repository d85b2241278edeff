import { type Actor, dayOf, formatDay, formatMoment, formatMu, formatTerm, formatYuan } from '#kernel';
import type { CertificateView, Paper } from '#papers';
import { type PaperView, paperView } from '#papers';
import type { EvidenceFile, HistoryLine, FormAct } from '#platform';
import { type Encumbrance, encumbranceStandings } from '#rights';
import { changeKinds } from './certificate-change.entity.js';
import type { CertificateStock } from './certificate-stock.entity.js';
import type { CertificateFacts } from './certificate.facts.js';
import { tagOf, verdictOf } from './certificate.verdict.js';
import { asItStands, changeItems, isChangeItem } from './change-items.js';

/** What the page needs beside the facts. */
export interface CertificateMaterial {
  paper: Paper;
  letters: readonly Paper[];
  prints: readonly { copyNumber: number; reason: string; printedAt: Date; printedBy: string }[];
  files: readonly EvidenceFile[];
  history: readonly HistoryLine[];
  encumbrances: readonly Encumbrance[];
  stock: readonly CertificateStock[];
  acts: readonly FormAct[];
}

/** One certificate for one reader: the JSON of the API and the fields of `certificates/show`. */
export function certificateView(
  facts: CertificateFacts,
  material: CertificateMaterial,
  reader: Actor,
  now: Date,
): object {
  const { record, term } = facts;
  const stands = asItStands(material.paper.view as CertificateView, facts.changes);
  const changed = facts.changes.some((change) => change.kind === 'change');
  const today = dayOf(now);
  const { state, heading, tone } = verdictOf({ state: record.state, term, standing: facts.standing, changed }, today);
  return {
    id: record.id,
    revision: record.revision,
    stateName: record.state,
    verdict: state,
    title: `证书 ${record.number}`,
    number: record.number,
    code: material.paper.code,
    trail: {
      steps: [{ href: '/certificates', label: reader.kind === 'staff' ? '证书' : '我的证书' }],
      here: record.number,
      code: true,
    },
    state: tagOf(record.state, term, today),
    said: { text: heading, tone },
    facts: certificateFacts(facts, stands),
    terms: stands.terms ?? null,
    transfer: `/transfers/${record.transferId}`,
    verify: `/verify/${material.paper.code}`,
    pdf: `/papers/${material.paper.id}`,
    register: reader.kind === 'staff' ? `/papers/${material.paper.id}/prints` : '',
    previous: record.previousId ? `/certificates/${record.previousId}` : '',
    renews: facts.renewal.before ? `/certificates/${facts.renewal.before}` : '',
    renewal: facts.renewal.after ? `/certificates/${facts.renewal.after}` : '',
    next: record.nextId ? `/certificates/${record.nextId}` : '',
    parcels: stands.parcels,
    carried: stands.changes,
    changes: changeLines(facts, material.files, reader),
    encumbrances: material.encumbrances.map(encumbranceLine),
    prints: material.prints.map(printLine),
    stock: material.stock.map(stockLine),
    papers: material.letters.map((paper) => letterLine(paperView(paper))),
    acts: material.acts,
    timeline: material.history
      .filter((line) => !['paper', 'void-paper', 'print'].includes(line.action))
      .map((line) => ({
        title: line.label,
        state: '',
        when: formatMoment(line.moment),
        text: [line.actorPost, line.remark ?? ''].filter(Boolean).join('，'),
      })),
  };
}

const encumbranceLine = (each: CertificateMaterial['encumbrances'][number]): object => ({
  mortgagee: each.mortgageeName,
  amount: `${formatYuan(each.principalFen)} 元`,
  registered: each.registeredOn ?? '',
  state: { label: encumbranceStandings[each.standing], tone: each.standing === 'registered' ? 'act' : '' },
});

const printLine = (print: CertificateMaterial['prints'][number]): object => ({
  copy: print.copyNumber,
  when: formatMoment(print.printedAt),
  by: print.printedBy,
  reason: print.reason || '首次打印',
});

const stockLine = (sheet: CertificateMaterial['stock'][number]): object => ({
  serial: sheet.serial,
  outcome: sheet.outcome === 'used' ? `第 ${sheet.copyNumber ?? 1} 份` : '废了',
  reason: sheet.reason,
  by: sheet.notedBy,
  when: formatMoment(sheet.notedAt),
});

function certificateFacts({ record, term }: CertificateFacts, stands: CertificateView): object[] {
  const lines: [string, string, string][] = [
    ['权利人', stands.holder, ''],
    [stands.holderIdLabel, stands.holderId, ''],
    ['代表人', stands.representative ?? '', ''],
    ['住所', stands.address ?? '', ''],
    ['取得方式', stands.mode, ''],
    ['流转合同', stands.contractNumber, `/transfers/${record.transferId}`],
    ['转出方', stands.transferor, ''],
    ['发包方', stands.issuer, ''],
    ['坐落', stands.location, ''],
    ['面积', `${formatMu(record.areaMu)} 亩，${record.parcelCount} 块`, ''],
    ['期限', formatTerm(term), ''],
    ['用途', stands.use, ''],
    ['价款', stands.price, ''],
    ['不动产登记', stands.realEstate, ''],
    ['发证', `${formatDay(dayOf(record.issuedAt))}，${record.issuedBy}`, ''],
  ];
  return lines.filter(([, value]) => value !== '').map(([label, value, href]) => ({ label, value, href }));
}

function changeLines(facts: CertificateFacts, files: readonly EvidenceFile[], reader: Actor): object[] {
  const known = new Set(files.map((file) => file.id));
  return facts.changes.map((change) => ({
    day: change.day,
    what: isChangeItem(change.item) ? changeItems[change.item].label : changeKinds[change.kind],
    kind: change.kind,
    before: change.before,
    after: change.after,
    reason: change.reason,
    rule: change.rule,
    more: [
      change.announcedOn === null ? '' : `${change.announcedOn} 在${change.announcedAt}公告遗失`,
      change.collectedBy === '' ? '' : `${change.collectedBy}领取`,
    ].filter(Boolean),
    file:
      reader.kind === 'staff' && change.fileId !== null && known.has(change.fileId) ? `/files/${change.fileId}` : '',
    letter: change.paperId === null ? '' : `/papers/${change.paperId}`,
    by: change.handler,
  }));
}

const letterLine = (paper: PaperView): object => ({
  name: paper.title,
  number: paper.number,
  when: paper.madeAtText,
  href: paper.href,
});
