// What no window of ours may do, whoever runs in it: leave its page, open another, ask for a device, reach the network. Every layer is needed,
// none alone is enough: WebRTC passes a CSP, webRequest and a proxy together, WebTransport passes webRequest.
import type { Logger } from '@main/logging/logger';
import { app, type Session, type WebContents } from 'electron';
import { type Host, originOf } from './pages';

export function hardenApp(logger: Logger): void {
  app.on('web-contents-created', (_event, contents) => hardenContents(contents, logger));
  app.on('login', (event) => event.preventDefault());
  app.on('certificate-error', (_event, _contents, _url, _error, _certificate, callback) => callback(false));
  app.on('select-client-certificate', (event, _contents, _url, _list, callback) => {
    // Unhandled, the first certificate of the platform's store would be sent.
    event.preventDefault();
    callback();
  });
}

function hardenContents(contents: WebContents, logger: Logger): void {
  for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const)
    contents.on(event as 'will-navigate', (details) => {
      details.preventDefault();
      logger.info('navigation.refused', { event });
    });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('render-process-gone', (_event, details) => logger.info('renderer.gone', { reason: details.reason }));
}

/** What the desk's page may do, and no other: keep its drafts from eviction under disk pressure, and copy text that a person chose to copy. */
const GRANTED = new Set(['persistent-storage', 'clipboard-sanitized-write']);

export async function hardenSession(session: Session, host: Host): Promise<void> {
  const allowed = (permission: string, origin: string) => host === 'bundle' && GRANTED.has(permission) && originHolds(origin, host);
  session.setPermissionRequestHandler((_contents, permission, callback, details) => callback(allowed(permission, details.requestingUrl)));
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin) => allowed(permission, requestingOrigin));
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, callback) =>
    callback({ cancel: !originHolds(details.url, host) && !details.url.startsWith('devtools://') }),
  );
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => event.preventDefault());
  // A proxy that answers nothing, for loopback too: what slips past the other layers ends here.
  await session.setProxy({ mode: 'fixed_servers', proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' });
}

function originHolds(url: string, host: Host): boolean {
  try {
    const parsed = new URL(url);
    return `${parsed.protocol}//${parsed.host}` === originOf(host);
  } catch {
    return false;
  }
}
