/** Awaits reads that were asked at once, by name: on one connection they cost one way to the database instead of many. */
export async function together<Asked extends Record<string, unknown>>(
  asked: Asked,
): Promise<{ [Name in keyof Asked]: Awaited<Asked[Name]> }> {
  const answers = await Promise.all(Object.values(asked));
  const names = Object.keys(asked);
  return Object.fromEntries(names.map((name, index) => [name, answers[index]])) as {
    [Name in keyof Asked]: Awaited<Asked[Name]>;
  };
}
