import { formOf } from '#platform';
import { PrintInput, SignedCopyInput } from '../../../libs/papers/src/print.input.js';
import { SealEndInput, SealInput } from '../../../libs/papers/src/seal.input.js';
import { staff } from './period.js';
import type { PageSample } from './sample.js';

const paper = {
  id: '1',
  title: '农村土地经营权证书',
  number: '商农经权（2026）第000139号',
  madeAtText: '10月28日（周三）10:00',
  madeBy: '演练发证员',
  void: false,
  voidReason: '',
};
const print = {
  copy: 1,
  reason: '首次打印',
  atText: '10月28日（周三）10:05',
  by: '演练发证员',
  approvedBy: '',
  href: '/papers/1?copy=1',
};

export const papers: Record<string, PageSample> = {
  'prints/index': {
    title: '农村土地经营权证书打印登记',
    paper,
    prints: [print, { ...print, copy: 2, reason: '卡纸', approvedBy: '演练负责人' }],
    limit: 3,
    first: false,
    beyond: false,
    original: true,
    mayPrint: true,
    mayScan: true,
    ...{ reason: formOf(PrintInput), scan: formOf(SignedCopyInput) },
    scans: [{ name: '签收件.pdf', href: '/files/1', atText: '10月29日（周四）09:00', by: '演练发证员' }],
    request: null,
    page: staff,
  },
  'prints/waiting': {
    template: 'prints/index',
    title: '农村土地经营权证书打印登记',
    paper: { ...paper, void: false },
    prints: [print],
    limit: 1,
    first: false,
    beyond: true,
    original: true,
    mayPrint: false,
    mayScan: false,
    scans: [],
    request: {
      id: '2',
      reason: '农户遗失',
      askedBy: '演练发证员',
      askedAtText: '10月29日（周四）09:00',
      mayDecide: true,
    },
    page: staff,
  },
  'seals/index': {
    title: '印章登记',
    training: true,
    fields: formOf(SealInput),
    ends: [{ id: '1', officeName: '商河县农村产权交易中心', foot: '业务专用章', fields: formOf(SealEndInput) }].map(
      (end) => ({
        ...end,
        fields: end.fields.map((field) => ({ ...field, id: `${field.name}-1` })),
      }),
    ),
    values: { officeCode: '370126000000', officeName: '商河县农村产权交易中心', foot: '业务专用章' },
    seals: [
      {
        id: '1',
        officeCode: '370126000000',
        officeName: '商河县农村产权交易中心',
        foot: '业务专用章',
        from: '2026年10月1日',
        to: '',
        registeredBy: '演练管理员',
        open: true,
      },
      {
        id: '2',
        officeCode: '370126000000',
        officeName: '商河县农村产权交易中心',
        foot: '公章',
        from: '2020年1月1日',
        to: '2026年10月1日',
        registeredBy: '演练管理员',
        open: false,
      },
    ],
    page: staff,
  },
};
