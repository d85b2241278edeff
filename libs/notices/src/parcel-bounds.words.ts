/** What a parcel may border on that is nobody's name: single characters, and heads of words with the tail they share. */
export const landmarks = {
  alone: '路渠沟河井塘坝堤林',
  named: [
    ['大小土马水公', '路'],
    ['大小', '河'],
    ['荒空坟林园', '地'],
    ['荒', '坡'],
    ['荒', '山'],
  ],
  words: ['胡同'],
  endings: [
    ...['生产路', '田间路', '机耕路', '村界路', '公路', '田间道', '机耕道', '道路', '沟渠', '水库'],
    ...['果园', '村庄', '集体', '机动地', '堤坝'],
  ],
  kinds: [
    ['街省国县乡村河', '道'],
    ['水干支斗毛农排灌沟', '渠'],
    ['水排河', '沟'],
    ['池水', '塘'],
    ['林', '带'],
    ['林', '地'],
  ],
} as const;

/** How bounds name a side, and that something lies there. */
export const sideWords = { sides: '东南西北', borders: '邻至接临' } as const;
