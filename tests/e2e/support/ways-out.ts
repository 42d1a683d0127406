/// <reference lib="dom" />
/** Runs in the page: every way out that a script in it could try. Must not use anything from outside of itself. */

export interface Targets {
  tcpPort: number;
  udpPort: number;
  /** A name that is looked up nowhere else. */
  host: string;
}

/** Tries them all; gives the names of those that worked, as far as the page can tell. */
export async function tryWaysOut({ tcpPort, udpPort, host }: Targets): Promise<string[]> {
  const worked: string[] = [];
  const waits: Promise<unknown>[] = [];
  const http = `http://127.0.0.1:${tcpPort}`;
  const limit = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 3000));

  function attempt(name: string, start: (works: () => void, ends: () => void) => unknown): void {
    const end = new Promise<void>((resolve) => {
      const works = (): void => {
        worked.push(name);
        resolve();
      };
      try {
        void Promise.resolve(start(works, resolve)).catch(() => {
          resolve();
        });
      } catch {
        resolve();
      }
    });
    waits.push(Promise.race([end, limit()]));
  }
  function element(
    name: string,
    tag: string,
    attributes: Record<string, string>,
    parent: Node = document.body,
  ): void {
    attempt(name, (works, ends) => {
      const made = document.createElement(tag);
      // A frame “loads” the page that says that it was refused.
      if (!['iframe', 'object', 'embed'].includes(tag)) made.addEventListener('load', works);
      made.addEventListener('loadeddata', works);
      made.addEventListener('error', ends);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      parent.appendChild(made);
    });
  }

  for (const mode of ['cors', 'no-cors'] as const) {
    attempt(`fetch ${mode}`, (works) => fetch(`${http}/fetch`, { mode, keepalive: true }).then(works));
    attempt(`post ${mode}`, (works) =>
      fetch(`${http}/post`, { mode, method: 'POST', body: 'x' }).then(works),
    );
  }
  attempt('XMLHttpRequest', (works, ends) => {
    const request = new XMLHttpRequest();
    request.onload = works;
    request.onerror = ends;
    request.open('GET', `${http}/xhr`);
    request.send();
  });
  attempt('WebSocket', (works, ends) => {
    const socket = new WebSocket(`ws://127.0.0.1:${tcpPort}/ws`);
    socket.onopen = works;
    socket.onerror = ends;
  });
  attempt('EventSource', (works, ends) => {
    const source = new EventSource(`${http}/events`);
    source.onopen = works;
    source.onerror = ends;
  });
  attempt('WebTransport', (works) => new WebTransport(`https://127.0.0.1:${udpPort}/`).ready.then(works));
  attempt('sendBeacon', (_works, ends) => {
    navigator.sendBeacon(`${http}/beacon`, 'x');
    ends();
  });
  attempt('a worker', (works, ends) => {
    const worker = new Worker(`${http}/worker.js`);
    worker.onmessage = works;
    worker.onerror = ends;
  });
  attempt('a service worker', (works) => navigator.serviceWorker.register('/worker.js').then(works));
  attempt('a font', (works) => new FontFace('Out', `url(${http}/font.woff2)`).load().then(works));
  attempt('an import', (works) => import(/* @vite-ignore */ `${http}/module.js`).then(works));
  attempt('a style sheet’s picture', (_works, ends) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`body { background-image: url(${http}/background.png) }`);
    document.adoptedStyleSheets.push(sheet);
    ends();
  });
  attempt('a form', (_works, ends) => {
    const form = document.createElement('form');
    form.action = `${http}/form`;
    form.method = 'post';
    form.target = '_blank';
    document.body.append(form);
    form.submit();
    ends();
  });
  attempt('a link’s ping', (_works, ends) => {
    const link = document.createElement('a');
    link.href = '#';
    link.ping = `${http}/ping`;
    document.body.append(link);
    link.click();
    ends();
  });
  element('img', 'img', { src: `${http}/img.png` });
  element('script', 'script', { src: `${http}/script.js` });
  element('iframe', 'iframe', { src: `${http}/frame.html` });
  element('object', 'object', { data: `${http}/object` });
  element('embed', 'embed', { src: `${http}/embed` });
  element('video', 'video', { src: `${http}/video.mp4`, poster: `${http}/poster.png`, autoplay: '' });
  element('audio', 'audio', { src: `${http}/audio.mp3`, autoplay: '' });
  for (const rel of ['stylesheet', 'icon', 'manifest', 'preload', 'modulepreload', 'prefetch', 'prerender'])
    element(rel, 'link', { rel, href: `${http}/${rel}`, as: 'image' }, document.head);
  for (const rel of ['preconnect', 'dns-prefetch']) {
    element(rel, 'link', { rel, href: `http://${rel}.${host}:${tcpPort}/` }, document.head);
    element(rel, 'link', { rel, href: http }, document.head);
  }
  attempt('speculation rules', (_works, ends) => {
    const rules = document.createElement('script');
    rules.type = 'speculationrules';
    rules.textContent = JSON.stringify({ prefetch: [{ source: 'list', urls: [`${http}/speculation`] }] });
    document.head.append(rules);
    ends();
  });

  attempt('a peer connection', async (works) => {
    // No names for turn: Chromium looks those up, and nothing turns that off (SECURITY.md, “What remains”).
    const server = { username: 'x', credential: 'x' };
    const peer = new RTCPeerConnection({
      iceServers: [
        { urls: `stun:127.0.0.1:${udpPort}` },
        { urls: `stun:stun.${host}:3478` },
        { urls: `turn:127.0.0.1:${udpPort}?transport=udp`, ...server },
        { urls: `turn:127.0.0.1:${tcpPort}?transport=tcp`, ...server },
      ],
    });
    peer.createDataChannel('out');
    peer.onicecandidate = ({ candidate }) => {
      if (candidate?.candidate) works();
    };
    await peer.setLocalDescription(await peer.createOffer());
    // As if the other side were the listener: it would be asked directly.
    const { sdp = '' } = peer.localDescription ?? {};
    const remote = new RTCPeerConnection();
    await remote.setRemoteDescription({ type: 'offer', sdp });
    await remote.setLocalDescription(await remote.createAnswer());
    await peer.setRemoteDescription(remote.localDescription ?? { type: 'answer', sdp });
    for (const candidate of [
      `candidate:1 1 udp 2122260223 127.0.0.1 ${udpPort} typ host`,
      `candidate:2 1 tcp 1518280447 127.0.0.1 ${tcpPort} typ host tcptype passive`,
    ])
      await peer.addIceCandidate({ candidate, sdpMid: '0', sdpMLineIndex: 0 });
  });
  await Promise.all(waits);
  return worked;
}
