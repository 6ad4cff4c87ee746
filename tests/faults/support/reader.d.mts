export function readEntries(bytes: Uint8Array): { lines: Uint8Array[]; rest: Uint8Array };
export function checkpointSize(note: string, keyPem: string, lines: readonly Uint8Array[]): number | null;
