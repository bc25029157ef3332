import { Component, type ReactNode } from 'react';
import { Button } from './ui/Button.tsx';
import { EmptyState } from './ui/EmptyState.tsx';
import { useMessages } from './ui/messages.tsx';

export interface ErrorBoundaryProps {
  /** Something that is another when the person goes elsewhere: what failed there may not fail here. */
  readonly place?: string;
  /** Ways on beside trying again. */
  readonly ways?: ReactNode;
  readonly report: (error: unknown) => void;
  readonly children: ReactNode;
}

interface Failed {
  readonly error: unknown;
}

/** A part of the desk whose failure leaves the other parts as they are: it says why, what is safe and how to go on. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { readonly failed: Failed | null }> {
  override state: { readonly failed: Failed | null } = { failed: null };

  static getDerivedStateFromError(error: unknown): { readonly failed: Failed } {
    return { failed: { error } };
  }

  override componentDidCatch(error: unknown): void {
    this.props.report(error);
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    if (this.state.failed && before.place !== this.props.place) this.setState({ failed: null });
  }

  override render(): ReactNode {
    const { failed } = this.state;
    if (!failed) return this.props.children;
    return (
      <PartFailed
        error={failed.error}
        ways={this.props.ways}
        onRetry={() => this.setState({ failed: null })}
      />
    );
  }
}

function PartFailed(props: {
  readonly error: unknown;
  readonly ways: ReactNode;
  readonly onRetry: () => void;
}) {
  const { say } = useMessages();
  const { error } = props;
  return (
    <EmptyState
      icon="warning"
      title={say('desk.partFailed')}
      action={
        <>
          <Button look="accent" onPress={props.onRetry}>
            {say('desk.retry')}
          </Button>
          {props.ways}
        </>
      }
    >
      {say('desk.partFailedWhy', { name: error instanceof Error ? error.name : typeof error })}
    </EmptyState>
  );
}
