import { TextField } from '#platform';

export class ErratumInput {
  @TextField('写错的字', { length: [1, 60], refusal: '写明错的字，最多 60 个字' }) wrong: string;
  @TextField('应该是', { length: [1, 60], refusal: '写明对的字，最多 60 个字' }) right: string;
  @TextField('怎么错的', { length: [2, 200], refusal: '写明怎么错的' }) reason: string;
}
