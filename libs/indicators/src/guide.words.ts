import { type Parameters, formatMu, formatYuan } from '#kernel';

interface GuideStep {
  title: string;
  who: string;
  within: string;
  text: string;
}

const days = (count: number): string => `${count} 个工作日`;

/** The path in the reader's words; every limit is the one in force today. */
export function steps(p: Parameters): GuideStep[] {
  return [
    {
      title: '申请',
      who: '您自己，或者村信息员代办',
      within: '',
      text: '手机、村服务站、镇交易所都能填。填一半可以存着，交上去就有案号和查询码。',
    },
    {
      title: '初审',
      who: '镇交易所',
      within: days(p.townReviewWorkingDays),
      text: `材料不齐，一次说全缺什么。您有 ${days(p.correctionWorkingDays)}补，案号不变。`,
    },
    {
      title: '实地看地',
      who: `镇里至少 ${p.surveyorsAtLeast} 个人`,
      within: days(p.surveyWorkingDays),
      text: '量面积、拍照、请四邻确认。',
    },
    {
      title: '县里审核',
      who: '县中心',
      within: days(p.countyReviewWorkingDays),
      text: '给书面意见。不通过，写明理由和条文。',
    },
    {
      title: '公示',
      who: '村公示栏、镇和县的屏幕、本网站',
      within: `满 ${days(p.noticeWorkingDays)}`,
      text: '三处都贴出来的第二天开始算。有异议可以提，本集体的人可以主张优先。',
    },
    {
      title: '签合同',
      who: '双方，在镇交易所',
      within: days(p.signingWorkingDays),
      text: '用示范文本，双方签字、按手印。',
    },
    { title: '向村里备案', who: '镇交易所帮着办', within: days(p.filingWorkingDays), text: '合同报发包方备案。' },
    {
      title: '交风险保障金',
      who: '租地的一方，到镇金融部交',
      within: days(p.depositWorkingDays),
      text: '不是定金。到期验收没有问题，退给您。',
    },
    {
      title: '登记、发证',
      who: '镇里登记，县里发证',
      within: days(p.certificateWorkingDays),
      text: '发《农村土地经营权证书》，扫码能查真假。',
    },
  ];
}

export const materials = [
  {
    title: '转出的一方',
    items: [
      { name: '身份证', note: '户主或者来办的共有人' },
      { name: '承包合同或者承包经营权证', note: '丢了也能办，登记簿里查得到' },
      { name: '每个共有人的同意', note: '本人来、本人登录或者本人签字的纸，一个都不能少' },
      { name: '委托书', note: '由别人代签才要' },
    ],
  },
  {
    title: '租入的一方',
    items: [
      { name: '身份证或者营业执照', note: '' },
      { name: '能种好地的说明', note: '种过多少地、有什么机械、几个人' },
      { name: '双方谈好的意向书', note: '有就带' },
      { name: '政府审批', note: '合作社、企业、本集体以外的个人（种粮大户也一样），面积大才要' },
    ],
  },
  {
    title: '集体没有发包的地',
    items: [
      { name: '会议记录', note: '应到多少人、到了多少人、同意多少人' },
      { name: '乡镇人民政府的批准', note: '租给本集体以外的人才要' },
    ],
  },
];

export function costs(p: Parameters): string[] {
  return [
    '申请、公示、发证、查询都不收钱。',
    `风险保障金：一年租金的 ${p.riskDepositPercent}%，最少 ${formatYuan(p.riskDepositMinimumFen)} 元；不超过 ${formatMu(p.riskDepositWaivedUpToMu)} 亩或者不超过 ${p.riskDepositWaivedUpToMonths} 个月的免交。到期退。`,
    '租金归承包的农户，谁也不能扣（承包法第三十九条）。',
  ];
}

export function questions(p: Parameters): { ask: string; answer: string[]; href?: string }[] {
  return [
    {
      ask: '我不会用手机，怎么办？',
      answer: ['带身份证到村服务站。信息员帮您填，念给您听，您点头再交，旁边有人见证。密码谁也不用给。'],
    },
    {
      ask: '能入股、能转包吗？',
      answer: [
        '出租给谁都行；转包只在本集体成员之间。',
        '入股要用另一份示范合同（GF-2021-2607），平台还没有做好，现在不办。已经入股的，登记不变。',
      ],
    },
    {
      ask: '最长能租几年？',
      answer: [
        '不能超过承包合同剩下的年头（承包法第三十八条）。填的时候会告诉您到哪一天。',
        `超过 ${p.longTermWarnYears} 年的，会提醒您。`,
      ],
    },
    { ask: '地租出去了，还是我家的吗？', answer: ['是。承包权还是您家的，租的只是这几年种地的权利。'] },
    {
      ask: '租来的地能盖房、挖塘吗？',
      answer: ['不能。不能改农业用途；永久基本农田也不能种果树、挖塘（土地管理法第三十七条）。'],
    },
    {
      ask: '村里人想租，有优先吗？',
      answer: ['有。价钱、年限这些一样的，本集体的人优先，要在公示期里说（承包法第三十八条）。'],
      href: '/guide/priority',
    },
    {
      ask: '租期到了，怎么续？',
      answer: [
        `到期前 ${p.renewalOpensDays} 天起申请，同等条件下原来租的人优先（流转办法第十条）。不续的，把地交还，再退风险保障金。`,
      ],
      href: '/guide/renewal',
    },
    {
      ask: '谁能租，有年纪限制吗？',
      answer: [`个人要满 ${p.ageMin} 周岁；超过 ${p.ageMax} 周岁，要有担保人签字，或者由家里人申请。`],
    },
    {
      ask: '不同意公示里写的，怎么办？',
      answer: ['公示期里打开那份公示，按“提异议”。也可以到村服务站、镇交易所说。有答复以前不往下办。'],
    },
  ];
}

export const basis = [
  '农村土地承包法第三十六条至第四十七条、第五十二条',
  '农村土地经营权流转管理办法（2021年农业农村部令第1号）',
  '民法典第三百三十九条至第三百四十二条',
  '土地管理法第三十七条、粮食安全保障法第十三条',
  '商河县农村土地经营权流转公布流程',
];
