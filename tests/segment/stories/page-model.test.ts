import { STATE_COUNT } from '@shared/segment/roles.ts';
import { FeatureTable } from '@shared/segment/stories/feature-table.ts';
import { FEATURES } from '@shared/segment/stories/line-features.ts';
import { calibrate, readPageModel, scoreLines, writePageModel } from '@shared/segment/stories/page-model.ts';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE } from '../knowledge.ts';

describe('the page model', () => {
  it('is read as it was written', () => {
    const bytes = writePageModel(KNOWLEDGE.pages);
    expect(readPageModel(bytes)).toEqual(KNOWLEDGE.pages);
    expect(writePageModel(readPageModel(bytes))).toEqual(bytes);
  });

  it('asks only for features that there are', () => {
    const { feature, roots } = KNOWLEDGE.pages.trees;
    expect(feature.every((asked) => asked >= -1 && asked < FEATURES.length)).toBe(true);
    expect(roots.length).toBeGreaterThan(50);
    expect(KNOWLEDGE.pages.transitions.between).toHaveLength(STATE_COUNT ** 2);
  });

  it('refuses weights for other features', () => {
    const bytes = writePageModel(KNOWLEDGE.pages);
    new DataView(bytes.buffer).setUint32(8, 3, true);
    const other = readPageModel(bytes);
    expect(() => scoreLines(new FeatureTable(0, 1), other, FEATURES)).toThrow(/other features/);
    new DataView(bytes.buffer).setUint32(0, 0, true);
    expect(() => readPageModel(bytes)).toThrow(/another form/);
  });

  it('sets probabilities right without leaving 0 to 1 or their order', () => {
    const said = [0, 1e-9, 0.1, 0.5, 0.9, 1];
    const right = said.map((one) => calibrate(one, { slope: 1.4, shift: -0.3, floor: 0.1 }));
    expect(right.every((one) => one >= 0 && one <= 1)).toBe(true);
    expect([...right].sort((a, b) => a - b)).toEqual(right);
    expect(calibrate(0.25, { slope: 1, shift: 0, floor: 0 })).toBeCloseTo(0.25);
  });
});
