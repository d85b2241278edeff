import { TextField } from '#platform';

/** Whether it is the county's or a town's screen, the office says in which it is registered. */
export class TerminalInput {
  @TextField('屏幕的名字', { length: [2, 40], refusal: '给屏幕起个名字', hint: '例如：殷巷大厅-01' }) name: string;
}
