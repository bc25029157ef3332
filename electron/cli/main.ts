import type { Knowledge } from '@shared/pipeline/knowledge.ts';
export type Loaded = Knowledge;
