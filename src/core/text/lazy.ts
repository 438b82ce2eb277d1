/** Makes a value at its first use and keeps it: a table that a window may never need costs its start nothing. */
export function lazy<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
