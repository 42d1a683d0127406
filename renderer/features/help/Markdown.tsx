// What scrolls has to be reachable by keyboard, with nothing in it that takes the focus.
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role */
import { createElement } from 'react';
import type { ReactNode } from 'react';
import type { Token, Tokens } from 'marked';
import styles from './Markdown.module.css';

interface MarkdownProps {
  tokens: readonly Token[];
  /** A link to another place of the documents: `VIDEO_API_DOCS.md#answers`, `#answers`. */
  onLink: (href: string) => void;
}

/** Places outside of the documents are named, not opened: the window goes nowhere. */
const isOutside = (href: string): boolean => /^[a-z]+:/i.test(href) || !/(\.md)?(#.*)?$/.test(href);

/**
 * Markdown as elements. Markup inside of it is shown as the text that it is: nothing of a document is ever read as
 * HTML.
 */
export function Markdown({ tokens, onLink }: MarkdownProps) {
  return <div className={styles['text']}>{blocks(tokens, onLink)}</div>;
}

type OnLink = MarkdownProps['onLink'];

function blocks(tokens: readonly Token[], onLink: OnLink): ReactNode[] {
  return tokens.map((token, index) => block(token as Tokens.Generic & Token, `${index}`, onLink));
}

function block(token: Token, key: string, onLink: OnLink): ReactNode {
  switch (token.type) {
    case 'paragraph':
      return <p key={key}>{inline(token.tokens, onLink)}</p>;
    case 'text':
      return <span key={key}>{token.tokens ? inline(token.tokens, onLink) : plainText(token)}</span>;
    case 'heading':
      return createElement(
        `h${Math.min(6, (token as Tokens.Heading).depth)}`,
        { key },
        inline(token.tokens, onLink),
      );
    case 'code':
      return (
        <pre key={key} tabIndex={0}>
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      );
    case 'list': {
      const { ordered, items } = token as Tokens.List;
      return createElement(
        ordered ? 'ol' : 'ul',
        { key },
        items.map((item, index) => <li key={index}>{blocks(item.tokens, onLink)}</li>),
      );
    }
    case 'table':
      return <Table key={key} table={token as Tokens.Table} onLink={onLink} />;
    case 'blockquote':
      return <blockquote key={key}>{blocks(token.tokens ?? [], onLink)}</blockquote>;
    case 'hr':
      return <hr key={key} />;
    default:
      return null;
  }
}

function Table({ table: { header, rows }, onLink }: { table: Tokens.Table; onLink: OnLink }) {
  return (
    // A wide one scrolls by itself, with the keyboard too.
    <div className={styles['table']} tabIndex={0} role="group">
      <table>
        <thead>
          <tr>
            {header.map((cell, index) => (
              <th key={index} scope="col">
                {inline(cell.tokens, onLink)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, place) => (
                <td key={place}>{inline(cell.tokens, onLink)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const entities: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};

function plainText(token: Token): string {
  const { text } = token as Tokens.Text;
  return text.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? entity);
}

function inline(tokens: readonly Token[] | undefined, onLink: OnLink): ReactNode[] {
  return (tokens ?? []).map((token, index) => {
    const key = `${index}`;
    switch (token.type) {
      case 'strong':
        return <strong key={key}>{inline(token.tokens, onLink)}</strong>;
      case 'em':
        return <em key={key}>{inline(token.tokens, onLink)}</em>;
      case 'codespan':
        return <code key={key}>{plainText(token)}</code>;
      case 'br':
        return <br key={key} />;
      case 'link': {
        const { href } = token as Tokens.Link;
        const words = inline(token.tokens, onLink);
        if (isOutside(href)) {
          return (
            <span key={key} title={href}>
              {words}
            </span>
          );
        }
        return (
          <button
            key={key}
            type="button"
            className={styles['link']}
            onClick={() => {
              onLink(href);
            }}
          >
            {words}
          </button>
        );
      }
      case 'image':
        return null;
      case 'html':
        return /^<br\s*\/?>$/i.test(token.raw.trim()) ? <br key={key} /> : token.raw;
      default:
        return <span key={key}>{plainText(token)}</span>;
    }
  });
}
