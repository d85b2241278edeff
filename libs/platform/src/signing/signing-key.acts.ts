import type { ActHead } from '../acts/act-table.js';
import { recordActs } from '../acts/declared-acts.js';
import { doneView } from '../views/shared.view.js';
import { SigningKeyRotation } from './signing-key-rotation.service.js';
import { RotationInput } from './signing-key.input.js';

const back = { href: '/signing-keys', label: '签名密钥' };

/** What the administrator does with the keys by which the exchange signs. */
export const signingKeyActs = recordActs('signing-keys', 'signing_key', {
  named: null,
  readers: ['county_administrator'],
  gives: doneView,
  head: (): ActHead => ({ trail: back, facts: [], back }),
  helps: {
    rotate: {
      ...{ noun: 'rotations', by: SigningKeyRotation, asks: RotationInput, fresh: true },
      ...{ label: '提前换签名密钥', press: '换密钥', said: '换好了，十秒以后用新的密钥签名。' },
      confirm: '原来的密钥不再签名；它签过的，仍用原来的公钥核对。',
    },
  },
});
