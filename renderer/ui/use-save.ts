import { useState } from 'react';

export interface Saving {
  /** What was asked for is on its way; the form stays as it is. */
  readonly isSaving: boolean;
  /** Closes the form once `act` says that it is done; a form whose act failed stays open with what was typed. */
  save(act: () => Promise<boolean>): void;
}

/** How a form ends: never before what it holds was acknowledged or is kept. */
export function useSave(onClose: () => void): Saving {
  const [isSaving, setIsSaving] = useState(false);
  return {
    isSaving,
    save: (act) => {
      if (isSaving) return;
      setIsSaving(true);
      act().then(
        (isDone) => {
          setIsSaving(false);
          if (isDone) onClose();
        },
        (error: unknown) => {
          setIsSaving(false);
          reportError(error);
        },
      );
    },
  };
}
