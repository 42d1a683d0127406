/** Curves for things that move. Everything goes from 0 to 1. */

function clamp01(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** 0 below `low`, 1 above `high`, an S-curve in between. */
export function smoothstep(low: number, high: number, value: number): number {
  const amount = clamp01((value - low) / (high - low));
  return amount * amount * (3 - 2 * amount);
}

/** A camera on rails: an even pace that sets off and comes to rest without a jerk. */
export function glide(progress: number): number {
  const even = clamp01(progress);
  return even * 0.55 + smoothstep(0, 1, even) * 0.45;
}

/** Leaves its place at full pace, so that the movement is seen from the first second, and settles at the end. */
export function settle(progress: number): number {
  const rest = 1 - clamp01(progress);
  return 1 - rest ** 1.6;
}

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The largest part of a picture that has the frame's shape, centred. */
export function coverCrop(
  picture: { width: number; height: number },
  frame: { width: number; height: number },
): Rectangle {
  const scale = Math.min(picture.width / frame.width, picture.height / frame.height);
  const width = frame.width * scale;
  const height = frame.height * scale;
  return { x: (picture.width - width) / 2, y: (picture.height - height) / 2, width, height };
}

export interface PhotoMove {
  /** How much closer the camera is at the end, such as 1.2. */
  zoom: number;
  /** Where the camera heads, -1 to 1 on each axis. */
  towardsX: number;
  towardsY: number;
}

/**
 * The part of a picture that the camera sees: the centred crop at first, then closer and to the side. What the
 * crop hides is used for the movement, but never more of it than a third of the frame, which would be hasty.
 */
export function photoCrop(
  picture: { width: number; height: number },
  frame: { width: number; height: number },
  move: PhotoMove,
  progress: number,
): Rectangle {
  const start = coverCrop(picture, frame);
  const amount = settle(progress);
  const width = start.width / (1 + (move.zoom - 1) * amount);
  const height = start.height / (1 + (move.zoom - 1) * amount);
  const reachX = (start.width - width) / 2 + Math.min(start.x, start.width * 0.33) * amount;
  const reachY = (start.height - height) / 2 + Math.min(start.y, start.height * 0.33) * amount;
  return {
    x: start.x + (start.width - width) / 2 + reachX * move.towardsX,
    y: start.y + (start.height - height) / 2 + reachY * move.towardsY,
    width,
    height,
  };
}
