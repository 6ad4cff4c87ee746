// What a delivered file gives away without showing it: by subtraction within it, against the earlier release, by its largest contributors, and by the
// interface it describes or answers for. Each as a section with its figures, its places and the item it informs.
import Box from '@mui/material/Box';
import type { AnalysisFile } from '@shared/analysis/result';
import type { FindingDraft } from '@shared/assessment/model';
import { contentFindingId, contentItem } from '@shared/assessment/proposals';
import type { Edition } from '@shared/checklist/edition';
import { commonTexts } from '@shared/texts/common';
import { evidenceInferenceTexts } from '@shared/texts/evidence-inference';
import { useTexts } from '../../components/language';
import { documentLines, sampleLines, serverFacts } from './api-model';
import { useContentWords } from './content-words';
import type { JudgeActs } from './judge';
import { Measure } from './measure';
import { Figures, Places } from './places';
import { percent } from './roc-model';

type Props = {
  readonly look: AnalysisFile;
  readonly edition: Edition | null;
  readonly findings: readonly FindingDraft[];
  readonly acts: JudgeActs;
};

/** What these sections say; the list of contents does not say it again. */
export const SAID_BY_SECTIONS: readonly string[] = [
  'TOTAL_GIVES_BACK',
  'RELEASES_GIVE_BACK',
  'DOMINATED_CELL',
  'API_UNAUTHENTICATED',
  'API_ENUMERABLE_ID',
  'API_FIELD_PROJECTION',
  'API_BULK_UNLIMITED',
  'API_UNLIMITED_RATE',
  'API_UNDOCUMENTED',
  'API_PRECISION',
];

export const hasSections = ({ differencing, releases, dominance, api }: AnalysisFile): boolean =>
  [differencing, releases, dominance, api].some((each) => each !== undefined);

export function InferenceTables(props: Props) {
  const { look } = props;
  if (!hasSections(look)) return null;
  return (
    <Box sx={{ mt: 5, pt: 4, borderTop: '1px solid', borderColor: 'hairline' }}>
      <Sums {...props} />
      <Releases {...props} />
      <Dominance {...props} />
      <Described {...props} />
      <Replies {...props} />
    </Box>
  );
}

/** The findings of these codes, in their order, and the item where there are none. */
function judgedOf({ look, edition, findings }: Props, codes: readonly string[]) {
  const ids = codes.map((code) => contentFindingId(look, code));
  return {
    findings: ids.flatMap((id) => findings.find((each) => each.id === id) ?? []),
    item: edition && contentItem(edition, codes[0] ?? ''),
  };
}

function Sums(props: Props) {
  const common = useTexts(commonTexts);
  const words = useTexts(evidenceInferenceTexts);
  const { differencing } = props.look;
  if (!differencing) return null;
  const texts = words.sums;
  const { totals, hidden, givenBack, missingRows, at } = differencing;
  const bad = givenBack + missingRows > 0;
  const said = [givenBack > 0 ? texts.found(givenBack, hidden) : '', missingRows > 0 ? texts.missing(missingRows) : ''];
  return (
    <Measure
      title={texts.title}
      bad={bad}
      said={bad ? common.clauses(said.filter((each) => each !== '')) : texts.none(hidden)}
      {...judgedOf(props, ['TOTAL_GIVES_BACK'])}
      acts={props.acts}
      note={note(bad ? texts.means : '', placesWords(words, bad, at), texts.source)}
    >
      <Figures
        label={texts.title}
        rows={[
          [texts.totals, totals],
          [texts.hidden, hidden],
          [texts.givenBack, givenBack],
          [texts.missingRows, missingRows],
        ]}
      />
      <Places
        label={`${texts.title} · ${words.row}`}
        words={[words.row, words.column, words.how]}
        rows={(at ?? []).map(({ row, column, how }) => ({ words: [row.toLocaleString('en-US'), column, texts.how[how]], numbers: [] }))}
        all={givenBack + missingRows}
      />
    </Measure>
  );
}

function Releases(props: Props) {
  const common = useTexts(commonTexts);
  const words = useTexts(evidenceInferenceTexts);
  const { releases } = props.look;
  if (!releases) return null;
  const texts = words.releases;
  const { rows, compared, threshold, small, printedBefore, at } = releases;
  const bad = small + printedBefore > 0;
  const said = [small > 0 ? texts.found(small, threshold) : '', printedBefore > 0 ? texts.printed(printedBefore) : ''];
  return (
    <Measure
      title={texts.title}
      bad={bad}
      said={bad ? common.clauses(said.filter((each) => each !== '')) : texts.none(compared, threshold)}
      {...judgedOf(props, ['RELEASES_GIVE_BACK'])}
      acts={props.acts}
      note={note(bad ? texts.means : '', placesWords(words, bad, at), texts.source)}
    >
      <Figures
        label={texts.title}
        rows={[
          [texts.rows, rows],
          [texts.compared, compared],
          [texts.small(threshold), small],
          [texts.printedBefore, printedBefore],
        ]}
      />
      <Places
        label={`${texts.title} · ${words.row}`}
        words={[words.row, words.column, words.how]}
        rows={(at ?? []).map(({ row, column, how }) => ({ words: [row.toLocaleString('en-US'), column, texts.how[how]], numbers: [] }))}
        all={small + printedBefore}
      />
    </Measure>
  );
}

function Dominance(props: Props) {
  const words = useTexts(evidenceInferenceTexts);
  const { dominance } = props.look;
  if (!dominance) return null;
  const texts = words.dominance;
  const { cells, dominated, within, sensitive, n = 1, share, p, at } = dominance;
  const bad = sensitive > 0;
  return (
    <Measure
      title={texts.title}
      bad={bad}
      said={bad ? texts.found(sensitive, cells) : texts.none(cells)}
      {...judgedOf(props, ['DOMINATED_CELL'])}
      acts={props.acts}
      note={note(bad ? texts.means : '', placesWords(words, bad, at), texts.source)}
    >
      <Figures
        label={texts.title}
        rows={[
          [texts.cells, cells],
          [texts.nk(n, share), dominated],
          [texts.p(p), within],
          [texts.either, sensitive],
        ]}
      />
      <Places
        label={`${texts.title} · ${words.firstRow}`}
        words={[words.firstRow]}
        numbers={[texts.contributors, texts.largest, texts.nkShort, texts.pShort]}
        rows={(at ?? []).map((each) => ({
          words: [each.row.toLocaleString('en-US')],
          numbers: [
            each.contributors.toLocaleString('en-US'),
            percent(each.largest),
            each.dominated ? texts.yes : '',
            each.within ? texts.yes : '',
          ],
        }))}
        all={sensitive}
      />
    </Measure>
  );
}

const DOCUMENT_CODES = [
  'API_ENUMERABLE_ID',
  'API_UNAUTHENTICATED',
  'API_FIELD_PROJECTION',
  'API_BULK_UNLIMITED',
  'API_UNLIMITED_RATE',
] as const;
const SAMPLE_CODES = ['API_UNDOCUMENTED', 'API_ENUMERABLE_ID', 'API_PRECISION'] as const;

/** What a finding of an interface says, without the file's name. */
function useAbout(look: AnalysisFile): (finding: FindingDraft) => string {
  const wordsOf = useContentWords();
  return (finding) => {
    const content = look.content?.find(({ code }) => contentFindingId(look, code) === finding.id);
    return content ? wordsOf(content).why : finding.text;
  };
}

/** Of the description itself; the replies that stand beside it do not tell it again. */
function Described(props: Props) {
  const aboutOf = useAbout(props.look);
  const common = useTexts(commonTexts);
  const words = useTexts(evidenceInferenceTexts);
  const document = props.look.api?.samples ? null : props.look.api?.document;
  if (!document) return null;
  const texts = words.document;
  const lines = documentLines(document, words);
  const servers = serverFacts(document, words);
  return (
    <Measure
      title={texts.title}
      facts={[
        texts.facts(document.version, document.operations),
        servers.length > 0 ? common.labelled(texts.kinds.servers, common.list(servers)) : '',
      ]
        .filter((fact) => fact !== '')
        .join(' · ')}
      bad={lines.length > 0}
      said={lines.length > 0 ? texts.found(lines.length) : texts.none}
      {...judgedOf(props, DOCUMENT_CODES)}
      aboutOf={aboutOf}
      acts={props.acts}
      note={note(texts.means, texts.source)}
    >
      <Places
        label={texts.title}
        words={[texts.look, texts.operation, texts.parameter, texts.reading]}
        rows={lines.map(({ look, operation, parameter, reading }) => ({ words: [look, operation, parameter, reading], numbers: [] }))}
      />
    </Measure>
  );
}

function Replies(props: Props) {
  const aboutOf = useAbout(props.look);
  const words = useTexts(evidenceInferenceTexts);
  const samples = props.look.api?.samples;
  if (!samples) return null;
  const texts = words.samples;
  const lines = sampleLines(samples, words);
  return (
    <Measure
      title={texts.title}
      facts={texts.facts(samples.replies)}
      bad={lines.length > 0}
      said={lines.length > 0 ? words.document.found(lines.length) : texts.none}
      {...judgedOf(props, SAMPLE_CODES)}
      aboutOf={aboutOf}
      acts={props.acts}
      note={note(texts.means, texts.source)}
    >
      <Places
        label={texts.title}
        words={[words.document.look, words.document.parameter, words.document.reading]}
        rows={lines.map(({ look, parameter, reading }) => ({ words: [look, parameter, reading], numbers: [] }))}
      />
    </Measure>
  );
}

/** @param at undefined: the result is of a version that told numbers alone */
const placesWords = (
  words: { readonly placesNote: string; readonly noPlaces: string },
  bad: boolean,
  at: readonly unknown[] | undefined,
): string => (bad ? (at === undefined ? words.noPlaces : words.placesNote) : '');

const note = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ');
