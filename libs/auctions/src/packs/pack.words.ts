/** What is looked at in a pack, in the order in which it is. */
export const packChecks = {
  file: '文件格式',
  seal: '整个文件的签名',
  keys: '公钥是平台公布的',
  sequence: '序号没有空缺',
  signatures: '每一批的签名',
  paths: '到签名的路径',
  times: '时间先后',
  replay: '按规则重放',
  draw: '抽签',
  result: '竞得人、价格、结束时间',
} as const;

export const verdictWords = {
  right: '一致',
  wrong: '不一致',
  lot: '项目编号',
  thing: '标的',
  winner: '竞得的竞买号',
  nobody: '没有成交',
  price: '成交价（元）',
  endsAt: '结束时间',
  attempts: '报价和事项（条）',
  kids: '签名密钥编号',
} as const;

/** What the document calls the parts of a pack. */
export const packParts = {
  title: '竞价记录包',
  listingNumber: '项目编号',
  thing: '标的',
  state: '办到哪里',
  attempts: '报价和事项（条）',
  batches: '签过名的批次',
  bidders: '竞买号（个）',
  isDrawn: '有抽签',
  winner: '竞得的竞买号',
  priceFen: '成交价',
  endsAt: '结束时间',
  file: '记录包',
  verifier: '核对程序',
  verifierPage: '核对页，一个文件',
  keySet: '公钥文件',
} as const;

/** What the document calls the proof of a receipt. */
export const proofParts = {
  receipt: '能自己核对的回执',
  text: '签名的原文',
  title: '到签名的路径',
  leaf: '原文的哈希',
  place: '在批次里的位置',
  size: '批次里有几条',
  path: '一路上的哈希',
  payload: '签名的内容',
  kid: '密钥编号',
  signature: '签名',
  keySet: '公钥文件',
} as const;
