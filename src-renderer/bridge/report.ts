// The report page's only door to main, typed by its own group of the contract.
import type { ReportBridge } from '@shared/contract/contract';

export const reportBridge = (): ReportBridge => (window as unknown as { readonly shiqi: ReportBridge }).shiqi;
