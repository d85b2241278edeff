/** What is said when a step of the wizard is done: its addresses are no acts of a record, for each keeps what was typed before it is checked. */
export const draftSaid = {
  begun: '开始填。随时可以按“先存着”。',
  reopened: '可以改了。改完再交上去。',
  resumed: '接着填。',
  dropped: '删掉了。',
  kept: '存好了。',
  later: '存好了，随时可以接着填。',
  seekWhat: '写上要找的再按“找”。',
  sought: '找过了，看下面。',
  notWhole: '这一步好了，前面还有要改的。',
  whole: '存好了。还没有提交，先传材料。',
} as const;
