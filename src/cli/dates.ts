/** The calendar day where the program runs, not that of Greenwich: YYYY-MM-DD. */
export function localDate(now: Date): string {
  const part = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${part(now.getMonth() + 1)}-${part(now.getDate())}`;
}
