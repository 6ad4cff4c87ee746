// Web pages: what they show in lines, what they carry beside it, and what runs, loads or sends when they are opened.
import { createHtmlScanner } from '@shared/analysis/readers/html-tokens';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contents, filesOf, outcome, pack } from './readers-support';

const hits = (file: Awaited<ReturnType<typeof filesOf>>[number] | undefined) =>
  (file?.columns?.[0]?.hits ?? []).map(({ detector, cells }) => [detector, cells]);
const page = (body: string) => `<!DOCTYPE html>\n<html lang="zh"><head><title>页</title></head><body>${body}</body></html>`;
const byName = async (body: string) => new Map((await filesOf(page(body))).map((file) => [file.part ?? '', file]));

describe('a web page', () => {
  it('is a text of its lines, words joined across tags and entities decoded', async () => {
    const [file, ...more] = await filesOf(
      page('<p>手机 139<b>0000</b>1001</p><table><tr><td>&#49;&#x33;900001002</td><td>金额, 1</td></tr></table>'),
    );
    expect([file?.format, file?.encoding, file?.rows, file?.partly, more]).toEqual(['text', 'utf-8', null, null, []]);
    expect(file?.columns?.map(({ name, distinct }) => [name, distinct])).toEqual([['text', 4]]);
    expect(hits(file)).toEqual([['mobile', 2]]);
  });

  it('is recognised after a prolog, in an archive, and not for an angle bracket', async () => {
    expect((await filesOf('<?xml version="1.0"?><!-- a --> <HTML><body>13900001001'))[0]?.columns?.[0]?.hits).toHaveLength(1);
    expect(await outcome(pack([{ name: 'a.html', bytes: page('x') }]))).toEqual([['x/a.html', null, null]]);
    expect((await filesOf('<b, c\n1,2\n'))[0]?.format).toBe('csv');
  });

  it('keeps attributes, comments and scripts apart, and does not take script for text', async () => {
    const parts = await byName(
      '<a href="tel:13900001001" class="13900001009" data-owner=\'示例 13900001002\'>拨打</a><!-- 旧号 13900001003 --><script>const a = "13900001004"; if (a<b) go("</p>")\n</script><p>完',
    );
    expect([...parts.keys()]).toEqual(['', 'attributes', 'comments', 'scripts']);
    expect([...parts.values()].map(hits)).toEqual([[], [['mobile', 2]], [['mobile', 1]], [['mobile', 1]]]);
    expect(contents(parts.get(''))).toEqual([
      ['COMMENTS', 1],
      ['HTML_SCRIPT', 1],
    ]);
  });

  it.each([
    ['a script', '<script>x</script>', [['HTML_SCRIPT', 1]]],
    ['data in a script', '<script type="application/json">{}</script>', []],
    ['a handler', '<img alt=x onerror=go()>', [['HTML_SCRIPT', 1]]],
    ['a script in an address', '<a href=" java&#115;cript:go()">x</a>', [['HTML_SCRIPT', 1]]],
    ['a frame', '<iframe srcdoc="x"></iframe>', [['HTML_FRAME', 1]]],
    ['a form', '<form action="/send"><input></form>', [['HTML_FORM', 1]]],
    ['a picture from elsewhere', '<img src="//cdn.example.org/a.png">', [['REMOTE_PART', 1]]],
    ['a picture of its own', '<img src="a.png">', []],
    ['what is not shown', '<div style="display: none"><div>1</div>2</div><p>3', [['HIDDEN_TEXT', 1]]],
    ['a hidden field', '<input type=hidden value=7>', [['HIDDEN_TEXT', 1]]],
    ['a tag in a comment', '<!-- <script>x</script> -->', [['COMMENTS', 1]]],
    ['a tag in a value', '<p title="<script>">x</p>', []],
    ['a tag in a text field', '<textarea><script>x</script></textarea>', []],
  ])('counts %s', async (_what, body, expected) => {
    const found = contents((await byName(body)).get('')).filter(([code]) => code !== 'UNEXPECTED_HOST' && code !== 'FOREIGN_HOST');
    expect(found).toEqual(expected);
  });

  it('is cut anywhere without a difference', () => {
    const seen = (pieces: readonly string[]) => {
      const told: string[] = [];
      const add = (kind: string, text: string) => {
        if (told.at(-1)?.startsWith(kind)) told.push(`${told.pop()}${text}`);
        else told.push(kind + text);
      };
      const scanner = createHtmlScanner({
        open: (name, attributes) => told.push(`<${name} ${JSON.stringify([...attributes])}`),
        close: (name) => told.push(`/${name}`),
        text: (text) => add('t:', text),
        raw: (text, element) => add(`r${element}:`, text),
        comment: (text, isFirst) => (isFirst ? told.push(`c:${text}`) : add('c:', text)),
      });
      for (const piece of pieces) scanner.push(piece);
      scanner.end();
      return told;
    };
    const pieces = fc.array(
      fc.constantFrom(
        '<',
        '>',
        '</',
        'p',
        'script',
        '</script>',
        '<script>',
        '<!--',
        '-->',
        '"',
        "'",
        '=',
        ' ',
        'a',
        '&lt;',
        '&#4',
        '9;',
        '/',
        '!',
        '<title>',
        '</title>',
        '?',
      ),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const whole = parts.join('');
        expect(seen([...whole])).toEqual(seen([whole]));
      }),
      { numRuns: 300 },
    );
  });

  it('ends in a code or a line, whatever is left open', async () => {
    const long = 'x'.repeat(2_000_000);
    expect(await outcome(page(`<p title="${long}`))).toEqual([['x', null, 'LINE_TOO_LONG']]);
    for (const open of ['<!--', '<script>', '<textarea>', '<div>', '<div '.repeat(300_000), '<<<<'.repeat(200_000), '&'.repeat(500_000)]) {
      const files = await filesOf(page(open + 'y '.repeat(100_000)));
      expect(files[0]?.name).toBe('x');
    }
  });
});
