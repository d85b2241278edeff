import { type ActHead, doneView, recordActs } from '#platform';
import { householdPosts } from '../household/household.acts.js';
import { BodyDesk, type BodyFacts } from './body-desk.service.js';
import { BodyCodeInput } from './body.input.js';

/** What is put right of a body in the register, with its licence as proof. */
export const bodyActs = recordActs('register/bodies', 'body', {
  readers: householdPosts,
  head,
  gives: doneView,
  helps: {
    code: {
      ...{ noun: 'credit-code', by: BodyDesk, asks: BodyCodeInput, label: '改统一社会信用代码', press: '改好' },
      text: ['照登记证、营业执照的原件改，原件拍照上传。改以前的代码留在记录里。'],
      form: ({ record }: BodyFacts) => ({ values: { creditCode: record.creditCode ?? '' } }),
      said: '改好了。',
    },
  },
});

function head({ record }: BodyFacts): ActHead {
  const href = `/register/bodies/${record.id}`;
  return {
    trail: { href, label: record.name },
    facts: [{ label: '登记的代码', value: record.creditCode ?? record.oldCode ?? '没有', href: '' }],
    back: { href, label: '回这个单位' },
  };
}
