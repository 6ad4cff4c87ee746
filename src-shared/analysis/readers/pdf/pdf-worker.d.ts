// What is used of the library's core, which has no types of its own, and of the timers that every runtime has.
declare module 'pdfjs-dist/legacy/build/pdf.worker.min.mjs' {
  type Port = {
    postMessage(message: unknown): void;
    addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  };
  export const WorkerMessageHandler: {
    setup(handler: { on(action: string, run: (data: { verbosity: number }) => void): void }, port: Port): void;
    createDocumentHandler(parameters: object, port: Port): string;
  };
}

declare function setTimeout(run: () => void, milliseconds: number): unknown;
declare function clearTimeout(timer: unknown): void;
