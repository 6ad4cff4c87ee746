// Key bindings of the page that is open. Owns the rules that hold everywhere: single keys only outside text fields, nothing while an input
// method composes, only the top-most layer (page or dialog) acts. Bindings carry a label, so that F1 and the palette can list them.
import { createContext, type ReactNode, useContext, useEffect, useId, useMemo, useRef, useState } from 'react';
import { matches, needsNoField, ownedByControl, typingInField } from './key-match';

export type KeyBinding = {
  /** "Ctrl+Enter", "J", "Alt+1", "F6", "/", "Esc". Names as on the key, modifiers in the order Ctrl, Alt, Shift. */
  readonly keys: string;
  /** What it does, in the page's language; F1 shows it. */
  readonly label: string;
  readonly run: () => void;
  /** Also offered in the command palette. */
  readonly command?: boolean;
  /** Acts whatever layer is on top (lock). */
  readonly always?: boolean;
};

type Registered = {
  readonly owner: string;
  readonly layer: number;
  readonly bindings: readonly KeyBinding[];
  readonly beneath: boolean;
};
type Registry = {
  readonly set: (entry: Registered) => void;
  readonly drop: (owner: string) => void;
  readonly current: () => readonly KeyBinding[];
};

const RegistryContext = createContext<Registry | null>(null);
const LayerContext = createContext(0);

export function KeyboardProvider({ children }: { children: ReactNode }) {
  const entries = useRef<Registered[]>([]);
  const registry = useMemo<Registry>(
    () => ({
      set: (entry) => {
        entries.current = [...entries.current.filter((other) => other.owner !== entry.owner), entry];
      },
      drop: (owner) => {
        entries.current = entries.current.filter((other) => other.owner !== owner);
      },
      current: () => acting(entries.current),
    }),
    [],
  );

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // 229 is what Chromium sends for keys that an input method has taken.
      if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
      const inField = typingInField(event.target);
      const binding = registry
        .current()
        .find(
          (candidate) =>
            matches(candidate.keys, event) && !(inField && needsNoField(candidate.keys)) && !ownedByControl(candidate.keys, event.target),
        );
      if (!binding) return;
      event.preventDefault();
      binding.run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [registry]);

  return <RegistryContext.Provider value={registry}>{children}</RegistryContext.Provider>;
}

/** A page's binding wins over the shell's whichever of them was drawn last; among pages the latest registered. */
function acting(all: readonly Registered[]): readonly KeyBinding[] {
  const entries = [...all.filter(({ beneath }) => beneath), ...all.filter(({ beneath }) => !beneath)];
  const top = Math.max(0, ...entries.map((entry) => entry.layer));
  return entries.flatMap((entry) => (entry.layer === top ? entry.bindings : entry.bindings.filter((binding) => binding.always))).reverse();
}

/**
 * Bindings live as long as the component that registers them.
 * @param beneath the shell's: they act where no page has the key
 */
export function useKeys(bindings: readonly KeyBinding[], beneath = false): void {
  const registry = useContext(RegistryContext);
  const layer = useContext(LayerContext);
  const owner = useId();
  useEffect(() => {
    registry?.set({ owner, layer, bindings, beneath });
  });
  useEffect(() => () => registry?.drop(owner), [registry, owner]);
}

/** What F1 and the palette list: the bindings of the page under the dialog that asks. */
export function useBindingsSnapshot(open: boolean): readonly KeyBinding[] {
  const registry = useContext(RegistryContext);
  const [snapshot, setSnapshot] = useState<readonly KeyBinding[]>([]);
  useEffect(() => {
    if (open && registry) setSnapshot(registry.current());
  }, [open, registry]);
  return snapshot;
}

/** Around the content of a dialog or menu: keys of the page beneath rest while it is mounted. */
export function KeyLayer({ children }: { children: ReactNode }) {
  const layer = useContext(LayerContext) + 1;
  return (
    <LayerContext.Provider value={layer}>
      <LayerHolder />
      {children}
    </LayerContext.Provider>
  );
}

const NO_BINDINGS: readonly KeyBinding[] = [];
function LayerHolder() {
  useKeys(NO_BINDINGS);
  return null;
}
