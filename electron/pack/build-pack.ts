/**
 * Builds what the page is served beside its code: the knowledge of pipeline and search, the specimen page and the
 * bundled pack.
 */

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { AGREEMENT_KNOWLEDGE_FILES } from '@shared/analysis/agreement/knowledge.ts';
import { PACK_FORMAT, type Pack, type PackedSource } from '@shared/pack/pack.ts';
import { extract } from '@shared/pipeline/extract.ts';
import { KNOWLEDGE_FILES } from '@shared/pipeline/knowledge.ts';
import { PIPELINE_STAMP } from '@shared/pipeline/stamps.ts';
import { SEARCH_KNOWLEDGE_FILES } from '@shared/search/knowledge.ts';
import { loadKnowledge } from '../knowledge/load-knowledge.ts';
import { sha256 } from '../knowledge/sha256.ts';
import { readFrontMatter } from './read-front-matter.ts';

const root = resolve(import.meta.dirname, '../..');
const resources = join(root, 'resources');
const served = join(root, 'out/renderer');

copyKnowledge();
await buildPack();

function copyKnowledge(): void {
  const folder = join(served, 'knowledge');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const path of new Set([
    ...KNOWLEDGE_FILES,
    ...SEARCH_KNOWLEDGE_FILES,
    ...AGREEMENT_KNOWLEDGE_FILES,
    'specimen/specimen-page.txt',
  ])) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(resources, path), join(folder, path));
  }
}

async function buildPack(): Promise<void> {
  const folder = join(served, 'pack');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'originals'), { recursive: true });
  const knowledge = loadKnowledge(resources);
  const sources: PackedSource[] = [];
  const corpus = join(resources, 'corpus');
  const files = existsSync(corpus) ? readdirSync(corpus).filter((name) => /^\d\d-.*\.md$/.test(name)) : [];
  for (const name of files.sort()) {
    const bytes = new Uint8Array(readFileSync(join(corpus, name)));
    const { label, digest } = readFrontMatter(bytes);
    const result = await extract({ name: label, bytes }, knowledge, { sha256 });
    if (!result.ok) throw new Error(`${name}: ${result.reason}`);
    const { extraction, text, textHash } = result.value;
    writeFileSync(join(folder, 'originals', extraction.source.sha256), bytes);
    sources.push({
      sha256: extraction.source.sha256,
      name: label,
      size: bytes.length,
      digest,
      text,
      textHash,
      extraction,
    });
  }
  const pack: Pack = { format: PACK_FORMAT, madeBy: PIPELINE_STAMP, sources };
  writeFileSync(join(folder, 'pack.json'), JSON.stringify(pack));
}
