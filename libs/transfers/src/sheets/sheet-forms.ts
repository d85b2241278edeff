import { type Actor, addDays, holds, inPhase } from '#kernel';
import { mandatePowers } from '#parties';
import { type FormField, field } from '#platform';
import { isTheirs } from '../page/consent-sections.view.js';
import type { CollectiveForm } from '../collective/collective-forms.js';
import type { TransferFacts } from '../transfer.facts.js';
import { transferWorkflow } from '../transfer.workflow.js';

/** Sheets that are printed to be signed, and letters a desk gives out, each by its noun under the case. */
export const sheetNouns = {
  'consent-sheets': '印共有人同意书',
  'mandate-sheets': '印委托书',
  'intent-sheets': '印意向协议书',
  'release-notices': '出退还通知书',
  mandates: '登记委托书',
  'mandate-revocations': '撤销委托书',
} as const;
export type SheetNoun = keyof typeof sheetNouns;

export const isSheet = (noun: string): noun is SheetNoun => Object.hasOwn(sheetNouns, noun);

const hints: Readonly<Record<SheetNoun, string>> = {
  'consent-sheets': '一户一张，列出全部共有人，签字按手印后扫描上传。',
  'mandate-sheets': '别人代办、代签的，先印委托书，签好再登记。',
  'intent-sheets': '报社会资本审批以前，双方先签意向（流转办法第29条）。',
  'release-notices': '退还已经批准，通知受让方结算的结果。',
  mandates: '签好的委托书扫描登记，到期自动失效。',
  'mandate-revocations': '委托人随时可以撤销（民法典第173条）。',
};

/** Households whose own papers this reader may have printed. */
const theirs = (facts: TransferFacts, me: Actor): TransferFacts['consents'] =>
  facts.consents.filter((each) => isTheirs(each, me));

/** Whether this reader may have this sheet now. */
export function maySheet(facts: TransferFacts, noun: SheetNoun, me: Actor): boolean {
  const { state } = facts.record;
  const counter =
    me.kind === 'staff' && (me.assisting !== null || holds(me, 'town_clerk', 'town_trade', 'village_clerk'));
  const [party, own] = [counter || (me.kind !== 'staff' && facts.belongsTo(me)), theirs(facts, me).length > 0];
  switch (noun) {
    case 'consent-sheets':
      return party && own && inPhase(transferWorkflow, state, 'writing', 'town');
    case 'intent-sheets':
      return party && facts.record.renewsId === null && inPhase(transferWorkflow, state, 'writing', 'town', 'review');
    case 'mandate-sheets':
    case 'mandates':
      return party && own && inPhase(transferWorkflow, state, 'writing', 'town', 'review', 'notice', 'signing');
    case 'mandate-revocations':
      return (
        party && facts.mandates.some((each) => theirs(facts, me).some((one) => one.householdId === each.principalId))
      );
    case 'release-notices':
      return holds(me, 'town_finance') && ['releasing', 'released'].includes(facts.deposit?.state ?? '');
  }
}

/** The acts of the case page that print or register a sheet. */
export function sheetActs(facts: TransferFacts, me: Actor): { noun: SheetNoun; label: string; hint: string }[] {
  return (Object.keys(sheetNouns) as SheetNoun[])
    .filter((noun) => maySheet(facts, noun, me))
    .map((noun) => ({ noun, label: sheetNouns[noun], hint: hints[noun] }));
}

const householdField = (facts: TransferFacts, me: Actor): FormField =>
  field.select(
    'householdId',
    '哪一户',
    Object.fromEntries(theirs(facts, me).map((each) => [each.householdId, each.householdName])),
  );

/** What a letter to an agent says; with its scan where it is registered, without where it is to be printed. */
export function mandateFields(household: FormField, signed: boolean): FormField[] {
  const scan = field.file('file', '委托书', '签字、按手印的，照片或 PDF');
  return [
    household,
    field.text('agentName', '代理人姓名'),
    field.text('agentIdNumber', '代理人身份证号', '18 位，只用来核对身份'),
    field.select('powers', '委托他做什么', mandatePowers),
    field.date('validTo', '委托到哪天'),
    field.text('witness', '见证人（可不填）'),
    field.check('readAloud', '已经念给委托人听'),
    ...(signed ? [scan] : []),
  ];
}

export const mandateWords: readonly string[] = [
  '由别人代签，要有书面委托书，写明委托什么、到哪天。代理人不能是租入的一方（民法典第168条）。',
  '有委托书，共有人也还是要一个一个地同意。',
];

/** The form behind a noun; the caller has asked `maySheet`. */
export function sheetForm(facts: TransferFacts, noun: SheetNoun, me: Actor): CollectiveForm {
  const plain = { title: sheetNouns[noun], text: [hints[noun]], label: sheetNouns[noun], values: {} };
  switch (noun) {
    case 'consent-sheets':
      return { ...plain, label: '印出来', fields: [householdField(facts, me)] };
    case 'mandate-sheets':
      return { ...plain, label: '印出来', text: mandateWords, fields: mandateFields(householdField(facts, me), false) };
    case 'mandates':
      return { ...plain, text: mandateWords, fields: mandateFields(householdField(facts, me), true) };
    case 'intent-sheets':
      return {
        ...plain,
        label: '印出来',
        fields: [
          ...(facts.record.kind === 'contracted' && facts.consents.length > 1 ? [grantorField(facts)] : []),
          field.date('validUntil', '意向有效到哪天', '最晚到流转开始的前一天'),
          field.check('exclusive', '有效期内不和别人谈同一块地'),
        ],
        values: { validUntil: addDays(facts.term.start, -1), exclusive: 'yes' },
      };
    case 'mandate-revocations':
      return {
        ...plain,
        fields: [
          field.select('mandateId', '哪一份', Object.fromEntries(facts.mandates.map((each) => [each.id, `${each.principalName}给${each.agentName}`]))),
          field.text('reason', '为什么撤销'),
        ],
      }; // prettier-ignore
    case 'release-notices':
      return { ...plain, fields: [] };
  }
}

function grantorField(facts: TransferFacts): FormField {
  const grantors = new Map(facts.parcels.map((parcel) => [parcel.grantorId, parcel.grantorName]));
  return field.select('householdId', '和哪一户签', Object.fromEntries(grantors));
}
