// The signing page's only door to main: three calls, typed by their own group of the contract.
import type { SigningBridge } from '@shared/contract/contract';

export const signingBridge = (): SigningBridge => (window as unknown as { readonly shiqi: SigningBridge }).shiqi;
