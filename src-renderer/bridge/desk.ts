// The desk's only door to main: the bridge that the preload exposed, typed by the contract. Nothing else in the pages touches it.
import type { DeskBridge } from '@shared/contract/contract';

declare global {
  interface Window {
    readonly shiqi: DeskBridge;
  }
}

export const deskBridge = (): DeskBridge => window.shiqi;
