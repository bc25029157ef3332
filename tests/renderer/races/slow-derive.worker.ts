import './slow-library.ts';
import '../../../renderer/workers/derive.worker.ts';
