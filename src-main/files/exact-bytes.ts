// A small Buffer is a view on Node's 8 KiB pool, and structured clone takes the whole pool along, with whatever secrets lie in it. So every
// byte array that leaves main is copied into a buffer of exactly its own size. Applies to replies, events and ports alike.

export function exactBytes<T>(value: T): T {
  if (value instanceof Uint8Array) {
    const copy = new Uint8Array(value.length);
    copy.set(value);
    return copy as T;
  }
  if (Array.isArray(value)) return value.map(exactBytes) as T;
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, exactBytes(member)])) as T;
  return value;
}
