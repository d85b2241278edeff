/** What the document calls the values that many views share. */
export const sharedLabels = {
  deadline: {
    title: '期限',
    start: '起算，当天不算',
    lastDay: '最后一天',
    dueAt: '到期的时刻',
    provisional: '放假没公布，暂定',
  },
  history: { title: '经过里的一步', action: '办了什么', label: '叫什么', at: '什么时候', by: '谁', remark: '说明' },
  offer: { title: '能办的一件事', action: '办什么', label: '叫什么', enabled: '现在能不能办', blockers: '还差什么' },
  file: {
    title: '存下的文件',
    name: '文件名',
    takenAt: '什么时候拍的',
    longitude: '经度',
    latitude: '纬度',
    sha256: '内容指纹',
  },
  point: '在哪里拍的',
  done: { title: '办好了，没有记录可看', said: '办成了什么', href: '接下来看哪里' },
  refusal: { title: '为什么没有办', type: '拒绝的名字', titled: '一句话', detail: '细说' },
} as const;

/** What the document calls the parts of a refusal. */
export const problemLabels = {
  kind: '一种拒绝',
  kinds: '系统会给出的答复',
  type: '给程序看的名字',
  status: '代号',
  title: '一句话',
  explanation: '什么意思，怎么办',
} as const;

/** What the document calls a reason why something cannot be done now. */
export const blockerLabels = {
  rule: '规则的名字',
  reason: '还差的一件事',
  article: '依据的条文',
  way: '去哪里补上',
} as const;
