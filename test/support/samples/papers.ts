import { day, instant } from '#kernel';
import { formOf } from '#platform';
import type { PrintRegister } from '../../../libs/papers/src/paper.view.js';
import { PrintInput, SignedCopyInput } from '../../../libs/papers/src/print.input.js';
import { SealEndInput, SealInput } from '../../../libs/papers/src/seal.input.js';
import type { Seals } from '../../../libs/papers/src/seal.view.js';
import { staff } from './period.js';
import type { PageSample } from './sample.js';

const register: PrintRegister = {
  id: '1',
  kind: 'certificate',
  number: '商农经权（2026）第000139号',
  madeAt: instant('2026-10-28T10:00+08:00'),
  madeBy: '演练发证员',
  original: true,
  voidedAt: null,
  voidReason: null,
  prints: [],
  limit: 3,
  request: null,
  scans: [],
  mayPrint: true,
  mayScan: true,
};
const print: PrintRegister['prints'][number] = {
  copy: 1,
  reason: '',
  at: instant('2026-10-28T10:05+08:00'),
  by: '演练发证员',
  approvedBy: null,
  href: '/papers/1?copy=1',
};
const scanned = { at: instant('2026-10-29T09:00+08:00'), by: '演练发证员' };

const seal: Seals['seals'][number] = {
  id: '1',
  officeCode: '370126000000',
  officeName: '商河县农村产权交易中心',
  foot: '业务专用章',
  validFrom: day('2026-10-01'),
  validTo: null,
  registeredBy: '演练管理员',
};

export const papers: Record<string, PageSample> = {
  'prints/index': {
    ...register,
    prints: [print, { ...print, copy: 2, reason: '卡纸', approvedBy: '演练负责人' }],
    scans: [{ name: '签收件.pdf', href: '/files/1', addedAt: scanned.at, addedBy: scanned.by, sha256: '' }],
    ...{ reason: formOf(PrintInput), scan: formOf(SignedCopyInput) },
    page: staff,
  },
  'prints/waiting': {
    ...register,
    template: 'prints/index',
    prints: [print],
    limit: 1,
    mayPrint: false,
    mayScan: false,
    request: { id: '2', reason: '农户遗失', askedBy: scanned.by, askedAt: scanned.at, mayDecide: true },
    page: staff,
  },
  'seals/index': {
    training: true,
    fields: formOf(SealInput),
    ends: [{ ...seal, fields: formOf(SealEndInput).map((field) => ({ ...field, id: `${field.name}-1` })) }],
    values: { officeCode: '370126000000', officeName: '商河县农村产权交易中心', foot: '业务专用章' },
    seals: [seal, { ...seal, id: '2', foot: '公章', validFrom: day('2020-01-01'), validTo: day('2026-10-01') }],
    page: staff,
  },
};
