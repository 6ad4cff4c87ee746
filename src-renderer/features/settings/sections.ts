// The sections of the settings, in their order; the name is also the last part of the address.
import type { SvgIconComponent } from '@mui/icons-material';
import ApartmentOutlined from '@mui/icons-material/ApartmentOutlined';
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import LockOutlined from '@mui/icons-material/LockOutlined';
import ShieldOutlined from '@mui/icons-material/ShieldOutlined';
import StorageOutlined from '@mui/icons-material/StorageOutlined';
import TuneOutlined from '@mui/icons-material/TuneOutlined';

export const SECTIONS = ['people', 'trust', 'editions', 'lock', 'data', 'display'] as const;
export type SectionName = (typeof SECTIONS)[number];

export const SECTION_ICONS: Readonly<Record<SectionName, SvgIconComponent>> = {
  people: ApartmentOutlined,
  trust: ShieldOutlined,
  editions: FactCheckOutlined,
  lock: LockOutlined,
  data: StorageOutlined,
  display: TuneOutlined,
};

export const sectionOf = (name: string | undefined): SectionName => SECTIONS.find((section) => section === name) ?? 'display';
