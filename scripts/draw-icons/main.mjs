// Runs in Electron: draws an SVG at the sizes that the command line names, as `<size>.png` in a folder.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { app, BrowserWindow } from 'electron';

const [source = '', folder = '', sizes = ''] = process.argv.slice(-3);

/** @param {string} svg @param {number} size */
const drawing = (svg, size) => `new Promise((resolve, reject) => {
  const image = new Image(${size}, ${size});
  image.onload = () => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = ${size};
    canvas.getContext('2d').drawImage(image, 0, 0, ${size}, ${size});
    resolve(canvas.toDataURL('image/png').split(',')[1]);
  };
  image.onerror = reject;
  image.src = ${JSON.stringify(`data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`)};
})`;

async function draw() {
  const svg = await readFile(source, 'utf8');
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  await window.loadURL('about:blank');
  for (const size of sizes.split(',').map(Number)) {
    /** @type {unknown} */
    const png = await window.webContents.executeJavaScript(drawing(svg, size));
    await writeFile(path.join(folder, `${size}.png`), Buffer.from(String(png), 'base64'));
  }
}

app
  .whenReady()
  .then(draw)
  .then(
    () => app.exit(0),
    (/** @type {unknown} */ error) => {
      console.error(error);
      app.exit(1);
    },
  );
