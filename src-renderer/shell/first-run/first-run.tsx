// placeholder
export function FirstRun({ onDone }: { onDone: () => void }) {
  return (
    <button type="button" onClick={onDone}>
      …
    </button>
  );
}
