// Handlers of the two windows that main owns: one line each.
import type { HandlersOf } from '@shared/contract/call';
import type { reportCalls, signingCalls } from '@shared/contract/contract';
import type { Services } from './services';

export const signingHandlers = ({ approvals }: Services): HandlersOf<typeof signingCalls> => ({
  getView: () => approvals.getView(),
  approve: ({ request, passphrase }) => approvals.approve(request, passphrase),
  cancel: ({ request }) => approvals.cancel(request),
});

export const reportHandlers = ({ printer }: Services): HandlersOf<typeof reportCalls> => ({
  getReport: () => printer.getReport(),
  ready: ({ pages }) => printer.ready(pages),
});
