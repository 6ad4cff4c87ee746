// The heating index (sample A) as a complete working paper, made from what its papers say and what the machine proposed, and the desk's own table
// to put it into: a journey about signing must not spend a minute typing forty answers.
import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { sealRow } from '../../../src-renderer/database/sealed-row';
import { summarise } from '../../../src-renderer/database/summary';
import type { AssessmentDraft, Outcome } from '../../../src-shared/assessment/model';
import { proposals } from '../../../src-shared/assessment/proposals';
import { type Edition, readEdition } from '../../../src-shared/checklist/edition';
import { ask } from './desk';

type Answers = readonly { readonly item: string; readonly answer: 'compliant'; readonly reason: string }[];
type Expected = { readonly outcome: Outcome; readonly answers: Answers; readonly findings: readonly { readonly reason: string }[] };

const expected = JSON.parse(readFileSync(new URL('../../vectors/samples/heating-index-v1.json', import.meta.url), 'utf8')) as Expected;

export async function activeEdition(page: Page) {
  const [held] = await ask(page, 'editions');
  const edition = readEdition(held?.edition);
  if (!held || !edition.ok) throw new Error('no edition');
  return { held, edition: edition.value };
}

/** The machine's analyses of a dossier, all finished. */
export async function analysed(page: Page, dossier: string) {
  await expect
    .poll(
      async () => {
        const views = await ask(page, 'analyses', { dossier });
        return views.length > 0 && views.every(({ state }) => state === 'done');
      },
      { intervals: [100] },
    )
    .toBe(true);
  return ask(page, 'analyses', { dossier });
}

/** Takes sample A in, files it, waits for the machine, and answers everything: what is returned can be signed as a pass. */
export async function heatingIndexPaper(page: Page, dossier: string): Promise<AssessmentDraft> {
  const { held, edition } = await activeEdition(page);
  const { now } = await ask(page, 'status');
  const { registration } = await ask(page, 'loadSample', { id: 'heating-index', version: '1', dossier });
  const paper: AssessmentDraft = {
    id: dossier,
    revision: 0,
    createdAt: now,
    updatedAt: now,
    registeredAt: null,
    edition: { id: edition.id, sha256: held.sha256 },
    round: 1,
    previous: null,
    registration: { ...registration, stateSecrets: { ...registration.stateSecrets, answer: 'none', answeredAt: now } },
    answers: Object.fromEntries(
      expected.answers.map(({ item, answer, reason }) => [
        item,
        { answer, reason, evidence: [], inheritedFrom: null, answeredAt: now, looked: [], notes: '' },
      ]),
    ),
    findings: [],
    decision: {
      outcome: expected.outcome,
      conditions: [],
      rectification: [],
      grounds: [],
      statement: '',
      reviewBy: '',
      basis: null,
    },
  };
  const { registeredAt } = await ask(page, 'fileDossier', { assessment: paper });
  return { ...paper, registeredAt, findings: await judged(page, dossier, edition, registration.files) };
}

/** The machine's proposals overruled with their reason, and the one thing a person saw. */
export async function judged(page: Page, dossier: string, edition: Edition, files: AssessmentDraft['registration']['files']) {
  const views = await analysed(page, dossier);
  const reasons = expected.findings.map(({ reason }) => reason);
  const machine = views
    .flatMap((view) => proposals([...view.files], edition))
    .map((finding) => ({ ...finding, disposition: 'overruled' as const, reason: reasons[0] ?? '' }));
  const paper = files.find(({ name }) => name === '说明.pdf');
  const seen = {
    id: 'f-1',
    item: 'r4-04',
    origin: 'person' as const,
    text: '说明.pdf 文档属性里有作者姓名',
    severity: 2 as const,
    likelihood: 5 as const,
    after: { severity: 2 as const, likelihood: 5 as const },
    measures: '',
    responsible: '产品开发主体',
    disposition: 'accepted' as const,
    reason: reasons[1] ?? '',
    evidence: paper ? [paper.sha256] : [],
  };
  return [...machine, seen];
}

/** Stores a paper where the desk keeps its own, sealed with the desk's key. The page must not have it open. */
export async function storePaper(page: Page, dataKey: Uint8Array, paper: AssessmentDraft): Promise<void> {
  const sealed = (table: string, value: unknown) => {
    const place = { database: 'shiqi-desk', table, id: paper.id, schemaVersion: 1 };
    const { id, box } = sealRow(dataKey, place, Buffer.from(JSON.stringify(value)));
    return { table, id, box: [...box] };
  };
  await page.evaluate(
    (rows) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('shiqi-desk');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const writing = database.transaction(
            rows.map(({ table }) => table),
            'readwrite',
            { durability: 'strict' },
          );
          for (const { table, id, box } of rows) writing.objectStore(table).put({ id, box: new Uint8Array(box) });
          writing.oncomplete = () => {
            database.close();
            resolve();
          };
          writing.onerror = () => reject(writing.error);
        };
      }),
    [sealed('assessments', paper), sealed('summaries', summarise(paper))],
  );
}
