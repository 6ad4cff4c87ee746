// Pictures made by hand for tests: the properties that a camera or a program leaves in them, and nothing to see.

/** A TIFF block: the first table with an artist and a pointer to a table of positions (EXIF 2.32, 4.6). */
export function exif(little: boolean, { artist = '      ', gps = true }: { artist?: string; gps?: boolean }): Uint8Array {
  const bytes = new Uint8Array(200);
  const view = new DataView(bytes.buffer);
  bytes.set(little ? [0x49, 0x49, 0x2a, 0] : [0x4d, 0x4d, 0, 0x2a]);
  view.setUint32(4, 8, little);
  view.setUint16(8, 2, little);
  const tag = (at: number, id: number, type: number, count: number, value: number) => {
    view.setUint16(at, id, little);
    view.setUint16(at + 2, type, little);
    view.setUint32(at + 4, count, little);
    view.setUint32(at + 8, value, little);
  };
  const name = new TextEncoder().encode(`${artist}\0`);
  tag(10, 0x013b, 2, name.length, 120);
  bytes.set(name, 120);
  tag(22, 0x8825, 4, 1, 60);
  view.setUint16(60, gps ? 2 : 0, little);
  if (gps) {
    tag(62, 2, 5, 3, 150);
    tag(74, 4, 5, 3, 150);
  }
  return bytes;
}
export function jpeg(block: Uint8Array): Uint8Array {
  const length = block.length + 8;
  return Uint8Array.from([
    0xff,
    0xd8,
    0xff,
    0xe1,
    length >> 8,
    length & 0xff,
    0x45,
    0x78,
    0x69,
    0x66,
    0,
    0,
    ...block,
    0xff,
    0xda,
    0,
    2,
    0xff,
    0xd9,
  ]);
}
export function png(kind: string, data: Uint8Array): Uint8Array {
  const chunk = new Uint8Array(12 + data.length);
  new DataView(chunk.buffer).setUint32(0, data.length);
  chunk.set(new TextEncoder().encode(kind), 4);
  chunk.set(data, 8);
  return Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...chunk]);
}
