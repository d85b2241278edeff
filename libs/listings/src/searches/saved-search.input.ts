import { TextField } from '#platform';

/** A filter to be kept, under a name of one's own. */
export class SavedSearchInput {
  @TextField('起个名字', { length: [1, 40], hint: '例如：殷巷镇 10 至 50 亩' }) name: string;
  @TextField('条件', {
    optional: true,
    length: [0, 600],
    hint: '从“找土地”里带过来的，不用改；空着就是全部正在挂牌的',
  })
  query: string = '';
}
