import { type Actor, addDays, formatDay, formatYuan, termOfYears, termYears } from '#kernel';
import { type FormField, field, generalProblems } from '#platform';
import { defectFields } from './act-forms.js';
import { fileKinds } from './case-materials.view.js';
import { hasSaidYes, householdName, isTheirs } from './consent-sections.view.js';
import { consentFields, consentText, withdrawalFields } from '../papers/consent.words.js';
import { contractsEnd } from '../endings/renewal.rules.js';
import { type TransferFacts, consentsOpen } from '../transfer.facts.js';
import { transferProblems } from '../transfer.problems.js';
import type { TransferAction } from '../transfer.workflow.js';

/** What a page asks for before an act. */
export interface Asked {
  title: string;
  text: readonly string[];
  warning: string;
  label: string;
  tone: string;
  fields: readonly FormField[];
  multipart: boolean;
  values: Record<string, unknown>;
}

/** Some forms depend on the case: among which claims is chosen, whether the county returns it. */
export function fieldsOf(
  action: TransferAction,
  facts: TransferFacts,
  fields: readonly FormField[],
): readonly FormField[] {
  if (action === 'yield') return [claimants(facts), ...fields];
  if (action === 'return') return defectFields(facts.record.state === 'county_review');
  return fields;
}

/** 由转出方选定：every claim that stands. */
function claimants({ notice }: TransferFacts): FormField {
  const claims = (notice?.claims ?? []).map(({ id, name, number }): [string, string] => [id, `${name}（${number}）`]);
  return field.select('claimId', '转出方选了谁', Object.fromEntries(claims), '都是条件相同、已经成立的主张');
}

export function renewalText({ term, ...facts }: TransferFacts): string {
  const last = contractsEnd(facts);
  const latest = last === null ? '' : `；登记的承包期最早到${formatDay(last)}，最晚续到这一天`;
  return `原流转${formatDay(term.end)}到期，续期从${formatDay(addDays(term.end, 1))}起${latest}。`;
}

/** 同等条件：what the form of a renewal holds before anything is typed. */
export function renewalValues({ record, term, ...facts }: TransferFacts): Record<string, unknown> {
  const years = termYears(term);
  const same = years > 0 ? termOfYears(addDays(term.end, 1), years).end : term.end;
  const last = contractsEnd(facts);
  return {
    end: last !== null && last < same ? last : same,
    priceYuan: formatYuan(record.priceFen).replaceAll(',', ''),
  };
}

/** The mortgagee's written consent to this very case (民法典第406条). */
export function mortgagees(facts: TransferFacts): Asked {
  const missing = facts.land.mortgages.filter((each) => !each.consented);
  if (missing.length === 0) throw generalProblems.notFound();
  return {
    title: '抵押权人书面同意',
    text: ['抵押的地流转、抵押的权利终止，要抵押权人书面同意（民法典第406条）。一笔抵押一份同意。'],
    warning: '',
    label: '记下同意',
    tone: '',
    fields: [
      {
        kind: 'select',
        id: 'encumbranceId',
        name: 'encumbranceId',
        label: '哪一笔抵押',
        hint: '',
        options: missing.map((each) => ({ value: each.id, label: each.mortgageeName })),
      },
      { kind: 'date', id: 'givenOn', name: 'givenOn', label: '哪天同意的', hint: '' },
      {
        kind: 'file',
        id: 'file',
        name: 'file',
        label: '盖章的同意书',
        hint: '照片或 PDF',
        accept: 'image/*,application/pdf',
        many: false,
        camera: false,
      },
    ],
    multipart: true,
    values: {},
  };
}

export function files(): Asked {
  const options = Object.entries(fileKinds).map(([value, label]) => ({ value, label }));
  const fields: FormField[] = [
    { kind: 'select', id: 'kind', name: 'kind', label: '是什么材料', hint: '', options },
    {
      kind: 'file',
      id: 'file',
      name: 'file',
      label: '照片或扫描件',
      hint: 'JPG、PNG 或 PDF',
      accept: 'image/*,application/pdf',
      many: true,
      camera: false,
    },
  ];
  return {
    title: '上传材料',
    text: ['材料传上来就不能改，只能再传一份新的。'],
    warning: '',
    label: '上传',
    tone: '',
    fields,
    multipart: true,
    values: {},
  };
}

export function consents(facts: TransferFacts, household: string | null, me: Actor): Asked {
  const own = facts.consents.filter((each) => isTheirs(each, me));
  const chosen = own.find((each) => each.householdId === household) ?? own[0];
  if (!chosen) throw generalProblems.notFound();
  return {
    title: `${householdName(chosen, me)}：共有人同意`,
    text: ['同意要一个人一个人地给，村里不能替他们一次同意。', consentText(facts, chosen.householdId)],
    warning: '',
    label: '记下同意',
    tone: '',
    fields: consentFields(chosen),
    multipart: true,
    values: {},
  };
}

/** 合同签订以前可以撤回；签了以后，合同对双方有约束力（民法典第119、465条），不能再靠撤回同意退出。 */
export function withdrawals(facts: TransferFacts, household: string | null, me: Actor): Asked {
  const own = facts.consents.filter((each) => isTheirs(each, me) && each.members.some(hasSaidYes));
  const chosen = own.filter((each) => household === null || each.householdId === household);
  const [first] = chosen;
  if (!first) throw generalProblems.notFound();
  if (!consentsOpen(facts)) throw transferProblems.consentBinds();
  return {
    title: chosen.length === 1 ? `${householdName(first, me)}：撤回同意` : '共有人撤回同意',
    text: [
      '签合同以前，给过的同意随时可以撤回，一次撤一个人的。撤回以后本案往下办不了，除非重新同意；原来的同意和撤回都留在案卷里。',
      '合同签了以后不能再撤回同意：合同对双方都有约束力，有争议的走协商、调解、仲裁或者法院（承包法第55条）。',
    ],
    warning: '',
    label: '记下撤回',
    tone: 'grave',
    fields: withdrawalFields(chosen),
    multipart: true,
    values: {},
  };
}
