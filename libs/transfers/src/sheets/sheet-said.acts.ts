/** What is said when a sheet was printed: its number is known only then. */
export const printed = (title: string, number: string): string =>
  `《${title}》印好了，编号 ${number}，在下面“出具的文书”里打开。`;
