import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { Self } from '../entrance/ask-server.ts';
import { Toasts } from '../ui/toasts.tsx';
import { addAreaWords } from '../words/add-area-words.ts';
import { queryClient } from './api.ts';
import { QuestionDialog } from './question-dialog.tsx';
import { router } from './routes.tsx';
import { SelfProvider } from './self.tsx';
import { SignInAgain } from './sign-in-again.tsx';

addAreaWords();

/** The program for somebody signed in. */
export default function SignedIn({ self }: { self: Self }) {
  return (
    <QueryClientProvider client={queryClient}>
      <SelfProvider self={self}>
        <Toasts />
        <RouterProvider router={router} />
        <QuestionDialog />
        <SignInAgain />
      </SelfProvider>
    </QueryClientProvider>
  );
}
