// The settings: sections on the left, rows of name and control, and beside them what cannot be changed here.
import LockOutlined from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import Typography from '@mui/material/Typography';
import { settingsTexts } from '@shared/texts/settings';
import { useNavigate, useParams } from 'react-router';
import { FoldingPanel } from '../../components/folding-panel';
import { useTexts } from '../../components/language';
import { PageHeader } from '../../components/page-header';
import { PanelSection, Sheet } from '../../components/sheet';
import { DataSection } from './data-section';
import { DisplaySection } from './display-section';
import { EditionsSection } from './editions-section';
import { LockSection } from './lock-section';
import { PeopleSection } from './people-section';
import { SECTION_ICONS, SECTIONS, type SectionName, sectionOf } from './sections';
import { TrustSection } from './trust-section';

const CONTENT: Readonly<Record<SectionName, () => React.ReactNode>> = {
  people: () => <PeopleSection />,
  trust: () => <TrustSection />,
  editions: () => <EditionsSection />,
  lock: () => <LockSection />,
  data: () => <DataSection />,
  display: () => <DisplaySection />,
};

export function SettingsPage() {
  const texts = useTexts(settingsTexts);
  const navigate = useNavigate();
  const section = sectionOf(useParams().section);
  return (
    <>
      <PageHeader title={texts.sections[section]} crumbs={[{ label: texts.title, onOpen: () => void navigate('/settings') }]} />
      <Sheet
        label={texts.title}
        left={<SettingsNav current={section} onOpen={(name) => void navigate(`/settings/${name}`)} />}
        side={
          <FoldingPanel label={texts.fixed.title} width={320} below={1180}>
            {section === 'lock' && (
              <PanelSection title={texts.forgot.title}>
                <Typography variant="body2">{texts.forgot.text}</Typography>
              </PanelSection>
            )}
            <PanelSection title={texts.fixed.title}>
              {texts.fixed.items.map((item) => (
                <Box
                  key={item}
                  sx={{
                    display: 'flex',
                    alignItems: 'center',
                    gap: 2,
                    py: '5px',
                    borderBottom: '1px solid',
                    borderColor: 'hairline',
                    typography: 'body2',
                    color: 'ink2',
                  }}
                >
                  <LockOutlined aria-hidden sx={{ fontSize: 15 }} /> {item}
                </Box>
              ))}
            </PanelSection>
          </FoldingPanel>
        }
      >
        <Box sx={{ px: 8, py: 5, maxWidth: 860 }}>
          <Typography variant="h1">{texts.sections[section]}</Typography>
          {CONTENT[section]()}
        </Box>
      </Sheet>
    </>
  );
}

function SettingsNav({ current, onOpen }: { current: SectionName; onOpen: (name: SectionName) => void }) {
  const texts = useTexts(settingsTexts);
  return (
    <Box
      component="nav"
      aria-label={texts.nav}
      sx={{
        width: 208,
        flexShrink: 0,
        display: 'flex',
        flexDirection: 'column',
        bgcolor: 'raised',
        borderRight: '1px solid',
        borderColor: 'hairline',
        py: 4,
        overflow: 'auto',
        '@media (max-width: 960px)': { width: 150 },
      }}
    >
      {SECTIONS.map((name) => {
        const Icon = SECTION_ICONS[name];
        const active = name === current;
        return (
          <ButtonBase
            key={name}
            aria-current={active ? 'page' : undefined}
            onClick={() => onOpen(name)}
            sx={{
              justifyContent: 'flex-start',
              textAlign: 'left',
              gap: 3,
              height: 38,
              px: 4,
              flexShrink: 0,
              borderLeft: '3px solid',
              borderColor: active ? 'teal' : 'transparent',
              bgcolor: active ? 'selected' : 'transparent',
              color: active ? 'teal' : 'ink',
              typography: 'body2',
              fontWeight: active ? 600 : 400,
            }}
          >
            <Icon aria-hidden sx={{ fontSize: 18 }} />
            {texts.sections[name]}
          </ButtonBase>
        );
      })}
      <Box sx={{ flex: 1 }} />
      <Typography variant="caption" component="p" sx={{ px: 4 }}>
        {texts.note}
      </Typography>
    </Box>
  );
}
