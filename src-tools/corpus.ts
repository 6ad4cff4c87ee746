// npm run corpus -- [--rows N] [--seed N] [--list N]: precision and recall of the detectors over a labelled corpus made here from a seed, then over
// the one of lines and columns written by hand. Both are synthetic: they say how the detectors do on what they hold, not on a city's data.
import { makeColumns } from './corpus/columns';
import { handMade } from './corpus/hand-made';
import { type Count, f1, measure, precision, recall } from './corpus/measure';
import { deliver } from './corpus/tables';

const TODAY = '2026-11-23';

/** @returns null when the words are not to be understood */
function readArguments(args: readonly string[]): ReadonlyMap<string, number> | null {
  const given = new Map([
    ['--rows', 60],
    ['--seed', 1],
    ['--list', 40],
  ]);
  for (let i = 0; i < args.length; i += 2) {
    const [option = '', value = ''] = args.slice(i, i + 2);
    if (!given.has(option) || !/^\d{1,9}$/.test(value)) return null;
    given.set(option, Number(value));
  }
  return given;
}

const share = (x: number): string => (100 * x).toFixed(1).padStart(6);
const counted = (n: number): string => String(n).padStart(6);
const row = (count: Count): string =>
  `${counted(count.labelled)} ${counted(count.found)} ${share(precision(count))} ${share(recall(count))} ${share(f1(count))}`;

async function main(args: readonly string[]): Promise<number> {
  const given = readArguments(args);
  if (!given) {
    console.error('npm run corpus -- [--rows N] [--seed N] [--list N]');
    return 64;
  }
  const { columns, document } = makeColumns(given.get('--rows') ?? 60, given.get('--seed') ?? 1);
  const { figures, wrong, disagreements, files, cells } = await measure(deliver(columns, document), TODAY);
  const heading = 'labels  found  prec.%  rec.%     F1';
  console.log(`${files} files, ${columns.length + 1} columns, ${cells} cells; seed ${given.get('--seed')}\n`);
  console.log(`${''.padEnd(28)} cells: ${heading}   columns: ${heading}    near`);
  const all = { cells: { labelled: 0, found: 0, both: 0 }, columns: { labelled: 0, found: 0, both: 0 } };
  for (const { detector, cells: byCell, columns: byColumn, near } of figures) {
    for (const key of ['labelled', 'found', 'both'] as const) {
      all.cells[key] += byCell[key];
      all.columns[key] += byColumn[key];
    }
    console.log(`${detector.padEnd(28)}       ${row(byCell)}            ${row(byColumn)}  ${counted(near)}`);
  }
  console.log(`${'all'.padEnd(28)}       ${row(all.cells)}            ${row(all.columns)}`);
  for (const level of ['column', 'cell'] as const) {
    const list = wrong.filter((each) => each.level === level);
    console.log(`\n${list.length} ${level}s missed or called wrongly`);
    const groups = new Map<string, { readonly samples: string[]; count: number }>();
    for (const { kind, detector, where, about, sample } of list) {
      const key = `${kind} ${detector}: ${about}, ${where}`;
      const group = groups.get(key) ?? { samples: [], count: 0 };
      group.count++;
      if (group.samples.length < 3 && sample !== '') group.samples.push(sample);
      groups.set(key, group);
    }
    for (const [key, { samples, count }] of [...groups].slice(0, given.get('--list')))
      console.log(`  ${key}: ${count}  ${samples.join('  ')}`);
    if (groups.size > (given.get('--list') ?? 0)) console.log('  and more: --list N');
  }
  for (const line of disagreements) console.log(`  ${line}`);
  console.log(`\n${handMade().join('\n')}`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
