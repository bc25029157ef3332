import ts from 'typescript';

/** A module without its comments and blanks, and what it imports at run time. */
export interface BareModule {
  readonly code: string;
  /** Specifiers as written; those of types alone are left out. */
  readonly imports: readonly string[];
}

/** @param name decides how the text is read: `.ts` or `.tsx`. */
export function bareModule(name: string, text: string): BareModule {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, false);
  const tokens: string[] = [];
  const imports: string[] = [];
  const walk = (node: ts.Node): void => {
    if (node.kind >= ts.SyntaxKind.FirstJSDocNode && node.kind <= ts.SyntaxKind.LastJSDocNode) return;
    if (isImport(node) && isOfValues(node)) imports.push((node.moduleSpecifier as ts.StringLiteral).text);
    const parts = node.getChildren(file);
    if (parts.length > 0) for (const part of parts) walk(part);
    else tokens.push(node.getText(file));
  };
  walk(file);
  return { code: tokens.filter((token) => token !== '').join(' '), imports };
}

type ImportOrExport = (ts.ImportDeclaration | ts.ExportDeclaration) & { moduleSpecifier: ts.Expression };

const isImport = (node: ts.Node): node is ImportOrExport =>
  (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) &&
  node.moduleSpecifier !== undefined &&
  ts.isStringLiteral(node.moduleSpecifier);

function isOfValues(node: ImportOrExport): boolean {
  const clause = ts.isImportDeclaration(node) ? node.importClause : node;
  if (!clause) return true;
  if ('isTypeOnly' in clause && clause.isTypeOnly) return false;
  const named = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause;
  const hasDefault = ts.isImportDeclaration(node) && node.importClause?.name !== undefined;
  if (!named || hasDefault || !(ts.isNamedImports(named) || ts.isNamedExports(named))) return true;
  return named.elements.length === 0 || named.elements.some((element) => !element.isTypeOnly);
}

/**
 * A data file without what its readers pass over: blanks between the tokens of JSON; empty lines and lines
 * that begin with `# ` of word lists and tables. Other files are taken to the byte.
 */
export function bareData(path: string, bytes: Uint8Array): string | Uint8Array {
  if (path.endsWith('.json')) return JSON.stringify(JSON.parse(new TextDecoder().decode(bytes)));
  if (!/\.(txt|tsv)$/.test(path)) return bytes;
  return new TextDecoder()
    .decode(bytes)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('# '))
    .join('\n');
}

/** What a module's code names below `resources/`: a file, or the beginning and end of the names of several. */
export interface NamedData {
  readonly beginning: string;
  readonly end: string;
}

/** Strings and templates that begin with a folder of data. */
export function namedData(code: string): NamedData[] {
  const named = /(['"`])((?:lexicons|models)\/[^'"`$]*)(?:\$\s*\{[^'"`}]*\}([^'"`$]*))?\1/g;
  return [...code.matchAll(named)].map(([, , beginning = '', end]) =>
    end === undefined ? { beginning, end: beginning } : { beginning, end },
  );
}
