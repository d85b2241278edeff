/** How the clerk read who stood there, and how an assistance ended. */
export const identityReadings = { card_reader: '读卡器读身份证', by_eye: '人工核对身份证原件' } as const;
export const assistedEnds = { finished: '办完', idle: '久不操作，自动结束', sign_out: '工作人员退出' } as const;

/** What the document calls the parts of an assistance. */
export const assistedLabels = {
  form: { title: '开始代办', idleMinutes: '多少分钟不动就结束', readAloud: '念给本人听的内容' },
  begun: { title: '代办开始了', partyId: '代表谁', name: '代表谁的名称' },
  ended: '代办结束了',
  receipt: {
    title: '代办回执',
    name: '到场的人',
    party: '代表谁，空着是本人',
    clerk: '经办人',
    witness: '见证人',
    identityRead: '身份核对',
    startedAt: '开始',
    endedAt: '结束',
    endReason: '怎样结束',
    paper: '大字回执',
    acts: '办了什么',
  },
  act: { title: '办了的一件', label: '叫什么', at: '什么时候' },
} as const;
