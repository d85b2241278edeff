import { barringStates } from './barring-states.workflow.js';

export const barringWork = '违约禁入';
/** How it stands, where its party begins its day. */
export const barringSaid = (state: string): string => `${barringWork}：${state}`;

/** Where an appeal says the decision is wrong. */
export const barringAppealTopics = { bar_fact: '事实不对', bar_length: '时间太长', procedure: '程序' } as const;
export const barringAppealOutcomes = { bar_lifted: '成立，解除禁入', bar_kept: '不成立，维持决定' } as const;

export const barringLines = { proposed: '拟作禁入，书面告知' } as const;

/** What the document calls the parts of a bar. */
export const barringParts = {
  title: '违约禁入',
  number: '告知书编号',
  state: '到哪一步',
  party: '谁',
  interest: '哪一次报名',
  lot: '哪一宗挂牌',
  place: '镇街、村',
  reason: '怎么违约的',
  rule: '依据',
  months: '县里定的几个月',
  proposedUntil: '告知书写的最后一天',
  answerBy: '最晚陈述、申辩',
  answer: '陈述、申辩',
  answeredAt: '什么时候说的',
  decisionNumber: '决定书编号',
  findings: '查明的情况、对申辩的意见',
  fromDay: '从哪天',
  untilDay: '最后一天',
  endedReason: '为什么不予禁入、解除',
  papers: '文书',
  paper: '叫什么',
  paperNumber: '文书编号',
  files: '凭证',
  appeals: '复核',
} as const;

/** Words of the list. */
export const barringLabels = {
  title: '违约禁入',
  search: '编号、谁、挂牌编号',
  fields: {
    number: '告知书编号',
    party: '谁',
    state: '到哪一步',
    lotNumber: '挂牌编号',
    place: '镇街、村',
    fromDay: '从哪天',
    untilDay: '最后一天',
    proposedAt: '告知',
  },
  filters: {
    state: {
      label: '到哪一步',
      choices: {
        '': '全部',
        ...(Object.fromEntries(Object.entries(barringStates).map(([state, { label }]) => [state, label])) as Record<
          keyof typeof barringStates,
          string
        >),
      },
    },
  },
  sorts: { newest: '最近告知的在前', ending: '快期满的在前' },
} as const;
