import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { analyse } from 'scslre';
import ts from 'typescript';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listSources, root } from './sources.ts';

/** Where each expression stands, by its literal form. */
type Expressions = Map<string, string>;

/** Reports of one expression; one is enough to look at it. */
const REPORTS = 1;

const NATIVE = RegExp;

function parse(path: string): ts.SourceFile {
  const kind = path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(
    path,
    readFileSync(resolve(root, path), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    kind,
  );
}

/** Literals of a file, and whether it builds expressions when it runs. */
function readExpressions(path: string, found: Expressions): boolean {
  const file = parse(path);
  let builds = false;
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node) && !found.has(node.text))
      found.set(node.text, `${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    builds ||= ts.isNewExpression(node) && node.expression.getText() === 'RegExp';
    ts.forEachChild(node, visit);
  };
  visit(file);
  return builds;
}

/** Notes every expression that is built from here on. */
function recordInto(found: Expressions): void {
  globalThis.RegExp = class extends NATIVE {
    constructor(pattern: string | RegExp, flags?: string) {
      super(pattern, flags);
      const literal = `/${this.source}/${this.flags}`;
      if (!found.has(literal)) found.set(literal, 'built');
    }
    static override get [Symbol.species](): RegExpConstructor {
      return NATIVE;
    }
  } as RegExpConstructor;
}

/** Why an expression takes more than linear time; null where none is known of. */
function faultOf(literal: string): string | null {
  const end = literal.lastIndexOf('/');
  const expression = { source: literal.slice(1, end), flags: literal.slice(end + 1) };
  const [report] = analyse(expression, { maxReports: REPORTS }).reports;
  if (!report) return null;
  return `${report.exponential ? 'exponential' : 'polynomial'} (${report.type}) in ${report.character.literal.source}`;
}

const expressions: Expressions = new Map();
const written: Expressions = new Map();

beforeAll(async () => {
  const builders = listSources().filter((path) => readExpressions(path, written));
  recordInto(expressions);
  for (const path of builders.filter((file) => file.startsWith('shared/'))) await import(resolve(root, path));
  // Patterns of the lexicons' words are built with the knowledge, some when they are first needed.
  const { runPipeline } = await import('../pipeline/run.ts');
  await runPipeline(readFileSync(resolve(root, 'resources/specimen/specimen-page.txt')));
});

afterAll(() => {
  globalThis.RegExp = NATIVE;
});

it('takes time in proportion to its text, every expression that is written or built', () => {
  globalThis.RegExp = NATIVE;
  expect(written.size).toBeGreaterThan(800);
  expect(expressions.size).toBeGreaterThan(50);
  const faults = [...written, ...expressions].flatMap(([literal, place]) => {
    const fault = faultOf(literal);
    return fault ? [`${place} ${literal.slice(0, 120)}: ${fault}`] : [];
  });
  expect(faults).toEqual([]);
});

it.each(['/\\s+$/', '/\\s*[\\r\\n]+\\s*/g', '/^(?:船+)+$/', '/(\\d+\\s*)*元/'])(
  'sees that %s does not',
  (literal) => {
    expect(faultOf(literal)).not.toBeNull();
  },
);
