import { parseInstant } from '@shared/basics/time';
import type { Instant, Sha256Hex, Timestamp } from '@shared/basics/units';
import { type BasisInputs, basisEffects, basisOptions, statedBasis } from '@shared/regulation/basis';
import { basisLine, basisParagraphs, verdictTitle } from '@shared/regulation/basis-wording';
import { basisAt, checkBackDating, READINGS, type SuccessorEdition } from '@shared/regulation/validity';
import { BASIS_CHOICES } from '@shared/regulation/vocabulary';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';

const at = (text: string): Instant => parseInstant(text) as Instant;
const successor = (changes: Partial<SuccessorEdition> = {}): SuccessorEdition => ({
  id: 'qiqihar-2027-1',
  version: '1.0.0',
  validFrom: '2026-12-10T00:00:00.000Z' as Timestamp,
  validTo: null,
  issuedByBureau: true,
  document: { title: '示例延期通知', number: '示例〔2026〕1号', clause: '第一条', sha256: null, kind: 'extends' },
  ...changes,
});
const inputs: BasisInputs = {
  sources: [
    { catalogueCode: 'QQ-0102', provider: '示例市民政局', providerKind: 'organ' },
    { catalogueCode: 'QQ-0417', provider: '示例热力有限公司', providerKind: 'utility' },
  ],
  authorisation: { number: '示授运〔2025〕1号', clause: '第九条', sha256: 'a'.repeat(64) as Sha256Hex },
  agreement: { id: '示协-2026-061', clause: '第八条', sha256: null },
};

const INSTANTS = [
  ['2026-08-01T00:00:00Z', 'in-force', 3, 119],
  ['2026-08-30T15:59:59Z', 'in-force', 3, 90],
  ['2026-08-30T16:00:00Z', 'expiring', 3, 89],
  ['2026-11-23T04:00:00Z', 'expiring', 3, 5],
  ['2026-11-28T15:59:59Z', 'expiring', 3, 0],
  ['2026-11-28T16:00:00Z', 'disputed', 2, 0],
  ['2026-11-29T15:59:59Z', 'disputed', 2, 0],
  ['2026-11-29T16:00:00Z', 'disputed', 1, 0],
  ['2026-11-30T15:59:59Z', 'disputed', 1, 0],
  ['2026-11-30T16:00:00Z', 'lapsed', 0, -1],
  ['2027-03-01T00:00:00Z', 'lapsed', 0, -91],
] as const;

describe('the status of the measures', () => {
  afterEach(() => {
    delete process.env.TZ;
  });

  test.each(INSTANTS)('at %s is %s with %i readings that hold', (text, status, holding, daysLeft) => {
    const basis = basisAt(at(text));
    expect([basis.status, basis.readings.filter(({ holds }) => holds).length, basis.daysLeft]).toEqual([status, holding, daysLeft]);
    expect(basis.needsChoice).toBe(status === 'disputed' || status === 'lapsed');
  });

  test.each(['America/New_York', 'Pacific/Kiritimati', 'UTC', 'Asia/Shanghai'])("does not depend on the workstation's zone %s", (zone) => {
    process.env.TZ = zone;
    for (const [text, status, holding] of INSTANTS) {
      const basis = basisAt(at(text));
      expect([basis.status, basis.readings.filter(({ holds }) => holds).length]).toEqual([status, holding]);
    }
  });

  test('never returns to an earlier status as time goes on', () => {
    const order = ['in-force', 'expiring', 'disputed', 'lapsed'];
    const instant = fc.integer({ min: at('2024-11-29T00:00:00Z'), max: at('2028-01-01T00:00:00Z') });
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)].map((each) => order.indexOf(basisAt(each as Instant).status));
        expect(earlier).toBeLessThanOrEqual(later as number);
      }),
    );
  });

  test('names the last day of each reading', () => {
    expect(READINGS.map(({ lastDay }) => lastDay)).toEqual(['2026-11-28', '2026-11-29', '2026-11-30']);
  });
});

describe('a successor edition', () => {
  const later = at('2026-12-20T00:00:00Z');
  test.each([
    ['extends', 'extended'],
    ['replaces', 'replaced'],
  ] as const)('that %s the measures makes them %s from its first instant', (kind, status) => {
    const edition = successor({ document: { ...successor().document, kind } });
    expect(basisAt(later, [edition]).status).toBe(status);
    expect(basisAt(at('2026-12-09T23:59:59Z'), [edition]).status).toBe('lapsed');
    expect(basisAt(at('2026-12-10T00:00:00Z'), [edition]).status).toBe(status);
  });

  test('without the bureau’s signature, or past its end, changes nothing', () => {
    expect(basisAt(later, [successor({ issuedByBureau: false })]).status).toBe('lapsed');
    expect(basisAt(later, [successor({ validTo: '2026-12-15T00:00:00.000Z' as Timestamp })]).status).toBe('lapsed');
  });

  test('opens "successor" and closes "method": newer rules go first', () => {
    const options = basisOptions(basisAt(later, [successor()]), inputs);
    expect(options.map(({ choice, open }) => [choice, open])).toEqual([
      ['successor', true],
      ['method', false],
      ['internal', true],
    ]);
    expect(options[1]?.reasons).toEqual([{ code: 'SUCCESSOR_ACTIVE' }]);
  });
});

describe('the options of a stated basis', () => {
  const disputed = basisAt(at('2026-11-29T02:00:00Z'));
  const codes = (changed: Partial<BasisInputs>) =>
    basisOptions(disputed, { ...inputs, ...changed }).map(({ open, reasons }) => (open ? 'open' : reasons.map(({ code }) => code).join()));

  test('are all closed while the measures stand', () => {
    for (const text of ['2026-08-01T00:00:00Z', '2026-11-23T00:00:00Z']) {
      expect(basisOptions(basisAt(at(text)), inputs).map(({ open }) => open)).toEqual([false, false, false]);
    }
  });

  test('method needs the clause number of each agreement, sources, and their kind', () => {
    expect(codes({})).toEqual(['NO_SUCCESSOR', 'open', 'open']);
    expect(codes({ authorisation: { ...inputs.authorisation, clause: ' ' } })[1]).toBe('AUTHORISATION_CLAUSE_MISSING');
    expect(codes({ agreement: { id: 'x', clause: '', sha256: null } })[1]).toBe('AGREEMENT_CLAUSE_MISSING');
    expect(codes({ sources: [] })[1]).toBe('NO_SOURCES');
    expect(codes({ sources: [{ catalogueCode: 'QQ-1', provider: '示例', providerKind: null }] })[1]).toBe('SOURCE_KIND_MISSING');
    expect(codes({ agreement: null })[1]).toBe('open');
  });

  test('say per source whether the national norm is ground or reference', () => {
    const sources = [
      ...inputs.sources,
      { catalogueCode: 'QQ-2', provider: '示例市中心医院', providerKind: 'institution' as const },
      { catalogueCode: 'QQ-3', provider: '示例机关', providerKind: 'organ' as const, partyOrgan: true },
    ];
    const method = basisOptions(disputed, { ...inputs, sources }).find(({ choice }) => choice === 'method');
    expect(method?.sources.map(({ use }) => use)).toEqual(['ground', 'reference', 'ground', 'reference']);
  });

  test('nothing is signed on a closed option, without a choice where one is needed, or with one where none is', () => {
    const standing = basisAt(at('2026-11-23T00:00:00Z'));
    expect(statedBasis(disputed, null, inputs)).toMatchObject({ ok: false, code: 'BASIS_NOT_CHOSEN' });
    expect(statedBasis(disputed, 'successor', inputs)).toMatchObject({ ok: false, code: 'BASIS_OPTION_CLOSED' });
    for (const choice of BASIS_CHOICES)
      expect(statedBasis(standing, choice, inputs)).toMatchObject({ ok: false, code: 'BASIS_NOT_NEEDED' });
    expect(statedBasis(standing, null, inputs)).toMatchObject({ ok: true, value: { status: 'expiring', chosen: null } });
  });
});

describe('what is signed and printed about the basis', () => {
  const lapsed = basisAt(at('2027-03-01T00:00:00Z'));
  const stated = (choice: 'method' | 'internal') => {
    const result = statedBasis(lapsed, choice, inputs);
    if (!result.ok) throw new Error(result.code);
    return result.value;
  };

  test('method names the norm, both agreements by clause, the laws, and keeps the measures as method only', () => {
    const { documents, readings } = stated('method');
    expect(documents.map(({ number, clause }) => [number, clause])).toEqual([
      ['发改数据规〔2025〕27号', '第二条、第三条、第十四条第（三）项、第二十一条第一款'],
      ['发改数据规〔2025〕27号', '第二十五条第二款（参照）'],
      ['示授运〔2025〕1号', '第九条'],
      ['示协-2026-061', '第八条'],
      ['主席令第84号', '第三十二条'],
      ['主席令第91号', '第六条'],
      ['齐政办规〔2024〕6号', '第十七条（作为审核方法，不作法律依据）'],
    ]);
    expect(readings.map(({ lastDay }) => lastDay)).toEqual(['2026-11-28', '2026-11-29', '2026-11-30']);
    const text = basisParagraphs(stated('method'), inputs, 'zh').join('\n');
    expect(text).toContain('参照《公共数据资源授权运营实施规范（试行）》');
    expect(text).toContain('严格管控未依法依规公开的原始公共数据资源直接进入市场');
    expect(text).not.toContain('原始数据不得进行交易');
  });

  test('a utility alone makes the norm a reference, never a ground', () => {
    const utility = { ...inputs, sources: inputs.sources.filter(({ providerKind }) => providerKind === 'utility') };
    const result = statedBasis(lapsed, 'method', utility);
    const norm = result.ok ? result.value.documents.filter(({ number }) => number.startsWith('发改')) : [];
    expect(norm.map(({ clause }) => clause)).toEqual(['第二十五条第二款（参照）']);
  });

  test('internal is titled an internal opinion, allows no trade and makes no certificate', () => {
    expect(basisEffects('internal')).toEqual({ title: 'internal-opinion', tradable: false, certificate: false, series: '齐数审' });
    expect(verdictTitle('internal', 'zh')).toContain('内部意见');
    expect(basisParagraphs(stated('internal'), inputs, 'zh').join()).toContain('不得据此交易流通');
  });

  test('only the basis "method" has the series 齐数审法', () => {
    expect([null, ...BASIS_CHOICES].map((choice) => basisEffects(choice).series)).toEqual(['齐数审', '齐数审', '齐数审法', '齐数审']);
  });

  test('the status line counts the days to the earliest reading that holds, and names those that do', () => {
    expect(basisLine(basisAt(at('2026-11-23T00:00:00Z')), 'zh')).toContain('还有 5 天');
    expect(basisLine(basisAt(at('2026-11-29T02:00:00Z')), 'zh')).toContain('11-29、11-30');
    expect(basisLine(basisAt(at('2026-11-30T02:00:00Z')), 'en')).toContain('11-30');
  });
});

describe('the back-dating guard', () => {
  const lapse = at('2026-11-28T16:00:00Z');
  test('refuses a clock before a ledger entry or receipt that was made after the undisputed term', () => {
    const proof = at('2026-12-05T00:00:00Z');
    const claimed = at('2026-11-20T00:00:00Z');
    expect(checkBackDating(claimed, { lastEntryAt: proof, lastReceiptAt: null })).toMatchObject({ code: 'CLOCK_BEHIND_LEDGER' });
    expect(checkBackDating(claimed, { lastEntryAt: null, lastReceiptAt: proof })).toMatchObject({ code: 'CLOCK_BEHIND_RECEIPT' });
    expect(checkBackDating(proof, { lastEntryAt: proof, lastReceiptAt: proof })).toEqual({ ok: true, value: proof });
  });

  test('accepts exactly the clocks that no such proof contradicts', () => {
    const instant = fc.integer({ min: at('2026-11-01T00:00:00Z'), max: at('2027-01-01T00:00:00Z') });
    fc.assert(
      fc.property(instant, fc.option(instant), fc.option(instant), (claimed, entry, receipt) => {
        const late = [entry, receipt].filter((proof): proof is number => proof !== null && proof >= lapse);
        const result = checkBackDating(claimed as Instant, {
          lastEntryAt: entry as Instant | null,
          lastReceiptAt: receipt as Instant | null,
        });
        expect(result.ok).toBe(late.every((proof) => claimed >= proof));
      }),
    );
  });
});
