import type { Parameters } from '#kernel';

interface Topic {
  title: string;
  lead: string;
  sections: (parameters: Parameters) => { title: string; text: string[]; list: string[] }[];
  way: { href: string; label: string };
}

/** Pages below the guide, one for each thing that people ask most. */
export const topics: Readonly<Record<string, Topic | undefined>> = {
  assistance: {
    title: '没有智能手机，找人代办',
    lead: '带身份证到村服务站，找村信息员。镇交易所也行。',
    way: { href: '/offices', label: '看看到哪里办' },
    sections: (p) => [
      {
        title: '怎么代办',
        text: [],
        list: [
          '信息员读您的身份证，核对是本人。',
          '旁边有一个人见证，不能是经办的人。',
          '信息员把要交的内容念给您听，您点头再交。',
          `您走了就退出；${p.assistedSessionMinutes} 分钟没有动，系统自己退出。`,
          '办完给您一张大字回执，上面有案号和查询码。',
        ],
      },
      {
        title: '谁也不能替您做的',
        text: [
          '同意转出，要共有人一个一个地来说。村里不能替几个人一次同意（流转办法第八条）。',
          '不要把密码告诉任何人，信息员也不会问您要。',
        ],
        list: [],
      },
    ],
  },
  priority: {
    title: '本集体的人优先',
    lead: '价钱、年限、付款、用途都一样的，本集体经济组织的成员优先租。',
    way: { href: '/notices', label: '看正在公示的' },
    sections: (p) => [
      {
        title: '怎么主张',
        text: [
          `公示满 ${p.noticeWorkingDays} 个工作日以前，打开那份公示，按“我要优先租”，写上愿意按同样条件租。`,
          '公示期里没有说的，就不能再说（承包纠纷解释第十一条）。',
        ],
        list: [],
      },
      {
        title: '说了以后',
        text: [
          `镇里核对您是不是本集体的人，${p.priorityAnswerWorkingDays} 个工作日内答复。`,
          '几个人都主张的，由转出的农户从成立的主张里选一位，签字；不竞价。',
        ],
        list: [],
      },
    ],
  },
  renewal: {
    title: '租期快到了：续，还是还',
    lead: '流转到期，受让方在同等条件下优先续约（流转办法第十条）；续不续、什么价，由转出的人定。',
    way: { href: '/follow', label: '查我的案件' },
    sections: (p) => [
      {
        title: '要续的',
        text: [],
        list: [
          `到期前 ${p.renewalOpensDays} 天起可以申请：受让方登录打开案件，按“申请续期”；也可以到村服务站、镇交易所。`,
          `到期前 ${p.expiryReminderDays} 天，平台给双方出具到期提醒书；合同一般写着提前 ${p.renewalRequestDays} 天书面提出。`,
          '从到期的次日起算，不能超过承包合同剩下的年头（承包法第三十八条）。',
          '转出的人家里共有人重新签同意书，集体的地重新决议；照样调查、审核、公示、签合同、交风险保障金。',
          '续期办好，发新证书；旧证书到期失效，查旧证书会指到新的。',
        ],
      },
      {
        title: '不续的',
        text: [],
        list: [
          '到期以后把地交还，恢复能种的样子；有没收的庄稼，收完或者下一季播种前交还（承包纠纷解释第十六条）。',
          '转出的人收回、看过，镇交易所登记交还，风险保障金就退。',
        ],
      },
    ],
  },
  figures: {
    title: '平台的数怎么算的',
    lead: '每个数都是从办件记录里数出来的，没有人填。',
    way: { href: '/', label: '回首页' },
    sections: (p) => [
      {
        title: '四个数',
        text: [],
        list: [
          '正在公示：已经发布、还能提异议的公示，等凭证的也算。',
          `近一个月县级审核按时：最近 30 天审完的，在 ${p.countyReviewWorkingDays} 个工作日内审完的占多少。退回、不通过的也算审完。`,
          '近一个月审结：最近 30 天县里审完的件数，一件审两轮算两次。',
          '有效的经营权：已经登记、没有到期也没有终止的，再流转的不重复算。',
        ],
      },
    ],
  },
};
