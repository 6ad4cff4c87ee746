import 'fake-indexeddb/auto';
import { utf8 } from '@shared/basics/bytes';
import { hasCode } from '@shared/basics/coded-error';
import Dexie from 'dexie';
import { afterEach, describe, expect, it } from 'vitest';
import { DeskStore } from '../../../src-renderer/database/desk-store';
import { DeskDatabase } from '../../../src-renderer/database/schema';
import { sealRow } from '../../../src-renderer/database/sealed-row';
import { PAPER_ID, paper } from '../../support/papers';

const KEY = new Uint8Array(32).fill(7);
const OTHER_ID = '6f1c2f4e-8a55-4a7e-9d0e-1c52a3b8f002';
let count = 0;
const names: string[] = [];
const stores: DeskStore[] = [];
const openStore = (key: Uint8Array, name: string) => {
  const store = new DeskStore(key, name);
  stores.push(store);
  return store;
};
const freshName = () => {
  const name = `desk-test-${count++}`;
  names.push(name);
  return name;
};
afterEach(async () => {
  for (const store of stores.splice(0)) store.close();
  for (const name of names.splice(0)) await Dexie.delete(name);
});

async function codeOf(act: Promise<unknown>): Promise<string | null> {
  try {
    await act;
    return null;
  } catch (error) {
    return hasCode(error) ? error.code : 'NOT_CODED';
  }
}

const named = (id: string, product: string) => {
  const draft = paper({ id });
  draft.registration.product.name = product;
  return draft;
};

describe('the desk store', () => {
  it('asks IndexedDB for strict durability', () => {
    const db = new DeskDatabase(freshName()) as unknown as { _options: { chromeTransactionDurability?: string } };
    expect(db._options.chromeTransactionDurability).toBe('strict');
  });

  it('gives back the paper as it was saved, after closing and opening again', async () => {
    const name = freshName();
    const draft = named(PAPER_ID, '供热需求指数');
    const first = openStore(KEY, name);
    await first.save(draft);
    first.close();
    expect(await openStore(KEY, name).get(PAPER_ID)).toEqual(draft);
  });

  it('keeps nothing readable beside the id', async () => {
    const name = freshName();
    await openStore(KEY, name).save(named(PAPER_ID, '供热需求指数'));
    const db = new DeskDatabase(name);
    for (const table of [db.assessments, db.summaries]) {
      for (const row of await table.toArray()) {
        expect(Object.keys(row).sort()).toEqual(['box', 'id']);
        expect(new TextDecoder().decode(row.box)).not.toContain('供热');
      }
    }
    db.close();
  });

  it('refuses two papers whose boxes were swapped, and hides neither of the others', async () => {
    const name = freshName();
    const store = openStore(KEY, name);
    const third = '6f1c2f4e-8a55-4a7e-9d0e-1c52a3b8f003';
    await store.save(named(PAPER_ID, 'A'));
    await store.save(named(OTHER_ID, 'B'));
    await store.save(named(third, 'C'));
    const db = new DeskDatabase(name);
    for (const table of [db.assessments, db.summaries]) {
      const [a, b] = [await table.get(PAPER_ID), await table.get(OTHER_ID)];
      if (a && b)
        await table.bulkPut([
          { id: a.id, box: b.box },
          { id: b.id, box: a.box },
        ]);
    }
    db.close();
    expect(await codeOf(store.get(PAPER_ID))).toBe('ROW_SWAPPED_OR_WRONG_KEY');
    const { summaries, unreadable } = await store.list();
    expect(summaries.map((summary) => summary.id)).toEqual([third]);
    expect([...unreadable].sort()).toEqual([PAPER_ID, OTHER_ID].sort());
  });

  it('opens no paper with another key', async () => {
    const name = freshName();
    await openStore(KEY, name).save(paper());
    const other = openStore(new Uint8Array(32).fill(8), name);
    expect(await codeOf(other.get(PAPER_ID))).toBe('ROW_SWAPPED_OR_WRONG_KEY');
    expect(await other.list()).toEqual({ summaries: [], unreadable: [PAPER_ID] });
  });

  it('saves one revision after the other and no stale one', async () => {
    const store = openStore(KEY, freshName());
    expect(await codeOf(store.save(paper({ revision: 1 })))).toBe('REVISION_STALE');
    await store.save(paper({ revision: 0 }));
    await store.save(paper({ revision: 1 }));
    expect(await codeOf(store.save(paper({ revision: 1 })))).toBe('REVISION_STALE');
    expect((await store.get(PAPER_ID))?.revision).toBe(1);
  });

  it('leaves paper and summary together or not at all', async () => {
    const store = openStore(KEY, freshName());
    await store.save(paper());
    await store.discard(PAPER_ID);
    expect(await store.get(PAPER_ID)).toBeUndefined();
    expect((await store.list()).summaries).toEqual([]);
  });

  it('tells a paper that lost its shape from one that is missing', async () => {
    const name = freshName();
    const store = openStore(KEY, name);
    const db = new DeskDatabase(name);
    const place = { database: name, table: 'assessments', id: PAPER_ID, schemaVersion: 1 };
    await db.assessments.put(sealRow(KEY, place, utf8('{"id":1}')));
    db.close();
    expect(await codeOf(store.get(PAPER_ID))).toBe('ROW_MALFORMED');
    expect(await store.get(OTHER_ID)).toBeUndefined();
  });

  it('shows a list again when a paper changes', async () => {
    const store = openStore(KEY, freshName());
    const seen: number[] = [];
    const second = new Promise<void>((resolve) => {
      store.watch().subscribe((list) => {
        seen.push(list.summaries.length);
        if (list.summaries.length === 1) resolve();
      });
    });
    await store.save(paper());
    await second;
    expect(seen.at(-1)).toBe(1);
  });

  it('keeps small settings sealed like everything else', async () => {
    const name = freshName();
    const store = openStore(KEY, name);
    await store.setSetting('lastPlace', { dossier: PAPER_ID, path: '/assess/x', at: '2026-11-23T05:00:00.000Z' });
    expect((await store.setting('lastPlace'))?.path).toBe('/assess/x');
    const db = new DeskDatabase(name);
    const row = await db.settings.get('lastPlace');
    db.close();
    expect(row && new TextDecoder().decode(row.box)).not.toContain('assess');
  });
});

// The store as the first release wrote it, made here with IndexedDB alone: later versions of the schema must still open it.
describe('a store of version 1', () => {
  it('travels into the present schema with every paper readable', async () => {
    const name = freshName();
    const draft = named(PAPER_ID, '公交刷卡出行数据集');
    const place = { database: name, table: 'assessments', id: PAPER_ID, schemaVersion: 1 };
    const row = sealRow(KEY, place, utf8(JSON.stringify(draft)));
    await new Promise<void>((resolve, reject) => {
      // Dexie multiplies its versions by ten.
      const request = indexedDB.open(name, 10);
      request.onerror = () => reject(request.error);
      request.onupgradeneeded = () => {
        for (const table of ['assessments', 'summaries', 'settings']) request.result.createObjectStore(table, { keyPath: 'id' });
      };
      request.onsuccess = () => {
        const transaction = request.result.transaction('assessments', 'readwrite');
        transaction.objectStore('assessments').put(row);
        transaction.oncomplete = () => {
          request.result.close();
          resolve();
        };
      };
    });
    const opened = await openStore(KEY, name).get(PAPER_ID);
    expect(opened).toEqual(draft);
  });
});
