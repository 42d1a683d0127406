/** What each page may load: its own files and the media it is given, nothing from anywhere else. */
const common = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
];

const studio = ["img-src 'self' media: blob:", 'media-src media:', "connect-src 'none'"];

/** The hidden window reads clips to make posters of them; it shows nothing. */
const media = ["img-src 'none'", "media-src 'none'", 'connect-src media:'];

/** The policy for a page by its file name. */
export function contentSecurityPolicy(page: string): string {
  return [...common, ...(page === 'media.html' ? media : studio)].join('; ');
}
