/** True when a range neither begins nor ends inside a word. */
export function standsFree(units: Uint16Array, start: number, end: number): boolean {
  return (
    !(isWordUnit(units[start - 1]) && isWordUnit(units[start])) &&
    !(isWordUnit(units[end - 1]) && isWordUnit(units[end]))
  );
}

function isWordUnit(unit: number | undefined): boolean {
  if (unit === undefined) return false;
  return (
    (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit > 0xbf
  );
}
