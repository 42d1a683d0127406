/** What lies over every demo clip: the prompt as a caption, and the word DEMO. */
import { isRightToLeft, wrapCaption } from './caption.ts';
import { paint } from './layers.ts';
import type { Canvas2d } from './layers.ts';
import { smoothstep } from './motion.ts';

/** The system's own text face; Chromium finds the others (CJK, emoji) by itself. */
const face = 'system-ui, "Segoe UI", "Helvetica Neue", "Noto Sans", "Liberation Sans", sans-serif';
const accent = '#f0a93f';
const maxLines = 3;

interface Size {
  width: number;
  height: number;
}

/** The caption with a shade behind it that keeps it readable on a white picture too. Null without a prompt. */
function paintCaption(prompt: string, frame: Size): { canvas: OffscreenCanvas; top: number } | null {
  const unit = Math.min(frame.width, frame.height);
  const portrait = frame.height > frame.width;
  const size = Math.round(unit * (portrait ? 0.046 : 0.044));
  const lineHeight = Math.round(size * 1.34);
  const margin = Math.round(frame.width * (portrait ? 0.075 : 0.055));
  const bar = Math.max(3, Math.round(unit * 0.0055));
  const indent = bar + Math.round(size * 0.62);
  const font = `600 ${size}px ${face}`;
  const room = Math.min(frame.width - 2 * margin - indent, portrait ? Infinity : frame.width * 0.66);

  let lines: string[] = [];
  paint(1, 1, (context) => {
    context.font = font;
    lines = wrapCaption(prompt, room, maxLines, (text) => context.measureText(text).width);
  });
  if (lines.length === 0) return null;

  const block = lines.length * lineHeight;
  const below = Math.round(frame.height * 0.085);
  const shadeHeight = Math.round(block * 1.25 + below + unit * 0.2);
  const rightToLeft = isRightToLeft(prompt);
  const canvas = paint(frame.width, shadeHeight, (context) => {
    const shade = context.createLinearGradient(0, 0, 0, shadeHeight);
    const textTop = (shadeHeight - below - block) / shadeHeight;
    for (let step = 0; step <= 12; step += 1) {
      shade.addColorStop(step / 12, `rgba(0, 0, 0, ${0.62 * smoothstep(0, textTop, step / 12)})`);
    }
    context.fillStyle = shade;
    context.fillRect(0, 0, frame.width, shadeHeight);

    const blockTop = shadeHeight - below - block;
    const barX = rightToLeft ? frame.width - margin - bar : margin;
    context.fillStyle = accent;
    context.beginPath();
    context.roundRect(barX, blockTop + lineHeight * 0.12, bar, block - lineHeight * 0.24, bar / 2);
    context.fill();

    context.font = font;
    context.direction = rightToLeft ? 'rtl' : 'ltr';
    context.textAlign = 'start';
    context.textBaseline = 'middle';
    context.fillStyle = '#ffffff';
    context.shadowColor = 'rgba(0, 0, 0, 0.65)';
    context.shadowBlur = size * 0.35;
    context.shadowOffsetY = size * 0.04;
    const textX = rightToLeft ? frame.width - margin - indent : margin + indent;
    for (const [index, line] of lines.entries()) {
      context.fillText(line, textX, blockTop + lineHeight * (index + 0.5));
    }
  });
  return { canvas, top: frame.height - shadeHeight };
}

/** The word DEMO, and where it goes. */
export function paintWatermark(frame: Size): { canvas: OffscreenCanvas; x: number; y: number } {
  const unit = Math.min(frame.width, frame.height);
  const size = Math.round(unit * 0.03);
  const spacing = size * 0.2;
  const height = Math.round(size * 1.9);
  const dot = size * 0.2;
  const font = `700 ${size}px ${face}`;
  let textWidth = 0;
  paint(1, 1, (context) => {
    context.font = font;
    context.letterSpacing = `${spacing}px`;
    textWidth = context.measureText('DEMO').width - spacing;
  });
  const padding = size * 0.8;
  const width = Math.round(padding * 2 + dot * 2 + size * 0.55 + textWidth);
  const canvas = paint(width, height, (context) => {
    context.beginPath();
    context.roundRect(1, 1, width - 2, height - 2, height / 2);
    context.fillStyle = 'rgba(10, 11, 14, 0.58)';
    context.fill();
    context.lineWidth = Math.max(1, unit * 0.0018);
    context.strokeStyle = 'rgba(255, 255, 255, 0.5)';
    context.stroke();
    context.fillStyle = accent;
    context.beginPath();
    context.arc(padding + dot, height / 2, dot, 0, Math.PI * 2);
    context.fill();
    context.font = font;
    context.letterSpacing = `${spacing}px`;
    context.textBaseline = 'middle';
    context.fillStyle = '#ffffff';
    context.fillText('DEMO', padding + dot * 2 + size * 0.55, height / 2 + size * 0.06);
  });
  const margin = Math.round(unit * 0.05);
  return { canvas, x: frame.width - margin - width, y: margin };
}

/** Draws caption and watermark over a frame. The caption comes in during the first half second. */
export function createOverlay(prompt: string, frame: Size): (context: Canvas2d, seconds: number) => void {
  const caption = paintCaption(prompt, frame);
  const watermark = paintWatermark(frame);
  return (context, seconds) => {
    if (caption !== null) {
      context.globalAlpha = smoothstep(0, 0.45, seconds);
      context.drawImage(caption.canvas, 0, caption.top);
      context.globalAlpha = 1;
    }
    context.drawImage(watermark.canvas, watermark.x, watermark.y);
  };
}
