/** The one channel on which a page calls the desktop host, with a call's name and its list of arguments. */
export const CALL_CHANNEL = 'duidu:call';

/** The one channel on which the desktop host tells a page of events, with the event's name and payload. */
export const EVENT_CHANNEL = 'duidu:event';

/** Where the desktop's page lives; IndexedDB belongs to it, so it never changes. */
export const PAGE_ORIGIN = 'app://duidu';
