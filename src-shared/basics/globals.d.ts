// The few globals that every runtime of ours has (Node, Electron main, renderers, workers, a browser page). Shared code may use these and no others.
interface TextDecoderShape {
  decode(input?: Uint8Array, options?: { stream?: boolean }): string;
}
declare var TextDecoder: { new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoderShape };
declare var TextEncoder: {
  new (): {
    encode(input?: string): Uint8Array<ArrayBuffer>;
    encodeInto(source: string, destination: Uint8Array): { read: number; written: number };
  };
};
declare function structuredClone<T>(value: T): T;
declare function btoa(data: string): string;
declare function atob(data: string): string;
declare namespace WebAssembly {
  interface Memory {
    readonly buffer: ArrayBuffer;
  }
  interface Instance {
    readonly exports: Record<string, unknown>;
  }
  interface Module {
    readonly compiled: true;
  }
  var Module: { new (bytes: Uint8Array<ArrayBuffer>): Module };
  var Instance: { new (module: Module, imports: Record<string, Record<string, (...values: number[]) => number>>): Instance };
}
declare const crypto: { getRandomValues<T extends Uint8Array | Uint32Array>(array: T): T };
