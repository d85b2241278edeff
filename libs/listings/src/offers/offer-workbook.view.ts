import { type Of, type Reader, pageValue, rowValue, value, view } from '#platform';
import { importStatuses } from '#rights';
import type { OfferWorkbook } from './offer-workbook.entity.js';
import { lineList } from './offer-workbook.list.js';
import { workbookLabels } from './offer-sheet.words.js';

const { fields: labels } = workbookLabels;

const workbookParts = {
  id: value.id(),
  fileName: value.text(labels.fileName),
  officeCode: value.text(labels.office),
  status: value.code(importStatuses, labels.status),
  startedBy: value.text(labels.startedBy),
  startedAt: value.moment(labels.startedAt),
  offered: value.count(labels.rows),
  good: value.count(labels.good),
  bad: value.count(labels.bad),
  drafted: value.count(labels.drafted),
  lots: value.count(labels.lots),
};

/** A village's workbook of offers: how far it is, and what it made or would make. */
export const workbookView = view('OfferWorkbook', workbookParts, workbookLabels.title);
export type OfferWorkbookJson = Of<typeof workbookView>;

/** The same with its rows. */
export const workbookPageView = pageValue(lineList, rowValue(lineList), workbookParts);
export type OfferWorkbookPage = Of<typeof workbookPageView>;

type Sums = Pick<OfferWorkbookJson, 'offered' | 'good' | 'bad' | 'drafted' | 'lots'>;

export async function sumsOf(reader: Reader, id: string): Promise<Sums> {
  const rows: Sums[] = await reader.query(
    `SELECT count(*)::int AS offered, count(*) FILTER (WHERE outcome = 'good')::int AS good, count(*) FILTER (WHERE outcome = 'bad')::int AS bad,
       count(*) FILTER (WHERE outcome = 'drafted')::int AS drafted, count(DISTINCT lot) FILTER (WHERE outcome IN ('good', 'drafted'))::int AS lots
     FROM offer_line WHERE workbook_id = $1`,
    [id],
  );
  return rows[0]!;
}

export const workbookOf = (
  { id, fileName, officeCode, status, startedByName: startedBy, startedAt }: OfferWorkbook,
  sums: Sums,
): OfferWorkbookJson => ({ id, fileName, officeCode, status, startedBy, startedAt, ...sums });
