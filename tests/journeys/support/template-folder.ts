// Where a run's journeys keep the workstation they copy: one folder for all workers, named by the run's own process, gone when the run is over.
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const VARIABLE = 'SHIQI_JOURNEY_TEMPLATE';

/** Called by the run's own process, before its workers start: they inherit the name. */
export function nameTemplateFolder(): void {
  process.env[VARIABLE] ??= path.join(tmpdir(), `shiqi-template-${process.pid}-${Date.now()}`);
}

export function templateFolder(): string {
  const folder = process.env[VARIABLE];
  if (!folder) throw new Error('the run has named no folder for its template');
  return folder;
}

/** Playwright calls it when the run is over. */
export default function removeTemplate(): void {
  rmSync(templateFolder(), { recursive: true, force: true });
}
