// Every address of the desk and the page that answers it. Pages load when first opened.
import { createMemoryRouter, type RouteObject } from 'react-router';
import { SkeletonRows } from '../components/states';
import { RouteStopped } from './error-boundary';
import { Frame } from './frame';

const page = (path: string, Component: () => Promise<React.ComponentType>): RouteObject => ({
  path,
  errorElement: <RouteStopped />,
  // The first page of a router loads before anything is shown; the delay is in SkeletonRows.
  hydrateFallbackElement: <SkeletonRows />,
  lazy: async () => ({ Component: await Component() }),
});

export const pageRoutes: RouteObject[] = [
  page('/desk', async () => (await import('../features/desk/desk-page')).DeskPage),
  page('/products', async () => (await import('../features/products/products-page')).ProductsPage),
  page('/register/:id', async () => (await import('../features/register/register-page')).RegisterPage),
  page('/assess/:id', async () => (await import('../features/assess/assess-page')).AssessPage),
  page('/assess/:id/:item', async () => (await import('../features/assess/assess-page')).AssessPage),
  page('/evidence/:id', async () => (await import('../features/evidence/evidence-page')).EvidencePage),
  page('/decide/:id', async () => (await import('../features/decide/decide-page')).DecidePage),
  page('/reports', async () => (await import('../features/reports/reports-page')).ReportsPage),
  page('/reports/:sha', async () => (await import('../features/reports/report-page')).ReportPage),
  page('/sync', async () => (await import('../features/sync/sync-page')).SyncPage),
  page('/ledger', async () => (await import('../features/ledger/ledger-page')).LedgerPage),
  page('/verify', async () => (await import('../features/verify/verify-page')).VerifyPage),
  page('/settings', async () => (await import('../features/settings/settings-page')).SettingsPage),
  page('/settings/:section', async () => (await import('../features/settings/settings-page')).SettingsPage),
];

export const deskRouter = () =>
  createMemoryRouter([{ element: <Frame />, errorElement: <RouteStopped />, children: pageRoutes }], { initialEntries: ['/desk'] });

/** What may be opened without unlocking: the ledger is plain by design, and verifying needs no key. */
const OPEN_WHEN_LOCKED = ['/ledger', '/verify'] as const;
export type OpenWhenLocked = (typeof OPEN_WHEN_LOCKED)[number];
export const lockedRouter = (start: OpenWhenLocked) =>
  createMemoryRouter(
    pageRoutes.filter((route) => (OPEN_WHEN_LOCKED as readonly string[]).includes(route.path ?? '')),
    { initialEntries: [start] },
  );
