import { Component } from 'react';
import type { ErrorInfo, ReactNode } from 'react';
import { Button } from '../components/ui/Button.tsx';
import { TextContext } from '../lib/i18n/text.ts';
import styles from './ErrorBoundary.module.css';

interface State {
  failed: boolean;
}

/** The last resort: a window that says so instead of an empty one. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  static override contextType = TextContext;
  declare context: React.ContextType<typeof TextContext>;
  override state: State = { failed: false };

  static getDerivedStateFromError(): State {
    return { failed: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const text = this.context;
    return (
      <main className={styles['page']} role="alert">
        <h2 className={styles['title']}>{text.app.crashed}</h2>
        <p className={styles['body']}>{text.app.crashedHint}</p>
        <Button
          onClick={() => {
            window.location.reload();
          }}
        >
          {text.app.reload}
        </Button>
      </main>
    );
  }
}
