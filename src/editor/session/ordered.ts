/** The index of the first item whose `key` is not below `least`, in a list ordered by that key; the length when there is none. */
export function firstFrom<T>(items: readonly T[], least: number, key: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (key(items[middle]!) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
