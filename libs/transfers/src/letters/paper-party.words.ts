/** What papers call the number of a body and of a person. */
export const numberKinds = { credit: '统一社会信用代码', identity: '公民身份号码' } as const;
