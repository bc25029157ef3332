import { PAGE_ORIGIN } from '@shared/contracts/desktop.ts';
import type { App, Session, WebContents } from 'electron';

/**
 * Chromium's own switches that leave it no way out: every address goes to a proxy that is not there, no
 * name resolves, and WebRTC may not go round the proxy. Before `ready`.
 */
const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['proxy-server', 'http://127.0.0.1:9'],
  ['proxy-bypass-list', '<-loopback>'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-quic'],
  ['disable-sync'],
  ['no-pings'],
];

/** What the page needs to put words on the clipboard; it never reads from there. */
const COPYING = 'clipboard-sanitized-write';

/** A folder that the person chose in the dialog, to look for new pages in it; nothing is ever written there. */
const FILES = 'fileSystem';
const isToRead = (details: object): boolean =>
  'fileAccessType' in details && details.fileAccessType === 'readable';

const isAllowed = (permission: string, details: object): boolean =>
  permission === COPYING || (permission === FILES && isToRead(details));

export function lockProcess(app: App): void {
  for (const [name, value] of SWITCHES) app.commandLine.appendSwitch(name, value);
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
}

/** Before the first window. */
export function lockSession(session: Session): void {
  session.setSpellCheckerEnabled(false);
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(isAllowed(permission, details)),
  );
  session.setPermissionCheckHandler((_contents, permission, _origin, details) =>
    isAllowed(permission, details),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOwnResource(url) }));
  session.on('will-download', (event) => event.preventDefault());
}

function lockContents(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-navigate', (details) => {
    if (!isOwnPage(details.url)) details.preventDefault();
  });
  contents.on('will-frame-navigate', (details) => {
    if (!details.isMainFrame || !isOwnPage(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => details.preventDefault());
}

/** A reload of the page is the one navigation there is. */
const isOwnPage = (url: string): boolean => url === `${PAGE_ORIGIN}/` || url.startsWith(`${PAGE_ORIGIN}/#`);

const isOwnResource = (url: string): boolean =>
  url.startsWith(`${PAGE_ORIGIN}/`) || url.startsWith(`blob:${PAGE_ORIGIN}/`) || url.startsWith('data:');
