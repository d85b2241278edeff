/** Said when an assistance has begun, and when it is over. */
export const assistedSaid = {
  begun: (name: string) => `现在替${name}办理。`,
  ended: '代办结束了。请把回执打印给本人。',
};
