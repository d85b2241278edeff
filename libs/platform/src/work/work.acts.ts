/** What came of taking a piece of work in hand. */
export const handSaid = {
  claimed: '接下了。',
  handed: '交出去了。',
  released: '放回去了。',
  some: (done: number, all: number): string => `${all} 件里办成 ${done} 件。`,
} as const;
