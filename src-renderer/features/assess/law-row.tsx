// The law beside the question: the article number hangs, the words are verbatim, the cited item is underlined, and the whole article opens in
// place. Numbers that nobody has confirmed say so. English shows the Chinese words and says that the reading aid is none.
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type Citation, citationLabel, citedText, type Edition, type EditionItem } from '@shared/checklist/edition';
import { articleOf, clauseLabel } from '@shared/regulation/measures';
import { assessTexts } from '@shared/texts/assess';
import { checklistTexts } from '@shared/texts/checklist';
import { commonTexts } from '@shared/texts/common';
import { Kbd } from '../../components/kbd';
import { useLanguage, useTexts } from '../../components/language';
import { LABEL_COLUMN } from './row';

type Props = { readonly item: EditionItem; readonly edition: Edition; readonly open: boolean; readonly onToggle: () => void };

export function LawRow({ item, edition, open, onToggle }: Props) {
  const texts = useTexts(assessTexts);
  const { labelled } = useTexts(commonTexts);
  const tight = useMediaQuery('(max-width:1399.95px)');
  const language = useLanguage();
  const cited = item.citations.find(({ at }) => at !== null) ?? null;
  const words = cited && citedText(cited);
  const others = item.citations.filter((citation) => citation !== cited);
  return (
    <Box
      component="section"
      aria-label={texts.law}
      sx={{ display: 'flex', columnGap: 4, py: '10px', borderBottom: '1px solid', borderColor: 'hairline' }}
    >
      <HangingNumber citation={cited} />
      <Box sx={{ flex: 1, minWidth: 0, borderLeft: '1px solid', borderColor: 'strong', pl: 4 }}>
        {words && (
          <Typography variant="law" component="p" lang="zh-CN" sx={{ m: 0, maxWidth: 760 }}>
            {words.lead !== null && !tight && <Box component="span">{words.lead}……</Box>}
            <Box
              component="span"
              sx={{
                textDecorationLine: 'underline',
                textDecorationColor: (theme) => theme.palette.teal,
                textDecorationThickness: '1.5px',
                textUnderlineOffset: '5px',
                color: 'ink',
              }}
            >
              {withoutMark(words.text)}
            </Box>
          </Typography>
        )}
        <Box
          sx={{
            display: 'flex',
            flexWrap: 'wrap',
            alignItems: 'center',
            columnGap: 3,
            rowGap: '2px',
            typography: 'caption',
            color: 'ink2',
            mt: '2px',
          }}
        >
          {language === 'en' && words && <span>{texts.readingAid}</span>}
          <span>{labelled(texts.passRule, item.passRule[language])}</span>
          {others.map((citation) => (
            <CitationChip key={`${citation.source} ${citation.clause}`} citation={citation} edition={edition} />
          ))}
          {cited && (
            <Link
              component="button"
              type="button"
              variant="caption"
              onClick={onToggle}
              aria-expanded={open}
              sx={{ display: 'inline-flex', gap: '4px', color: 'teal' }}
            >
              {open ? texts.close : texts.fullText} <Kbd keys="L" />
            </Link>
          )}
        </Box>
        {open && cited && <FullText citation={cited} />}
      </Box>
    </Box>
  );
}

/** The item's mark hangs beside the article number already. */
const withoutMark = (text: string): string => text.replace(/^（[一二三四五六七八九十]+）/, '');

/** 第十七条 over （二）, right-aligned in the column of the rows' names. */
function HangingNumber({ citation }: { citation: Citation | null }) {
  const at = citation?.at;
  const label = at ? clauseLabel({ article: at.article }) : (citation?.clause ?? '');
  const rest = at ? clauseLabel(at).slice(label.length) : '';
  const item = /（.+）/.exec(rest)?.[0];
  return (
    <Box lang="zh-CN" sx={{ width: LABEL_COLUMN, flexShrink: 0, textAlign: 'right', typography: 'law', color: 'ink2' }}>
      {label}
      {rest !== '' && (
        <Box component="span" sx={{ display: 'block' }}>
          {item ?? rest}
        </Box>
      )}
    </Box>
  );
}

function CitationChip({ citation, edition }: { citation: Citation; edition: Edition }) {
  const language = useLanguage();
  const words = useTexts(checklistTexts);
  return (
    <Box component="span" title={citation.note?.[language]} sx={{ display: 'inline-flex', alignItems: 'center', gap: '6px' }}>
      {citationLabel(citation, edition, language)}
      {citation.mark !== 'V' && (
        <Box component="span" sx={{ border: '1px solid', borderColor: 'strong', borderRadius: '4px', px: '5px', color: 'ink2' }}>
          {words.mark[citation.mark]}
        </Box>
      )}
    </Box>
  );
}

function FullText({ citation }: { citation: Citation }) {
  const texts = useTexts(assessTexts);
  const article = citation.at && articleOf(citation.at.article);
  if (!article) return null;
  return (
    <Box
      role="region"
      aria-label={texts.fullTextOf(article.label)}
      lang="zh-CN"
      sx={{ mt: 3, p: 4, bgcolor: 'raised', borderRadius: '4px', maxWidth: 760 }}
    >
      <Typography variant="caption" component="p" sx={{ m: 0, mb: 1 }}>
        {article.chapter}
      </Typography>
      {article.paragraphs.map((paragraph) => (
        <Box key={paragraph.number} sx={{ typography: 'law', mb: 1 }}>
          <Box component="p" sx={{ m: 0, textIndent: '2em' }}>
            {paragraph.number === 1 ? `${article.label}　` : ''}
            {paragraph.text}
          </Box>
          {paragraph.items.map((each) => (
            <Box component="p" key={each.number} sx={{ m: 0, textIndent: '2em' }}>
              （{each.mark}）{each.text}
            </Box>
          ))}
        </Box>
      ))}
    </Box>
  );
}
