import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { SegmentKnowledge } from '@shared/segment/knowledge.ts';
import { type PageModel, readPageModel, writePageModel } from '@shared/segment/stories/page-model.ts';
import { readComposed } from '../../../resources/models/pages/composed.ts';
import { shareLayouts, trainWithout } from '../../../resources/models/pages/held-out.ts';
import type { MeasuredPage } from '../../../resources/models/pages/page-trainer.ts';
import { readTrainingKnowledge } from '../../../resources/models/pages/training-knowledge.ts';
import { readTrainingPages } from '../../../resources/models/pages/training-pages.ts';
import { KNOWLEDGE } from '../../segment/knowledge.ts';

/**
 * Knowledge with a model that did not learn from a layout, for each layout of some parts; null for other layouts.
 * `models`: where models are kept from one run to the next.
 */
export function readHeldOut(
  parts: readonly number[],
  models: string | undefined,
): (layout: string) => SegmentKnowledge | null {
  let pages: MeasuredPage[] | null = null;
  const partOf = shareLayouts(new Set(readComposed().map(({ style }) => style)));
  const train = (part: number): PageModel => {
    pages ??= readTrainingPages(readTrainingKnowledge());
    return trainWithout(pages, partOf, part).model;
  };
  const knowledge = new Map(
    parts.map((part) => {
      const file = models && resolve(models, `${part}.bin`);
      if (file && existsSync(file))
        return [part, { ...KNOWLEDGE, pages: readPageModel(new Uint8Array(readFileSync(file))) }];
      const model = train(part);
      if (file) {
        mkdirSync(resolve(file, '..'), { recursive: true });
        writeFileSync(file, writePageModel(model));
      }
      return [part, { ...KNOWLEDGE, pages: model }];
    }),
  );
  return (layout) => knowledge.get(partOf(layout)) ?? null;
}
