/** Why the exchange does not start, for whoever operates it (docs/operations.md). */
export const startFaults = {
  key: 'SECRET_KEY 不是这个数据库用的那一把：里面的身份证号、电话和动态口令打不开。请用备份时保存的那一把（见 docs/operations.md）。',
  migrates: (owner: string, role: string): string =>
    `建表要用 ${owner}，这个连接却是 ${role}：中间有连接池。请设 MIGRATION_URL 直连 PostgreSQL，见 docs/operations.md。`,
  noSchema: '数据库里还没有这一版的表。先启动服务器，它会建好；再启动时钟。',
  session: (wrong: readonly string[], orders: readonly string[]): string =>
    `数据库连接不是要求的样子：${wrong.join('；')}。中间的连接池（例如 PgBouncer）多半丢掉了启动参数。请由数据库管理员执行：\n${orders.join('\n')}\n见 docs/operations.md。`,
  role: (wanted: string, is: string): string => `角色应是 ${wanted}，实际是 ${is}`,
  zone: (wanted: string, is: string): string => `时区应是 ${wanted}，实际是 ${is}`,
  limit: (wanted: number, is: number): string => `语句时限应是 ${wanted} 毫秒，实际是 ${is}`,
} as const;

/** Why the PostgreSQL that the exchange brings along does not start. */
export const embeddedFaults = {
  noBinary: (machine: string): string => `没有适合本机（${machine}）的内置 PostgreSQL，请设置 DATABASE_URL。`,
  taken: (exchange: number, folder: string): string =>
    `另一个平台（进程 ${exchange}）正在用 ${folder}。先停掉它，或者换一个 STATE_FOLDER。`,
  died: '内置 PostgreSQL 意外停了，正在重新启动；没有办完的事会答“现在办不了”，不会留下半件。',
  back: '内置 PostgreSQL 又起来了。',
  lost: '内置 PostgreSQL 意外停了，再也起不来，平台随它停下。原因见 database/server.log，修好后重新启动。',
  notMade: (reason: string): string => `内置 PostgreSQL 建不起来：${reason}`,
  ended: (log: string, lines: string): string => `内置 PostgreSQL 没有起来，原因见 ${log}：\n${lines}`,
  silent: (log: string): string => `内置 PostgreSQL 半分钟没有应答，见 ${log}。`,
  root: 'PostgreSQL 不能以 root 运行，也建不了 postgres 用户：换一个普通用户来启动，或设置 DATABASE_URL。',
  closed: (folder: string): string =>
    `PostgreSQL 以 postgres 用户运行，进不了 ${folder}。请运行 chmod o+x ${folder}，或把本目录搬到别处，或设置 DATABASE_URL。`,
} as const;
