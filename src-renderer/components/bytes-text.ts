// Sizes of files as people read them: 84 KB, 2.41 GB. Decimal units, as file managers and storage vendors count.

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const;

/** @param bytes a count, never negative. */
export function formatBytes(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return `${step === 0 || value >= 100 ? Math.round(value) : value >= 10 ? value.toFixed(1) : value.toFixed(2)} ${UNITS[step] ?? 'B'}`;
}
