// The line above the question: group, number, edition, why the item applies, whether it is a hard stop. Then the question itself.
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { detectorName } from '@shared/assessment/proposals';
import { itemLabelIn } from '@shared/assessment/wording';
import type { ApplicableItem, SwitchReason } from '@shared/checklist/applicability';
import type { Edition } from '@shared/checklist/edition';
import { assessTexts } from '@shared/texts/assess';
import { checklistTexts } from '@shared/texts/checklist';
import { commonTexts } from '@shared/texts/common';
import { Fragment } from 'react';
import { GroupMark } from '../../components/group-mark';
import { useLanguage, useTexts } from '../../components/language';
import { useOneColumn } from './row';

function useReasonText(): (reason: SwitchReason) => string {
  const words = useTexts(checklistTexts);
  const common = useTexts(commonTexts);
  const language = useLanguage();
  return (reason) => {
    switch (reason.code) {
      case 'ALWAYS':
        return words.switchedOn.ALWAYS;
      case 'FORM':
        return words.switchedOn.FORM(common.forms[reason.form]);
      case 'SERVICE':
        return words.switchedOn.SERVICE(common.forms[reason.form]);
      case 'FEATURE_DECLARED':
        return words.switchedOn.FEATURE_DECLARED(words.feature[reason.feature]);
      case 'FEATURE_SEEN':
        return words.switchedOn.FEATURE_SEEN(words.feature[reason.feature], reason.file, detectorName(reason.signal, language));
      default:
        return words.switchedOn.FINDING_STANDS;
    }
  };
}

export function ItemHead({ applicable, edition }: { applicable: ApplicableItem; edition: Edition }) {
  const texts = useTexts(assessTexts);
  const language = useLanguage();
  const common = useTexts(commonTexts);
  const narrow = useOneColumn();
  const reasonText = useReasonText();
  const { item, because } = applicable;
  const facts = [
    itemLabelIn(item.id, language),
    edition.name[language],
    texts.layers[item.layer] || common.clauses(because.map(reasonText)),
  ].filter((fact) => fact !== '');
  return (
    <Box sx={{ pt: 1, pb: 2 }}>
      <Box
        sx={{ display: narrow ? 'none' : 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 3, typography: 'body2', color: 'ink2' }}
      >
        <GroupMark mark={texts.marks[item.section]} />
        {facts.map((fact, index) => (
          <Fragment key={fact}>
            {index > 0 && <span aria-hidden>·</span>}
            <span>{fact}</span>
          </Fragment>
        ))}
        {item.hardStop !== null && (
          <>
            <span aria-hidden>·</span>
            <Box component="span" sx={{ color: 'sealText', fontWeight: 600 }}>
              {texts.hardItem}
            </Box>
          </>
        )}
      </Box>
      <Typography id="question" variant="h1" component="h1" sx={{ mt: 2, maxWidth: 760, textWrap: 'pretty' }}>
        {item.question[language]}
      </Typography>
    </Box>
  );
}
