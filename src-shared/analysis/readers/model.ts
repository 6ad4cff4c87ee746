// Model files and serialised objects: recognised by their first bytes, their texts picked out, and never loaded: loading a pickle runs what is in it.
import { ok, type Result } from '../../basics/result';
import type { AnalysisOptions } from '../options';
import type { UnreadableCode } from '../result';
import { MAX_CELL_CHARACTERS } from './csv';
import type { TableFacts } from './facts';
import type { Limits } from './limits';
import { createRowSink } from './row-sink';
import type { ContentCode } from './sink';

export type ModelKind = 'pickle' | 'safetensors' | 'onnx' | 'hdf5' | 'numpy' | 'gguf';

const starts = (head: Uint8Array, text: string): boolean => [...text].every((char, i) => head[i] === char.charCodeAt(0));
/** `c` module newline name newline: the opcode that fetches something to call. */
const GLOBAL = /c[A-Za-z_][\w.]*\n[A-Za-z_][\w.]*\n/g;
/** Fetches it from the stack instead (protocol 4 and later). */
const STACK_GLOBAL = 0x93;

export function modelKind(head: Uint8Array): ModelKind | null {
  if (head[0] === 0x80 && (head[1] ?? 0) >= 2 && (head[1] ?? 9) <= 5) return 'pickle';
  const beginning = String.fromCharCode(...head.subarray(0, 120));
  if (/^c[A-Za-z_][\w.]*\n[A-Za-z_][\w.]*\n[(pq}\])]/.test(beginning) || /^\([dl]p?\d+\n/.test(beginning)) return 'pickle';
  if (starts(head, '\x93NUMPY')) return 'numpy';
  if (starts(head, '\x89HDF\r\n\x1a\n')) return 'hdf5';
  if (starts(head, 'GGUF')) return 'gguf';
  // The header's length as eight bytes, then the header, which is JSON.
  if (head.length > 10 && head[5] === 0 && head[6] === 0 && head[7] === 0 && head[8] === 0x7b && head[9] === 0x22) return 'safetensors';
  // ir_version, then the producer's name or the model's version; the name of the standard's domain soon after.
  if (
    head[0] === 0x08 &&
    (head[1] ?? 99) < 32 &&
    (head[2] === 0x12 || head[2] === 0x1a) &&
    /onnx|pytorch|tf2|sklearn|producer/i.test(beginning)
  )
    return 'onnx';
  return null;
}

const SHORTEST = 4;
const isPrintable = (byte: number): boolean => byte >= 0x20 && byte !== 0x7f;

export async function readModel(
  kind: ModelKind,
  source: AsyncGenerator<Uint8Array>,
  options: AnalysisOptions,
  limits: Limits,
): Promise<Result<{ readonly facts: TableFacts; readonly content: [ContentCode, number][] }, UnreadableCode>> {
  const sink = createRowSink(options, 'text', limits, 'text');
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  let held: number[] = [];
  let texts = 0;
  let calls = 0;
  let going = true;
  const out = () => {
    if (held.length >= SHORTEST) {
      texts++;
      going = sink.row([decoder.decode(Uint8Array.from(held))]);
    }
    held = [];
  };
  for await (const block of source) {
    if (kind === 'pickle') calls += callsIn(block);
    for (let i = 0; i < block.length && going; i++) {
      const byte = block[i] as number;
      if (!isPrintable(byte) || held.length >= MAX_CELL_CHARACTERS) out();
      if (isPrintable(byte)) held.push(byte);
    }
    if (!going) break;
  }
  out();
  const content: [ContentCode, number][] = [['MODEL_FILE', texts]];
  if (calls > 0) content.push(['PICKLE_CODE', calls]);
  return ok({ facts: { ...sink.result('MODEL_NOT_LOADED'), format: null }, content });
}

/** In one block; what a block's end cuts in two is a call less in the count. */
function callsIn(block: Uint8Array): number {
  let text = '';
  let stacked = 0;
  for (let i = 0; i < block.length; i += 4_096) text += String.fromCharCode(...block.subarray(i, i + 4_096));
  for (const byte of block) if (byte === STACK_GLOBAL) stacked++;
  return (text.match(GLOBAL)?.length ?? 0) + stacked;
}
