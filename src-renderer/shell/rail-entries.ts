// The entries of the rail in their order; G and a digit open them, so the order is part of what people learn.
import type { SvgIconComponent } from '@mui/icons-material';
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined';
import DeskOutlined from '@mui/icons-material/DeskOutlined';
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined';
import MenuBookOutlined from '@mui/icons-material/MenuBookOutlined';
import PresentToAllOutlined from '@mui/icons-material/PresentToAllOutlined';
import SettingsOutlined from '@mui/icons-material/SettingsOutlined';
import VerifiedUserOutlined from '@mui/icons-material/VerifiedUserOutlined';

export type RailName = 'desk' | 'products' | 'assess' | 'reports' | 'sync' | 'ledger' | 'verify' | 'settings';
export type RailEntry = {
  readonly name: RailName;
  readonly digit: string;
  readonly icon: SvgIconComponent;
  readonly paths: readonly string[];
};

export const RAIL: readonly RailEntry[] = [
  { name: 'desk', digit: '1', icon: DeskOutlined, paths: ['desk'] },
  { name: 'products', digit: '2', icon: Inventory2Outlined, paths: ['products', 'register'] },
  { name: 'assess', digit: '3', icon: FactCheckOutlined, paths: ['assess', 'decide', 'evidence'] },
  { name: 'reports', digit: '4', icon: DescriptionOutlined, paths: ['reports'] },
  { name: 'sync', digit: '5', icon: PresentToAllOutlined, paths: ['sync'] },
  { name: 'ledger', digit: '6', icon: MenuBookOutlined, paths: ['ledger'] },
  { name: 'verify', digit: '7', icon: VerifiedUserOutlined, paths: ['verify'] },
  { name: 'settings', digit: '8', icon: SettingsOutlined, paths: ['settings'] },
];

/** Which entry is the open tab for a path. */
export const entryOf = (pathname: string): RailName | null =>
  RAIL.find((entry) => entry.paths.includes(pathname.split('/')[1] ?? ''))?.name ?? null;
