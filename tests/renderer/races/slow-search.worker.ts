import './slow-library.ts';
import '../../../renderer/workers/search.worker.ts';
