import { type Day, type FieldError, formatDay, problem } from '#kernel';
import { refuses } from '#platform';

export const barringProblems = {
  notFound: problem('barring-not-found', 404, '没有这一件'),
  twice: problem('barring-twice', 409, '这一方已经有一件禁入', '办着的先办完；在禁入期里的，期满、解除以后才能再提。'),
  noDefault: problem(
    'barring-no-default',
    409,
    '这次报名没有违约的事',
    '交了保证金、可以参加以后退出的，挂牌或者成交没有办成的，才能拟作禁入。',
  ),
  days: problem('barring-days', 422, '最后一天要在开始那天以后', '', 'untilDay'),
  appealedTwice: problem('barring-appealed-twice', 409, '这一件已经申请过复核', '一件只复核一次。'),
};

const fault = (detail: string): FieldError => ({ pointer: '#/untilDay', detail });

/** What is wrong with the days of a bar. */
export const barringFaults = {
  noneSet: (): FieldError => fault('县里没有定禁入多长时间（平台参数），要写明到哪天'),
  set: (months: number): FieldError => fault(`县里定的是 ${months} 个月，不另写到哪天`),
  /** 不得因陈述、申辩给予更重的处罚（参照行政处罚法第四十五条）. */
  heavier: (told: Day): FieldError => fault(`不能比告知书写的 ${formatDay(told)} 晚（参照行政处罚法第四十五条）`),
  days: () => barringProblems.days({ errors: [fault(barringProblems.days().title)] }),
} as const;

refuses({
  barring_once: barringProblems.twice,
  barring_ends_after_start: barringProblems.days,
  barring_appeal_once: barringProblems.appealedTwice,
});
