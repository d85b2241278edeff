import { formOf } from '#platform';
import { SignIn } from '../../../libs/platform/src/access/access.input.js';
import { item } from './parts.js';
import type { PageSample } from './sample.js';

export const front: Record<string, PageSample> = {
  'home/show': {
    title: '首页',
    lead: '在村里申请，镇里核地，县里 1 个工作日审完，公示满 7 个工作日，发证。每一步都能在这里查到。',
    today: '今天 10 月 12 日：正在公示 17 宗，在办 93 宗，已发证 138 本。',
    chips: [
      { href: '/notices?kind=household', label: '农户承包地' },
      { href: '/notices?band=50', label: '50 亩以上' },
    ],
    lots: [
      ['4', 'notice', '殷巷镇 李家桥村', '120.00 亩，公示第 4 天'],
      ['2', 'list', '沙河镇', '46.20 亩'],
      ['3', 'notice', '怀仁镇 马家村', '86.40 亩'],
      ['3', 'list', '郑路镇 黄岭村', '58.75 亩'],
    ].map(([w, kind, title, text]) => ({ w, kind, href: '/notices/1', title, text })),
    doors: [
      ['转', '转出土地', '农户、集体'],
      ['查', '办到哪了', '凭编号查'],
      ['证', '查证书', '扫码、输码'],
      ['异', '提异议', '公示期内'],
      ['优', '优先租', '本村成员'],
      ['算', '算工作日', '哪天截止'],
      ['指', '办事指南', '要带什么'],
      ['问', '找人代办', '到村服务站'],
    ].map(([glyph, title, text]) => ({ href: '/guide', glyph, title, text })),
    running: [item, item, item],
    runningText: '全部 17 宗',
    issued: [
      { href: '', title: '殷巷镇李家桥村 120.00 亩', text: '禾野种植专业合作社，到 2032-10-31', when: '10月28日 发证' },
    ],
    figures: [
      { label: '累计发证', value: '138', unit: '本', tone: '' },
      { label: '县级审核按时', value: '98.6', unit: '%', tone: '' },
    ],
    figuresHref: '',
    towns: ['许商街道', '殷巷镇', '怀仁镇'].map((name) => ({ href: '/notices', name, count: 3 })),
  },
  'sign-in/new': {
    fields: formOf(SignIn),
    next: '/desk',
    page: { form: { values: { login: 'x' }, errors: [{ field: 'password', detail: '账号或密码不对。' }] } },
    accounts: [
      { role: '县中心审核岗', name: '于＊＊', login: 'county.review', password: 'training', code: '' },
      { role: '李家桥村信息员', name: '高＊＊', login: 'village.clerk', password: 'training', code: '' },
    ],
  },
};
