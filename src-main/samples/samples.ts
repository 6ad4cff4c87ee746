// The three synthetic samples for practice: what each asks to register, and its files. Read-only and shipped with the app; their expected
// outcomes are not here, so the product cannot read them.
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { readIfPresent } from '@main/files/durable';
import { type Registration, registrationSchema } from '@shared/assessment/model';
import type { SampleView } from '@shared/contract/views';

export type SampleFile = {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  readonly role: 'delivered' | 'paper' | 'comparison';
};

const FOLDER = { delivered: 'product', paper: 'papers', comparison: 'comparison' } as const;
/** In the order a newcomer is shown them: the pass, the return, the service. */
const ORDER = ['heating-index', 'bus-trips', 'credit-score-api'];

export function openSamples(root: string) {
  const read = (id: string, version: string): Registration | null => {
    const bytes = readIfPresent(path.join(root, id, `v${version}`, 'registration.json'));
    const parsed = bytes ? registrationSchema.safeParse(JSON.parse(bytes.toString('utf8'))) : null;
    return parsed?.success ? parsed.data : null;
  };
  const versionsOf = (id: string): string[] =>
    readdirSync(path.join(root, id), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && /^v\d+$/.test(entry.name))
      .map((entry) => entry.name.slice(1))
      .sort();

  return {
    list(): readonly SampleView[] {
      return ORDER.flatMap((id) => {
        if (!statSync(path.join(root, id), { throwIfNoEntry: false })) return [];
        return versionsOf(id).flatMap((version) => {
          const registration = read(id, version);
          if (!registration) return [];
          const { product, files } = registration;
          return [
            {
              id,
              version,
              title: product.name,
              form: product.form ?? 'other',
              files: files.length,
              bytes: files.reduce((sum, file) => sum + file.bytes, 0),
            },
          ];
        });
      });
    },

    /** Only names from the list reach the disk: what the desk asks for is looked up, never joined to a path. */
    open(id: string, version: string): { readonly registration: Registration; readonly files: readonly SampleFile[] } | null {
      if (!this.list().some((sample) => sample.id === id && sample.version === version)) return null;
      const registration = read(id, version);
      if (!registration) return null;
      const files = registration.files.map(({ name, role, bytes }) => ({
        name,
        role,
        bytes,
        path: path.join(root, id, `v${version}`, FOLDER[role], name),
      }));
      return files.every((file) => statSync(file.path, { throwIfNoEntry: false })) ? { registration, files } : null;
    },
  };
}
export type Samples = ReturnType<typeof openSamples>;
