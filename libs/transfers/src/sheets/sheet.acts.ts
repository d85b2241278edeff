import { type Actor, addDays } from '#kernel';
import { type ActPath, type CaseForm, actTable } from '#platform';
import type { TransferFacts } from '../transfer.facts.js';
import { transferHead as head } from '../transfer.head.js';
import { transferView } from '../views/transfer.view.js';
import { transferWorkflow } from '../transfer.workflow.js';
import { CaseMandates } from './transfer-mandates.service.js';
import { type SheetNoun, maySheet, theirs } from './sheet-forms.js';
import {
  ConsentSheetInput,
  IntentSheetInput,
  MandateFormInput,
  MandateRevocationInput,
  MandateSheetInput,
} from './sheet.input.js';
import { SheetsService } from './sheets.service.js';

const when =
  (noun: SheetNoun) =>
  (facts: TransferFacts, me: Actor): boolean =>
    maySheet(facts, noun, me);
const mandateText = [
  '由别人代签，要有书面委托书，写明委托什么、到哪天。代理人不能是租入的一方（民法典第168条）。',
  '有委托书，共有人也还是要一个一个地同意。',
];

/** Sheets that are printed to be signed, letters a desk gives out, and letters to agents. */
export const sheetActs = actTable('transfers', transferWorkflow, {
  head,
  gives: transferView,
  steps: {},
  helps: {
    'consent-sheet': {
      noun: 'consent-sheets',
      by: SheetsService,
      asks: ConsentSheetInput,
      form: households,
      last: true,
      press: '印出来',
      label: '印共有人同意书',
      hint: '一户一张，列出全部共有人，签字按手印后扫描上传。',
      text: ['一户一张，列出全部共有人，签字按手印后扫描上传。'],
      when: when('consent-sheets'),
    },
    'mandate-sheet': {
      noun: 'mandate-sheets',
      by: SheetsService,
      asks: MandateSheetInput,
      form: households,
      last: true,
      press: '印出来',
      label: '印委托书',
      hint: '别人代办、代签的，先印委托书，签好再登记。',
      text: mandateText,
      when: when('mandate-sheets'),
    },
    'intent-sheet': {
      noun: 'intent-sheets',
      by: SheetsService,
      asks: IntentSheetInput,
      form: intent,
      last: true,
      press: '印出来',
      label: '印意向协议书',
      hint: '报社会资本审批以前，双方先签意向（流转办法第29条）。',
      text: ['报社会资本审批以前，双方先签意向（流转办法第29条）。'],
      when: when('intent-sheets'),
    },
    'release-notice': {
      noun: 'release-notices',
      by: SheetsService,
      last: true,
      label: '出退还通知书',
      hint: '退还已经批准，通知受让方结算的结果。',
      when: when('release-notices'),
    },
    mandate: {
      noun: 'mandates',
      by: CaseMandates,
      asks: MandateFormInput,
      form: households,
      last: true,
      label: '登记委托书',
      hint: '签好的委托书扫描登记，到期自动失效。',
      text: mandateText,
      told: 'each',
      when: when('mandates'),
      said: '委托书登记好了。',
    },
    'mandate-revoked': {
      noun: 'mandate-revocations',
      by: CaseMandates,
      asks: MandateRevocationInput,
      form: letters,
      last: true,
      label: '撤销委托书',
      hint: '委托人随时可以撤销（民法典第173条）。',
      text: ['委托人随时可以撤销（民法典第173条）。'],
      told: 'each',
      when: when('mandate-revocations'),
      said: '委托书撤销了。',
    },
  },
});

function households(facts: TransferFacts, me: Actor, { household }: ActPath): CaseForm {
  const own = theirs(facts, me).map((each) => [each.householdId, each.householdName]);
  return {
    ...(household ? { values: { householdId: household } } : {}),
    choices: { householdId: Object.fromEntries(own) as Record<string, string> },
  };
}

/** With which of several households it is signed; of one, nobody is asked. */
function intent(facts: TransferFacts): CaseForm {
  const grantors = new Map(facts.parcels.map((parcel) => [parcel.grantorId, parcel.grantorName]));
  const many = facts.record.kind === 'contracted' && grantors.size > 1;
  return {
    values: { validUntil: addDays(facts.term.start, -1), exclusive: 'yes' },
    choices: { householdId: Object.fromEntries(grantors) },
    ...(many ? {} : { fields: (drawn) => drawn.filter(({ name }) => name !== 'householdId') }),
  };
}

function letters({ mandates }: TransferFacts): CaseForm {
  const given = mandates.map((each) => [each.id, `${each.principalName}给${each.agentName}`]);
  return { choices: { mandateId: Object.fromEntries(given) as Record<string, string> } };
}
