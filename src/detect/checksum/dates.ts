/** Whether the eight digits are a day of the calendar in which someone alive or listed can be born. */
export function isBirthDate(yyyymmdd: string): boolean {
  const year = Number(yyyymmdd.slice(0, 4));
  const month = Number(yyyymmdd.slice(4, 6));
  const day = Number(yyyymmdd.slice(6, 8));
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= days;
}
