// The PDF library's core in this realm, asked through its own messages. Its display half is left out: that one draws, and in Node would load native code.
// Nothing is fetched, no font is made, no script of the file runs, no code is made from text. Every answer is a promise that a damaged file may break.
/// <reference path="./pdf-worker.d.ts" />
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';

/** The core refuses any other. */
const VERSION = '5.6.205';
const ANSWER = 1;
const REFUSAL = 2;
const ENQUEUE = 4;
const CLOSE = 3;
const STREAM_ERROR = 5;
const START_COMPLETE = 8;
/** Any intent: hidden annotations too. */
export const ANY_INTENT = 1;

type Message = {
  readonly action?: string;
  readonly callback?: number;
  readonly callbackId?: number;
  readonly stream?: number;
  readonly streamId?: number;
  readonly chunk?: unknown;
  readonly data?: unknown;
  readonly reason?: unknown;
  readonly success?: boolean;
};
type Waiting = {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly chunks: unknown[];
  readonly timer: unknown;
};

export class PdfProblem extends Error {
  constructor(
    readonly kind: 'encrypted' | 'broken' | 'silent',
    cause: unknown,
  ) {
    super(kind, { cause });
  }
}

export type PdfCore = {
  readonly pages: number;
  readonly ask: (action: string, data?: object) => Promise<unknown>;
  readonly stream: (action: string, data: object) => Promise<unknown[]>;
  readonly close: () => Promise<void>;
};

const NAME = 'document';
/** Of one question. Some damage makes the core forget to answer; a page of a real document takes well under a second. */
const PATIENCE_MS = 15_000;
const GRACE_MS = 1_000;
/** Of everything it can be asked to leave out, everything. */
const OPTIONS = {
  docId: NAME,
  apiVersion: VERSION,
  password: null,
  disableAutoFetch: true,
  rangeChunkSize: 65_536,
  docBaseUrl: null,
  enableXfa: false,
  evaluatorOptions: {
    maxImageSize: 0,
    disableFontFace: true,
    ignoreErrors: true,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    canvasMaxAreaInBytes: 0,
    fontExtraProperties: false,
    useSystemFonts: true,
    useWasm: false,
    useWorkerFetch: false,
    cMapUrl: '',
    cMapPacked: true,
    iccUrl: null,
    standardFontDataUrl: null,
    wasmUrl: null,
    enableWebGPU: false,
  },
};

let silenced = false;
function silence(): void {
  if (silenced) return;
  silenced = true;
  const handler = {
    on: (action: string, run: (data: { verbosity: number }) => void) => (action === 'configure' ? run({ verbosity: 0 }) : undefined),
  };
  WorkerMessageHandler.setup(handler, { postMessage: () => {}, addEventListener: () => {} });
}

const pagesOf = (data: unknown): number => (data as { pdfInfo?: { numPages?: number } } | null)?.pdfInfo?.numPages ?? 0;

class Conversation {
  readonly #waiting = new Map<number, Waiting>();
  readonly #bytes: Uint8Array;
  readonly #patience: number;
  #listener: ((event: { readonly data: unknown }) => void) | null = null;
  #worker = '';
  #next = 1;
  #closed = false;

  constructor(bytes: Uint8Array, patience: number) {
    this.#bytes = bytes;
    this.#patience = patience;
  }

  /** @returns the number of pages. @throws PdfProblem */
  open(): Promise<number> {
    silence();
    return new Promise((resolve, reject) => {
      // What answers the opening has no number.
      this.#keep(0, (data) => resolve(pagesOf(data)), reject);
      const port = {
        // A copy, as a real port would make one: the core goes on filling what it has sent.
        postMessage: (message: unknown) => {
          const copy = structuredClone(message) as Message;
          void Promise.resolve().then(() => {
            if (!this.#closed) this.#receive(copy);
          });
        },
        addEventListener: (_type: 'message', listen: (event: { readonly data: unknown }) => void) => {
          this.#listener = listen;
        },
      };
      this.#worker = WorkerMessageHandler.createDocumentHandler({ ...OPTIONS, data: this.#bytes }, port);
      this.#send({ action: 'Ready', data: null });
    });
  }

  ask(action: string, data: object = {}): Promise<unknown> {
    const callbackId = this.#next++;
    return this.#wait(callbackId, { action, callbackId, data });
  }

  async stream(action: string, data: object): Promise<unknown[]> {
    const streamId = this.#next++;
    // So much is wanted that it never has to be asked for more.
    return (await this.#wait(streamId, { action, streamId, data, desiredSize: 2 ** 30 })) as unknown[];
  }

  /** What it still works on ends where it next looks. */
  async close(): Promise<void> {
    await Promise.race([this.ask('Terminate').catch(() => {}), new Promise<void>((resolve) => setTimeout(resolve, GRACE_MS))]);
    this.#closed = true;
    for (const id of [...this.#waiting.keys()]) this.#fail(id, null);
  }

  #wait(id: number, message: object): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#keep(id, resolve, reject);
      this.#send(message);
    });
  }

  #keep(id: number, resolve: Waiting['resolve'], reject: Waiting['reject']): void {
    const timer = setTimeout(() => this.#fail(id, null, 'silent'), this.#patience);
    this.#waiting.set(id, { resolve, reject, chunks: [], timer });
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    clearTimeout(waiting?.timer);
    return waiting;
  }

  #send(message: object): void {
    const data = { sourceName: NAME, targetName: this.#worker, ...message };
    void Promise.resolve().then(() => {
      try {
        this.#listener?.({ data });
      } catch (cause) {
        // A core that throws outside its promises is done with this file.
        for (const id of [...this.#waiting.keys()]) this.#fail(id, cause);
      }
    });
  }

  #done(id: number, value: unknown): void {
    this.#take(id)?.resolve(value);
  }

  #fail(id: number, cause: unknown, kind: PdfProblem['kind'] = 'broken'): void {
    this.#take(id)?.reject(new PdfProblem(kind, cause));
  }

  #receive({ action, callback, callbackId, stream, streamId, chunk, data, reason, success }: Message): void {
    if (callback !== undefined && callbackId !== undefined) {
      if (callback === ANSWER) this.#done(callbackId, data);
      else this.#fail(callbackId, reason);
    } else if (stream !== undefined && streamId !== undefined) {
      const chunks = this.#waiting.get(streamId)?.chunks ?? [];
      if (stream === ENQUEUE) chunks.push(chunk);
      else if (stream === CLOSE) this.#done(streamId, chunks);
      else if (stream === STREAM_ERROR || (stream === START_COMPLETE && !success)) this.#fail(streamId, reason);
    } else if (action === 'GetDoc') this.#done(0, data);
    else if (action === 'DocException') this.#fail(0, data);
    else if (action === 'PasswordRequest') this.#fail(0, data, 'encrypted');
    else if (action === 'FetchBinaryData' && callbackId !== undefined) void this.#lend(callbackId, data);
    else if (callbackId !== undefined) this.#send({ callback: ANSWER, callbackId, data: null });
  }

  async #lend(callbackId: number, data: unknown): Promise<void> {
    const { kind, filename } = data as { kind?: string; filename?: string };
    const { characterMap } = await import('./character-maps');
    const map = kind === 'cMapUrl' && filename !== undefined ? characterMap(filename) : null;
    this.#send(map ? { callback: ANSWER, callbackId, data: map } : { callback: REFUSAL, callbackId, reason: new Error('not here') });
  }
}

/** @param bytes are the core's from now on; @param patience milliseconds for one question. @throws PdfProblem */
export async function openCore(bytes: Uint8Array, patience = PATIENCE_MS): Promise<PdfCore> {
  const talk = new Conversation(bytes, patience);
  const pages = await talk.open();
  return {
    pages,
    ask: (action, data) => talk.ask(action, data),
    stream: (action, data) => talk.stream(action, data),
    close: () => talk.close(),
  };
}
