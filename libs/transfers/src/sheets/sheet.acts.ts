import { type Actor } from '#kernel';
import { type ActPath, type RecordForm, actTable } from '#platform';
import type { TransferFacts } from '../transfer.facts.js';
import { transferHead as head } from '../transfer.head.js';
import { transferView } from '../views/transfer.view.js';
import { transferWorkflow } from '../transfer.workflow.js';
import { TransferPowersOfAttorney } from './transfer-powers-of-attorney.service.js';
import { type SheetNoun, maySheet, theirs } from './sheet-forms.js';
import {
  ConsentSheetInput,
  IntentSheetInput,
  PowerOfAttorneyFormInput,
  PowerOfAttorneyRevocationInput,
  PowerOfAttorneySheetInput,
} from './sheet.input.js';
import { SheetsService } from './sheets.service.js';

const when =
  (noun: SheetNoun) =>
  (facts: TransferFacts, me: Actor): boolean =>
    maySheet(facts, noun, me);
const powerOfAttorneyText = [
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
    'power-of-attorney-sheet': {
      noun: 'power-of-attorney-sheets',
      was: 'mandate-sheets',
      by: SheetsService,
      asks: PowerOfAttorneySheetInput,
      form: households,
      last: true,
      press: '印出来',
      label: '印委托书',
      hint: '别人代办、代签的，先印委托书，签好再登记。',
      text: powerOfAttorneyText,
      when: when('power-of-attorney-sheets'),
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
    power_of_attorney: {
      noun: 'powers-of-attorney',
      was: 'mandates',
      by: TransferPowersOfAttorney,
      asks: PowerOfAttorneyFormInput,
      form: households,
      last: true,
      label: '登记委托书',
      hint: '签好的委托书扫描登记，到期自动失效。',
      text: powerOfAttorneyText,
      told: 'each',
      when: when('powers-of-attorney'),
      said: '委托书登记好了。',
    },
    'power-of-attorney-revoked': {
      noun: 'power-of-attorney-revocations',
      was: 'mandate-revocations',
      by: TransferPowersOfAttorney,
      asks: PowerOfAttorneyRevocationInput,
      form: letters,
      last: true,
      label: '撤销委托书',
      hint: '委托人随时可以撤销（民法典第173条）。',
      text: ['委托人随时可以撤销（民法典第173条）。'],
      told: 'each',
      when: when('power-of-attorney-revocations'),
      said: '委托书撤销了。',
    },
  },
});

function households(facts: TransferFacts, me: Actor, { household }: ActPath): RecordForm {
  const own = theirs(facts, me).map((each) => [each.householdId, each.householdName]);
  return {
    ...(household ? { values: { householdId: household } } : {}),
    choices: { householdId: Object.fromEntries(own) as Record<string, string> },
  };
}

/** With which of several households it is signed; of one, nobody is asked. */
function intent(facts: TransferFacts): RecordForm {
  const grantors = new Map(facts.parcels.map((parcel) => [parcel.grantorId, parcel.grantorName]));
  const many = facts.record.kind === 'contracted' && grantors.size > 1;
  return {
    choices: { householdId: Object.fromEntries(grantors) },
    ...(many ? {} : { fields: (drawn) => drawn.filter(({ name }) => name !== 'householdId') }),
  };
}

function letters({ powersOfAttorney }: TransferFacts): RecordForm {
  const given = powersOfAttorney.map((each) => [each.id, `${each.principalName}给${each.agentName}`]);
  return { choices: { powerOfAttorneyId: Object.fromEntries(given) as Record<string, string> } };
}
