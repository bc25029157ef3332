import './slow-library.ts';
import '../../../renderer/workers/compare.worker.ts';
