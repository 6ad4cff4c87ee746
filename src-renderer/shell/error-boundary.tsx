// Catches a bug in a page so that the rest of the desk goes on. It says what is safe and offers the page again.

import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { shellTexts } from '@shared/texts/shell';
import { Component, type ReactNode } from 'react';
import { useRouteError } from 'react-router';
import { useTexts } from '../components/language';
import { ErrorState } from '../components/states';

export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return <PageStopped error={this.state.error} again={() => this.setState({ error: null })} />;
  }
}

/** For the router's `errorElement`: a page that could not be loaded or drawn. */
export function RouteStopped() {
  const error = useRouteError();
  return <PageStopped error={error instanceof Error ? error : new Error(String(error))} again={() => window.location.reload()} />;
}

function PageStopped({ error, again }: { error: Error; again: () => void }) {
  const { boundary } = useTexts(shellTexts);
  return (
    <Box sx={{ px: 8, py: 4, height: '100%', bgcolor: 'paper' }}>
      <ErrorState
        title={boundary.title}
        tone="red"
        code="PAGE_STOPPED"
        detail={`${error.name} ${error.message.slice(0, 160)}`}
        actions={
          <Button variant="contained" color="primary" onClick={again}>
            {boundary.again}
          </Button>
        }
      >
        {boundary.about}
      </ErrorState>
    </Box>
  );
}
