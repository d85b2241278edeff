import { ChoiceField, CountField, TextField } from '#platform';
import { observedOrigins } from './draw.words.js';

/** A list for a random check. */
export class DrawInput {
  @TextField('为什么抽', { length: [4, 100], hint: '公开的，例如：2026年第四季度流转合同履行情况抽查' }) title: string;
  @TextField('名单', {
    lines: 8,
    length: [1, 60_000],
    hint: '一行一个编号（案件编号、合同编号、证书编号），公开的，不写人名；先后没有关系',
  })
  labels: string;
  @CountField('抽几个', { most: 2000, unit: '个' }) wanted: number;
}

/** What an observer saw come out. */
export class DrawSeedInput {
  @TextField('种子', {
    length: [6, 100],
    code: true,
    pattern: /^[\dA-Za-z-]+$/,
    hint: '只写数字、字母，至少 6 位：几颗骰子按先后写，开奖号码照原样写',
    refusal: '种子写 6 到 100 个数字、字母',
  })
  seed: string;
  @ChoiceField('怎么来的', observedOrigins, { wide: true }) origin: keyof typeof observedOrigins;
  @TextField('经过', {
    lines: 3,
    length: [8, 300],
    hint: '哪里、什么时候、怎么掷出来的；开奖的写哪一种、哪一期。公开的，不写人名、电话',
  })
  story: string;
  @TextField('在场见证人', { named: 'person', length: [2, 40], hint: '冻结名单、录种子以外的人；公开的只有姓' })
  witness: string;
}

/** The code by which a claimant binds himself. */
export class DrawSealInput {
  @TextField('封存码', {
    length: [64, 64],
    code: true,
    pattern: /^[0-9a-f]{64}$/,
    refusal: '封存码是 64 位的 SHA-256，只有 0 到 9、小写 a 到 f',
  })
  seal: string;
}

/** What was sealed. */
export class DrawOpeningInput {
  @TextField('号码', {
    length: [1, 30],
    code: true,
    digits: true,
    pattern: /^\d+$/,
    refusal: '号码只写数字，最多 30 位',
  })
  number: string;
  @TextField('暗语', { length: [8, 64], code: true, pattern: /^[\dA-Za-z]+$/, refusal: '暗语是 8 到 64 个字母、数字' })
  salt: string;
}
