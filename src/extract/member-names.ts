/** Gives a name that was used before a number, so that every member can be told from the others: `name#2`. */
export function createMemberNames(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}#${times}`;
  };
}
