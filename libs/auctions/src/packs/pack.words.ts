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
