import { createHash } from 'node:crypto';
import type { Sha256 } from '@shared/model/source.ts';

export const sha256: Sha256 = async (bytes) => createHash('sha256').update(bytes).digest('hex');
