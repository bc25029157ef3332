declare module 'jsonld' {
  interface LoadedDocument {
    readonly contextUrl: string | null;
    readonly documentUrl: string;
    readonly document: unknown;
  }
  const jsonld: {
    expand(
      document: unknown,
      options: { documentLoader: (url: string) => Promise<LoadedDocument>; safe?: boolean },
    ): Promise<Record<string, unknown>[]>;
  };
  export default jsonld;
}
