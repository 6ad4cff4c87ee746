import type { VerdictDetail } from '@shared/contract/views';
import { describe, expect, test } from 'vitest';
import {
  boundsSpan,
  claimOutside,
  claimPosition,
  findVerdicts,
  lastValidDay,
  nearestDue,
  proofSteps,
  readVerdict,
} from '../../../src-renderer/features/reports/verdict-model';
import { verdictPredicate } from '../../support/statements-to-sign';

const detail = (change: Partial<VerdictDetail> = {}): VerdictDetail => ({
  sha256: 'a'.repeat(64),
  seq: 2402,
  number: '齐数审〔2026〕7C1E-0134号',
  dossier: '6f1c2f4e-8a55-4a7e-9d0e-1c52a3b8f001',
  outcome: 'pass-with-conditions',
  product: '城市内涝积水深度数据集',
  productVersion: '1',
  form: 'dataset',
  developer: '壬泉智慧水务有限公司',
  decidedAt: '2026-11-20T02:41:36.000Z',
  practice: false,
  delivery: 'received',
  notBefore: '2026-11-20T01:02:11.000Z',
  notAfter: '2026-11-20T08:30:05.000Z',
  predicate: verdictPredicate(),
  subjects: [],
  entry: { seq: 2402, at: '2026-11-20T02:41:40.000Z', prev: 'b'.repeat(64), hash: 'c'.repeat(64) },
  sentAt: '2026-11-20T08:29:58.000Z',
  receipt: { index: 48209, size: 48210, cosignedAt: '2026-11-20T08:30:05.000Z' },
  hasNotice: false,
  hasCertificate: false,
  signatures: 1,
  ...change,
});

describe('the time sandwich', () => {
  test('has a width when both bounds are proven', () =>
    expect(boundsSpan(detail())).toEqual({ days: 0, hours: 7, minutes: 27, seconds: 54 }));
  test('counts whole days', () =>
    expect(boundsSpan(detail({ notAfter: '2026-11-23T01:02:12.000Z' }))).toEqual({ days: 3, hours: 0, minutes: 0, seconds: 1 }));
  test('has none without a receipt or without a checkpoint', () => {
    expect(boundsSpan(detail({ notAfter: null }))).toBe(null);
    expect(boundsSpan(detail({ notBefore: null }))).toBe(null);
  });
  test('puts the local claim where it falls, and never outside the bounds', () => {
    expect(claimPosition(detail())).toBeCloseTo(0.222, 2);
    expect(claimPosition(detail({ decidedAt: '2020-01-01T00:00:00.000Z' }))).toBe(0);
    expect(claimPosition(detail({ decidedAt: '2030-01-01T00:00:00.000Z' }))).toBe(1);
  });
  test('says on which side a claim stands that the bounds prove wrong, one bound being enough', () => {
    expect(claimOutside(detail())).toBe(null);
    expect(claimOutside(detail({ decidedAt: '2026-11-20T01:02:10.000Z', notAfter: null }))).toBe('early');
    expect(claimOutside(detail({ decidedAt: '2026-11-20T08:30:06.000Z', notBefore: null }))).toBe('late');
    expect(claimOutside(detail({ decidedAt: '2026-11-20T08:30:06.000Z', notAfter: null }))).toBe(null);
  });
  test('gives the local claim no place while a bound is open', () => expect(claimPosition(detail({ notAfter: null }))).toBe(null));
});

describe('the chain of proof', () => {
  test('is proven to others only by a receipt', () => {
    expect(proofSteps(detail()).received).toBe('proven');
    expect(proofSteps(detail({ receipt: null, notAfter: null, delivery: 'unsent', sentAt: null }))).toEqual({
      signed: 'done',
      entered: 'done',
      sent: 'open',
      received: 'open',
    });
  });
  test('does not call an answered but unproven verdict received', () =>
    expect(proofSteps(detail({ receipt: null, delivery: 'attention' })).received).toBe('open'));
});

describe('the predicate', () => {
  test('is read from the signed statement', () => expect(readVerdict(detail())?.outcome).toBe('pass-with-conditions'));
  test('of a later make is not guessed at', () => expect(readVerdict(detail({ predicate: { outcome: 'perhaps' } }))).toBe(null));
  test('ends on a Shanghai day', () => {
    const verdict = readVerdict(detail());
    expect(verdict === null ? null : lastValidDay(verdict)).toBe('2027-03-31');
  });
  test('names the nearest day due, if any', () => {
    expect(nearestDue([{ due: '2027-05-31' }, { due: null }, { due: '2026-12-07' }])).toBe('2026-12-07');
    expect(nearestDue([{ due: null }])).toBe('');
  });
});

describe('the list', () => {
  const list = [detail({ seq: 1 }), detail({ seq: 3, number: '齐数审〔2026〕7C1E-0135号' }), detail({ seq: 2, product: '供热需求指数' })];
  test('shows the newest first', () => expect(findVerdicts(list, '').map(({ seq }) => seq)).toEqual([3, 2, 1]));
  test('finds by number, product and developer, all words together', () => {
    expect(findVerdicts(list, '0135').map(({ seq }) => seq)).toEqual([3]);
    expect(findVerdicts(list, '壬泉 供热').map(({ seq }) => seq)).toEqual([2]);
    expect(findVerdicts(list, '没有的')).toEqual([]);
  });
});
