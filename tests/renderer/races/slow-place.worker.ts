import './slow-library.ts';
import '../../../renderer/workers/place.worker.ts';
