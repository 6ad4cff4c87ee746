import { REFUSALS, SIGNER_CODES } from '@shared/bureau/http';
import type { DeliveryState, OutboxItem, OutboxView } from '@shared/contract/views';
import { syncTexts } from '@shared/texts/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countsOf, inOrder, oldestUnsent, standingFailure, titleParts, whyOf } from '../../../src-renderer/features/sync/outbox-model';

const item = (seq: number, state: DeliveryState): OutboxItem => ({
  seq,
  kind: 'verdict',
  title: `齐数审〔2026〕7C1E-${seq}号 示例指数`,
  at: `2026-11-${String(10 + seq).padStart(2, '0')}T01:00:00.000Z`,
  state,
  code: null,
  receivedAt: null,
});
const view = (items: OutboxItem[], lastTry: OutboxView['lastTry'], running = false): OutboxView => ({
  items,
  running,
  lastTry,
  nextTry: null,
  bureau: null,
  checkpoint: null,
});

describe('the list', () => {
  test('begins with what needs a person, then what waits in sending order, then the newest receipts', () => {
    const items = [
      item(9, 'received'),
      item(8, 'unsent'),
      item(7, 'attention'),
      item(6, 'sending'),
      item(5, 'unsent'),
      item(4, 'received'),
    ];
    expect(inOrder(items).map(({ seq }) => seq)).toEqual([7, 5, 6, 8, 9, 4]);
  });

  test('loses and doubles nothing, and every item is counted once', () => {
    const state = fc.constantFrom<DeliveryState>('unsent', 'sending', 'received', 'attention');
    fc.assert(
      fc.property(fc.array(state, { maxLength: 20 }), (states) => {
        const items = states.map((each, seq) => item(seq, each));
        expect(
          inOrder(items)
            .map(({ seq }) => seq)
            .sort((a, b) => a - b),
        ).toEqual(items.map(({ seq }) => seq));
        const counts = countsOf(items);
        expect(counts.unsent + counts.sending + counts.received + counts.attention).toBe(items.length);
      }),
      { numRuns: 100 },
    );
  });

  test('names the oldest that was not received', () => {
    expect(oldestUnsent([item(3, 'received'), item(5, 'unsent'), item(4, 'attention')])).toBe('2026-11-14T01:00:00.000Z');
    expect(oldestUnsent([item(3, 'received')])).toBe(null);
  });
});

test('a title gives its serial and its product; another title stays whole', () => {
  expect(titleParts('齐数审〔2026〕7C1E-0134号 城市内涝积水 深度数据集')).toEqual({ serial: '0134', subject: '城市内涝积水 深度数据集' });
  expect(titleParts('示例丙暖数据科技有限公司')).toEqual({ serial: '', subject: '示例丙暖数据科技有限公司' });
});

describe('a failed try', () => {
  const failed = { at: '2026-11-23T05:20:00.000Z', code: 'BUREAU_UNREACHABLE' };
  test('is said while something waits', () => expect(standingFailure(view([item(1, 'unsent')], failed))).toBe('BUREAU_UNREACHABLE'));
  test('is not said when everything was received', () => expect(standingFailure(view([item(1, 'received')], failed))).toBe(null));
  test('is not said during the next try', () => expect(standingFailure(view([item(1, 'unsent')], failed, true))).toBe(null));
  test('is not said after a good try', () => expect(standingFailure(view([item(1, 'unsent')], { ...failed, code: 'OK' }))).toBe(null));
});

describe('reasons', () => {
  /** Refusals that are about the request as such, which only a broken client could meet, get the general sentence. */
  const ABOUT_THE_CLIENT = ['REQUEST_MALFORMED', 'CHECKPOINT_MISSING', 'REQUEST_UNSIGNED', 'REQUEST_STALE', 'REQUEST_OTHER', 'NOT_FOUND'];
  test.each([...Object.keys(REFUSALS), ...SIGNER_CODES].filter((code) => !ABOUT_THE_CLIENT.includes(code)))(
    '%s has words of its own',
    (code) => {
      expect(whyOf(code, 'zh')).not.toBe(syncTexts.zh.whyUnknown);
      expect(whyOf(code, 'en')).not.toBe(syncTexts.en.whyUnknown);
    },
  );
  test('of a newer bureau get the general sentence', () => {
    expect(whyOf('SOMETHING_NEW', 'zh')).toBe(syncTexts.zh.whyUnknown);
    expect(whyOf('toString', 'zh')).toBe(syncTexts.zh.whyUnknown);
  });
});
