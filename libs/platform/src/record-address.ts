/** The address of a record is its table's name in the plural, everywhere in the exchange. */
export const recordAddress = (subject: string, id: string): string => `/${subject}s/${id}`;
