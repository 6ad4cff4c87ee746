// Texts that GB18030 can decode and that were never written in it are said to be so; texts in it never are. Real ones are our own: the checklist's.
import { readFileSync } from 'node:fs';
import { createGbDoubt } from '@shared/analysis/readers/gb-doubt';
import { isUtf8 } from '@shared/analysis/readers/sniff';
import { utf8 } from '@shared/basics/bytes';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDITION_FILE } from '../../support/shipped-edition';
import { filesOf, outcome } from './readers-support';

/** By a table made from the decoder: the encoder of this runtime knows UTF-8 only. */
function encoderOf(label: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(label);
  const known = new Map<string, number[]>();
  for (let a = 0xfe; a >= 0x81; a--)
    for (let b = 0xfe; b >= 0x40; b--) if (b !== 0x7f) known.set(decoder.decode(Uint8Array.of(a, b)), [a, b]);
  for (let a = 0; a < 0x80; a++) known.set(String.fromCharCode(a), [a]);
  return (text) =>
    Uint8Array.from(
      [...text].flatMap((char) => {
        const bytes = known.get(char);
        if (!bytes) throw new Error(`${char} is not in ${label}`);
        return bytes;
      }),
    );
}
const gb18030 = encoderOf('gb18030');
const big5 = encoderOf('big5');
const eucKr = encoderOf('euc-kr');
const eucJp = encoderOf('euc-jp');
const shiftJis = encoderOf('shift_jis');
const latin1 = (text: string): Uint8Array =>
  Uint8Array.from([...text], (char) => ({ '’': 0x92, '“': 0x93, '”': 0x94 })[char] ?? char.charCodeAt(0));

const doubted = (...blocks: readonly Uint8Array[]): boolean => {
  const doubt = createGbDoubt();
  for (const block of blocks) doubt.look(block);
  return doubt.doubted();
};

const TRADITIONAL =
  '為規範公共數據資源授權運營，促進數據要素市場發展，依據有關法律、法規，結合本市實際，制定本辦法。本市行政區域內公共數據的登記、授權、開發利用、安全監督等活動，適用本辦法。姓名，電話號碼，戶籍地址，出生日期，備註：請聯絡承辦人員，謝謝。';
/** Written for these tests; tables as a developer abroad would deliver them. */
const KOREAN = [
  '공공데이터 자원의 인가 운영을 규범화하고 데이터 요소 시장의 발전을 촉진하기 위하여 관련 법률에 따라 이 조치를 제정한다.',
  '회원번호,가입일자,우편번호,비고\n101,2024-01-02,04524,계약 갱신\n102,2024-02-03,06236,해지 요청\n',
  '성명,연락처,주소\n홍길동,010-0000-0000,서울특별시 강남구\n김영희,010-0000-0001,부산광역시 해운대구\n',
];
const JAPANESE = [
  '公共データ資源の許諾運営を規範化し、データ要素市場の発展を促進するため、関係法令に基づき本弁法を制定する。',
  '会員番号,登録日,郵便番号,備考\n101,2024-01-02,100-0001,契約更新済\n102,2024-02-03,530-0001,解約申請中\n',
  '氏名,電話番号,住所\n山田太郎,03-0000-0000,東京都千代田区丸の内\n佐藤花子,06-0000-0000,大阪府大阪市北区\n',
];
const SIMPLIFIED = [
  ...readFileSync(EDITION_FILE, 'utf8')
    .replace(/[^\u3000-\u301e\u4e00-\u9fa5\uff01-\uff5e]+/g, '')
    .slice(0, 20_000),
];
/** Given names with characters that GB/T 2312 lacks, and such beside Latin letters. */
const NAMES = [
  '王玥',
  '李珺',
  '赵喆',
  '钱堃',
  '孙昇',
  '周頔',
  '吴赟',
  '郑祎',
  '冯甯',
  '陈珮',
  '褚犇',
  '卫晧',
  '蒋偲',
  '沈婳',
  '韩旸',
  '杨囡',
  '朱媄',
  '秦翀',
  '尤莹',
  '许镕',
  '何劼',
  '吕淼',
  '施彧',
  '张玮',
];

describe('a text that was never written in GB18030', () => {
  it('is doubted in Big5 from sixteen characters on, wherever it begins', () => {
    const characters = [...TRADITIONAL];
    for (let at = 0; at + 16 <= characters.length; at++) {
      const piece = characters.slice(at, at + 16).join('');
      expect([piece, doubted(big5(piece))]).toEqual([piece, true]);
    }
  });
  it.each([
    'name,city\nMüller,Zürich\n',
    'nome;cidade\nJoão;São Tomé\nGonçalves;Avelãs\n',
    'Citroën,Pérez,Núñez,Ångström',
    'id,note\n1,don’t ask\n2,it’s fine\n',
    'ID,NAME\n1,MÜLLER\n2,PÉREZ\n',
  ])('is doubted in Windows-1252: %j', (text) => expect(doubted(latin1(text))).toBe(true));

  it.each(KOREAN)('is doubted in EUC-KR: %j', (text) => expect(doubted(eucKr(text))).toBe(true));
  it.each(JAPANESE)('is doubted in EUC-JP and in Shift_JIS: %j', (text) => {
    expect([doubted(eucJp(text)), doubted(shiftJis(text))]).toEqual([true, true]);
  });
  // The signs that shift are those of RFC 1468, 1557 and 1843.
  it.each([
    ['ISO-2022-JP', '\x1b$BL>A0\x1b(B,id\n\x1b$B;3ED\x1b(B,1\n'],
    ['ISO-2022-KR', "\x1b$)C\x0e@L8'\x0f,id\n\x0e1hC6\x0f,1\n"],
    ['HZ', '~{PUC{~},id\n~{MuP!Cw~},1\n'],
  ])('is read in part in %s, whose bytes are all ASCII', async (_, text) => {
    expect(await outcome(text)).toMatchObject([[expect.any(String), 1, 'BAD_ENCODING']]);
  });
  it('is none for what only looks like shifted text', async () => {
    expect(await outcome('a,b\n~{},~1\n~/home,{x}~\n\x1b[31m,red\n')).toMatchObject([[expect.any(String), 3, null]]);
  });

  it('is a table that was read in part, whatever its form', async () => {
    const rows = Array.from({ length: 9 }, (_, i) => `王小明,0912345${i},臺北市信義區`);
    const forms = [
      ['csv', `姓名,電話,地址\n${rows.join('\n')}\n`],
      ['text', `${TRADITIONAL}\n`.repeat(3)],
      ['jsonl', rows.map((row) => `{"姓名":"${row.split(',')[0]}","地址":"${row.split(',')[2]}"}`).join('\n')],
      ['text', `<!doctype html><html><body><p>${TRADITIONAL}</p></body></html>`],
    ] as const;
    for (const [format, text] of forms) {
      const [file] = await filesOf(big5(text));
      expect([file?.format, file?.encoding, file?.partly?.code]).toEqual([format, 'gb18030', 'BAD_ENCODING']);
      expect([format, (await filesOf(gb18030(text)))[0]?.partly]).toEqual([format, null]);
    }
  });
});

describe('a text in GB18030', () => {
  it('is read as such where one character that is UTF-8 by chance fills a column', async () => {
    // 路 is C2 B7, which is a dot in UTF-8.
    const routes = Array.from({ length: 40 }, (_, i) => `${i + 1},${i + 1}路`);
    const [file] = await filesOf(gb18030(`序,线路\n${routes.join('\n')}\n`));
    expect([file?.encoding, file?.partly, file?.columns?.map(({ name }) => name)]).toEqual(['gb18030', null, ['序', '线路']]);
  });
  it('is read as such where its Hanzi in the header hold three bytes that are UTF-8 by chance', async () => {
    const lines = Array.from({ length: 12 }, (_, i) => `${i},0452-23456${10 + i}转801`);
    const [file] = await filesOf(gb18030(`序,电话\n${lines.join('\n')}\n`));
    expect([file?.encoding, file?.columns?.map(({ name }) => name)]).toEqual(['gb18030', ['序', '电话']]);
  });
  it('is not seen in UTF-8 whose letters of two bytes are damaged in a place', async () => {
    const lines = Array.from({ length: 40 }, (_, i) => `${i},été,Привет,ceño`).join('\n');
    const bytes = new TextEncoder().encode(`n,a,b,c\n${lines}\n`);
    bytes[bytes.lastIndexOf(0xc3)] = 0xff;
    expect((await filesOf(bytes))[0]?.encoding).toBe('utf-8');
  });
  it('is never doubted, from any character of our own texts on, be it one character or two hundred', () => {
    const wrong: string[] = [];
    for (let at = 0; at < SIMPLIFIED.length; at += 3) {
      const piece = SIMPLIFIED.slice(at, at + (at % 200) + 1).join('');
      if (doubted(gb18030(piece))) wrong.push(piece);
    }
    expect(SIMPLIFIED.length).toBeGreaterThan(5_000);
    expect(wrong).toEqual([]);
  });
  it('is not doubted for its traditional characters', () => {
    const characters = [...TRADITIONAL];
    for (let at = 0; at < characters.length; at++)
      for (const length of [1, 2, 4, 12, 60]) expect(doubted(gb18030(characters.slice(at, at + length).join('')))).toBe(false);
  });
  it.each([
    ['rare characters in names', NAMES.join('\n')],
    ['two names', '王玥\n李珺\n'],
    ['each name', ''],
    ['Russian', 'Хабаровск, Цицикар. Договор поставки тепловой энергии'],
    ['kana', 'これはテストです。カタカナとひらがな'],
    ['units', 'a,面积(㎡),b㎡,℃,㎝,㎞,×,÷,±\n'],
    ['rules of tables', '┌──┬──┐│a│b│└──┴──┘'],
    ['characters between letters', 'A栋B座x号y'],
    ['a list of all characters', Array.from({ length: 20_902 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('')],
  ])('is not doubted for %s', (_, text) => {
    for (const piece of text === '' ? NAMES : [text]) expect([piece, doubted(gb18030(piece))]).toEqual([piece, false]);
  });
  it('is not doubted for any mixture of what Chinese tables hold, cut into blocks anywhere', () => {
    const piece = fc.oneof(
      { weight: 8, arbitrary: fc.nat(SIMPLIFIED.length - 9).map((at) => SIMPLIFIED.slice(at, at + 8).join('')) },
      { weight: 1, arbitrary: fc.constantFrom(...NAMES) },
      { weight: 3, arbitrary: fc.stringMatching(/^[A-Za-z0-9,;|"\n ]{1,9}$/) },
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 40 }), fc.nat(), (pieces, cut) => {
        const bytes = gb18030(pieces.join(''));
        const at = bytes.length === 0 ? 0 : cut % bytes.length;
        expect(doubted(bytes)).toBe(false);
        expect(doubted(bytes.subarray(0, at), bytes.subarray(at))).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

describe('UTF-16 without a mark', () => {
  const wide = (text: string, big: boolean): Uint8Array =>
    Uint8Array.from(
      [...text].flatMap((char) =>
        big ? [char.charCodeAt(0) >> 8, char.charCodeAt(0) & 255] : [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8],
      ),
    );
  // The first character of all Hanzi ends in a byte that is zero, and so does 刀.
  it.each([
    '姓名,备注\n王一,说明一\n张三,说明二\n',
    `${'本市行政区域内公共数据的登记、授权、开发利用、安全监督等活动，适用本办法。一、二、三。'.repeat(4)}\n`,
    'name,一\nx,刀\n',
    '[{"姓名":"王一"}]',
    '이름,전화\n김철수,1\n',
  ])('is read as what it is: %j', async (text) => {
    for (const big of [false, true]) {
      const [file] = await filesOf(wide(text, big));
      expect([file?.encoding, file?.partly]).toEqual([big ? 'utf-16be' : 'utf-16le', null]);
      expect(file?.columns).toEqual((await filesOf(text))[0]?.columns);
    }
  });
  it.each([
    ['letters with a NUL among them', utf8('abcdefgh\0xyz,1\nqwertyui,2\n')],
    ['small numbers', Uint8Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? i / 4 : 0))],
    ['Hanzi in UTF-8 with a NUL among them', utf8('姓名,备注\n王一,\0说明\n')],
    ['UTF-32', Uint8Array.from([...'姓名,一\n'].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8, 0, 0]))],
  ])('is not seen in %s', async (_, bytes) => expect(await outcome(bytes)).toBe('BINARY'));
});

describe('a few Hanzi that happen to be UTF-8 as well', () => {
  const twoOf = SIMPLIFIED.map((char, i) => char + (SIMPLIFIED[i + 1] ?? '')).filter((word) => isUtf8(gb18030(word)));
  it('are read as what they are, nearly always', async () => {
    const words = new Set(twoOf);
    const asTheyAre: string[] = [];
    for (const word of words) {
      const [file] = await filesOf(gb18030(`id,${word}\n1,2\n3,4\n`));
      if (file?.encoding !== 'gb18030') continue;
      expect(file.columns?.[1]?.name).toBe(word);
      asTheyAre.push(word);
    }
    expect(asTheyAre).toEqual(expect.arrayContaining(['状态', '原始', '系统', '实施', '学校', '住址']));
    expect(words.size).toBeGreaterThan(20);
    expect(asTheyAre.length / words.size).toBeGreaterThan(0.9);
  });
  it.each([
    'Договор поставки',
    'вино',
    'España',
    'café naïve',
    'ąęłżź',
    'Ελληνικά',
    'עברית',
    'العربية',
    'id,Müller and Ångström',
    'Hawaiʻi, Oʻahu',
    'nǐ hǎo',
    'Ⅳ × 3 ÷ 2',
    'λ = 3 µm',
  ])('are not seen in %s', async (text) => {
    expect((await filesOf(`a,b\n1,${text}\n2,x\n`)).map(({ encoding, partly }) => [encoding, partly])).toEqual([['utf-8', null]]);
  });
});

describe('UTF-16 that is broken', () => {
  const units = (text: string): Uint8Array =>
    Uint8Array.from([...Array(text.length).keys()].flatMap((i) => [text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8]));
  const MARK = Uint8Array.of(0xff, 0xfe);
  const whole = '姓名,手机\n示例一,13900001001\n示例二,13900001002\n';
  const code = async (text: string, ...more: number[]) =>
    (await filesOf(Uint8Array.from([...MARK, ...units(text), ...more]))).map(({ partly }) => partly?.code ?? null);

  it('is said to be, in tables, texts and JSON', async () => {
    expect(await code(whole)).toEqual([null]);
    expect(await code(whole.replace('例一', '\ud800'))).toEqual(['BAD_ENCODING']);
    expect(await code(whole, 0x41)).toEqual(['BAD_ENCODING']);
    expect(await code('今天没有别的事。\ud800明天再说吧。\n')).toEqual(['BAD_ENCODING']);
    expect(await code('[{"a":"\udc00x"},{"a":"y"}]')).toEqual(['BAD_ENCODING']);
  });
  it('is not said of a pair, be it cut between two blocks, nor of a replacement character that was delivered', async () => {
    expect(await code(whole.replace('例一', '😀\ufffd'))).toEqual([null]);
    const filler = 'x'.repeat(128 * 1_024 - 2 - whole.length);
    expect(await code(`${whole}${filler}😀,1\n`.replace('x'.repeat(20_000), `${'x,\n'.repeat(6_666)}xx`))).toEqual([null]);
  });
});
